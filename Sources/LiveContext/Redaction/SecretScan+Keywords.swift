// Keywords: a secret right behind a word, with a blank or a quote between.

extension SecretScan {
  /// A secret behind a word and a blank: `Bearer X`, `password is X`, `login L password X`.
  func afterKeyword(_ word: Range<Int>) -> Hit? {
    switch (word.count, lowercased(text.base[word.lowerBound])) {
    case (6, UInt8(ascii: "b")) where text.hasAnyCase("bearer", at: word.lowerBound):
      return authorization(afterScheme: word.upperBound, basic: false)
    case (5, UInt8(ascii: "b")) where text.hasAnyCase("basic", at: word.lowerBound):
      return authorization(afterScheme: word.upperBound, basic: true)
    case (5, UInt8(ascii: "t")) where text.hasAnyCase("token ", at: word.lowerBound):
      guard text.contains("authorization", in: max(0, word.lowerBound - 20)..<word.lowerBound)
      else {
        return nil
      }
      return authorization(afterScheme: word.upperBound, basic: false)
    case (4, UInt8(ascii: "s")) where text.has("SSWS ", at: word.lowerBound),
      (6, UInt8(ascii: "a")) where text.hasAnyCase("apikey ", at: word.lowerBound):
      return authorization(afterScheme: word.upperBound, basic: false)
    case (11, UInt8(ascii: "r")) where text.has("requirepass ", at: word.lowerBound):
      return secretValue(
        at: word.upperBound + 1, key: .password, keyRange: word, prose: true)
    case (8, UInt8(ascii: "p")) where text.hasAnyCase("password ", at: word.lowerBound),
      (8, UInt8(ascii: "p")) where text.hasAnyCase("passwort ", at: word.lowerBound):
      return wordAfterPassword(word)
    case (5, UInt8(ascii: "l")) where text.has("Lines: ", at: word.lowerBound),
      (7, UInt8(ascii: "p")) where text.has("Private-Lines: ", at: word.lowerBound):
      return puttyLines(word)
    case (3, UInt8(ascii: "k")) where text.hasAnyCase("private key", at: word.lowerBound - 8):
      return rawKey(after: word.upperBound)
    default: return nil
    }
  }

  /// A private key of 32 bytes in hexadecimal digits, as wallets print it.
  private func rawKey(after end: Int) -> Hit? {
    var start = end
    while start < end + 4, text.isBlank(start) || text[start] == UInt8(ascii: ":") { start += 1 }
    start += text.quote(at: start)
    let digits = text.has("0x", at: start) ? start + 2 : start
    let stop = text.end(of: .hex, from: digits)
    guard stop - digits >= 64, text.isRandom(digits..<stop) else { return nil }
    return Hit(start: start, end: stop, kind: "private-key")
  }

  /// `machine M login L password X` (netrc) and `password is X`.
  private func wordAfterPassword(_ word: Range<Int>) -> Hit? {
    var start = word.upperBound + 1
    if text.has("is ", at: start) || text.has("-> ", at: start) {
      start += 3
    } else if text.has("was ", at: start) || text.has("\u{2192} ", at: start) {
      start += 4
    } else if text.has("lautet ", at: start) {
      start += 7
    }
    let netrc = text.contains("login ", in: max(0, word.lowerBound - 72)..<word.lowerBound)
    // `ENV DB_PASSWORD X` of a Dockerfile, `setx DB_PASSWORD X` of Windows.
    let name = text.start(of: .word, before: word.lowerBound, limit: 48)
    let variable =
      text.has("ENV ", at: name - 4) || text.has("ARG ", at: name - 4)
      || text.hasAnyCase("setx ", at: name - 5)
    guard start > word.upperBound + 1 || netrc || variable else { return nil }
    return secretValue(at: start, key: .password, keyRange: word, prose: !netrc && !variable)
  }

  /// The private half of a PuTTY key. Source: https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html
  private func puttyLines(_ word: Range<Int>) -> Hit? {
    guard text.has("Private-Lines:", at: word.lowerBound) else { return nil }
    var start = text.end(of: .digit, from: word.lowerBound + 15)
    start = text.skippingBlanks(from: start, limit: 4)
    while text.has("\\n", at: start) || text.has("\\r", at: start) { start += 2 }
    let end = keyBytesEnd(from: start)
    return end > start ? Hit(start: start, end: end, kind: "private-key") : nil
  }

  /// A quoted value right behind a key, without a separator: `invalid api_key "X"`.
  func quotedAfterKey(quote: Int) -> Hit? {
    guard quote > 2, text.base[quote - 1] == 0x20 else { return nil }
    // SQL: `CREATE USER u IDENTIFIED BY 'X'`.
    if text.hasAnyCase("identified by ", at: quote - 14) {
      return secretValue(at: quote, key: .password, keyRange: quote - 14..<quote, prose: false)
    }
    guard let (key, range) = key(endingAt: quote - 1) else { return nil }
    let from = quote + 1
    if key == .password, text.hasAnyCase("password", at: range.upperBound - 8), from < text.count {
      let end = valueEnd(from: from, quote: 1, quoteStart: quote, limit: 64)
      // `WITH PASSWORD 'X'`: words with a number behind them, which chance did not make.
      if text[end] == text[quote],
        isSecret(from..<end, key: key, keyStart: range.lowerBound, prose: true),
        !isReference(from..<end, quoted: true), !text.isPlaceholder(from..<end),
        !text.contains(" ", in: from..<end)
      {
        return Hit(start: from, end: end, kind: key.kind)
      }
    }
    if let hit = text.token(at: from) { return hit }
    let decided = valueEnd(from: from, quote: 1, quoteStart: quote, limit: 64)
    guard decided - from >= 12, decided - from == 64 || text[decided] == text[quote],
      text.isRandom(from..<decided),
      !isReference(from..<decided, quoted: true),
      isSecret(from..<decided, key: key, keyStart: range.lowerBound, prose: true),
      !text.isPlaceholder(from..<decided), !text.contains(" ", in: from..<decided)
    else { return nil }
    let end = valueEnd(from: from, quote: 1, quoteStart: quote, limit: .max)
    return Hit(start: from, end: end, kind: key.kind)
  }
}
