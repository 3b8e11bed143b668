// Assignments: a key that ends in a secret word, a separator, and a value that is no reference.

/// What a key says about its value.
enum SecretKey {
  case password
  case token
  /// `*_key`: many keys are harmless, so the value must look random.
  case key
  /// `key`, `code`, `auth`, `sig`: only a long random value counts.
  case weak
  case session
  case bearer

  /// Whether a value without a digit or a capital in its first 32 bytes is none.
  var wantsVariety: Bool {
    switch self {
    case .key, .weak, .session, .bearer: true
    case .password, .token: false
    }
  }

  var kind: StaticString {
    switch self {
    case .password: "password"
    case .token, .bearer: "token"
    case .key, .weak: "key"
    case .session: "session"
    }
  }
}

extension SecretScan {
  /// The value that is assigned at `separator` (`=`, `:`, `=>`, `:=`, `%3D`), when it is a secret.
  func assignment(separator: Int) -> Hit? {
    guard let found = keyBefore(separator) else { return unusual(separator: separator) }
    var key = found.0
    let keyRange = found.1
    // A part of a resource's name, as in `arn:aws:secretsmanager:…:secret:name`.
    if text[separator] == UInt8(ascii: ":"), text[keyRange.lowerBound - 1] == UInt8(ascii: ":") {
      key = .weak
    }
    var start = separator + (text[separator] == UInt8(ascii: "%") ? 3 : 1)
    if text[start] == UInt8(ascii: "=") || text[start] == UInt8(ascii: ">") { start += 1 }
    let tight = !text.isBlank(start)
    start = text.skippingBlanks(from: start, limit: 10)
    if text.has("%20", at: start) { start += 3 }
    // `BASIC_AUTH=user:X`
    if key == .weak, text.contains("basic", in: keyRange), let hit = pair(at: start) { return hit }
    // A block of YAML: `password: |` and the value on the next line.
    if text[start] == UInt8(ascii: "|") || text[start] == UInt8(ascii: ">") {
      let line = text[start + 1] == UInt8(ascii: "-") ? start + 2 : start + 1
      if text.isBlank(line) { start = text.skippingBlanks(from: line, limit: 16) }
    }
    // `Authorization: Scheme value`; the schemes that everybody uses are met as words.
    if key == .bearer {
      let scheme = text.end(of: .letter, from: start, limit: 24)
      if scheme > start, text[scheme] == 0x20, !text.hasAnyCase("basic", at: start) {
        return authorization(afterScheme: scheme, basic: false)
      }
    }
    let isAssigned =
      text[separator] != UInt8(ascii: ":") || text[separator + 1] == UInt8(ascii: "=")
    return secretValue(at: start, key: key, keyRange: keyRange, prose: !tight && !isAssigned)
  }

  /// Assignments whose key is not a name before the separator.
  private func unusual(separator: Int) -> Hit? {
    // `<add key="ApiKey" value="X" />`
    if text[separator] == UInt8(ascii: "="), text.hasAnyCase("value", at: separator - 5) {
      let quote = text.start(of: .of(0x20), before: separator - 5, limit: 2) - 1
      guard text.quote(at: quote) == 1, let (key, range) = key(endingAt: quote) else { return nil }
      return secretValue(at: separator + 1, key: key, keyRange: range, prose: false)
    }
    guard text[separator] == UInt8(ascii: ":") else { return nil }
    // The private number of a JSON Web Key. Source: RFC 7517.
    if text.has("\"d\":\"", at: separator - 3) {
      let end = text.end(of: .url, from: separator + 2)
      guard end - separator > 40, text.isRandom(separator + 2..<end) else { return nil }
      return Hit(start: separator + 2, end: end, kind: "private-key")
    }
    // The words that stand for a wallet's seed. Source: BIP 39.
    if text.hasAnyCase("mnemonic", at: separator - 8)
      || text.hasAnyCase("phrase", at: separator - 6)
      || text.hasAnyCase("mnemonic\"", at: separator - 9)
    {
      var start = text.skippingBlanks(from: separator + 1, limit: 3)
      start += text.quote(at: start)
      return seedWords(at: start)
    }
    return nil
  }

  private func seedWords(at start: Int) -> Hit? {
    var words = 0
    var index = start
    var end = start
    while words < 24 {
      end = text.end(of: .lower, from: index, limit: 9)
      guard end - index >= 3, end - index <= 8 else { break }
      words += 1
      index = end + 1
      if text[end] != 0x20 { break }
    }
    guard words >= 12 else { return nil }
    if text[end - 1] == 0x20 { end -= 1 }
    return Hit(start: start, end: end, kind: "seed-words")
  }

  /// The value of an XML element whose tag closes at `index`: `<password>X</password>`.
  func element(closing index: Int) -> Hit? {
    guard let (key, range) = key(endingAt: index), text[range.lowerBound - 1] == UInt8(ascii: "<")
    else { return nil }
    return secretValue(at: index + 1, key: key, keyRange: range, prose: false)
  }

  /// The secret at `start` that belongs to `key`.
  ///
  /// In `prose` an unquoted word must say more for itself.
  func secretValue(at start: Int, key: SecretKey, keyRange: Range<Int>, prose: Bool) -> Hit? {
    let quote = text.quote(at: start)
    let from = start + quote
    guard from < text.count, text.base[from] > 0x20 else { return nil }
    if let hit = text.token(at: from) ?? privateKey(at: from) { return hit }
    // Nothing of one case alone is random, so most values need no end to be told.
    guard !key.wantsVariety || text.hasVariety(from..<from + 32) else { return nil }
    let decided = valueEnd(from: from, quote: quote, quoteStart: start, limit: 64)
    let value = from..<decided
    guard value.count >= 4,
      isSecret(value, key: key, keyStart: keyRange.lowerBound, prose: prose && quote == 0),
      !isReference(value, quoted: quote > 0), !text.isPlaceholder(value)
    else { return nil }
    var end = valueEnd(from: from, quote: quote, quoteStart: start, limit: .max)
    // The other halves of a joined string.
    while quote == 1, let next = text.join(at: end), next > end + 1 {
      end = valueEnd(from: next, quote: 1, quoteStart: next - 1, limit: .max)
    }
    return Hit(start: from, end: end, kind: key.kind)
  }

  /// The key that ends right before `separator`, quotes and blanks between them left out.
  private func keyBefore(_ separator: Int) -> (SecretKey, Range<Int>)? {
    var end = separator
    var skipped = 0
    while skipped < 4, end > 0 {
      switch text.base[end - 1] {
      case 0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "]"),
        UInt8(ascii: "`"), UInt8(ascii: "*"):
        end -= 1
        skipped += 1
        continue
      case UInt8(ascii: ";") where text.has("&quot;", at: end - 6): end -= 6
      case UInt8(ascii: "2") where text.has("\\u0022", at: end - 6): end -= 6
      case UInt8(ascii: "2") where text.has("%22", at: end - 3): end -= 3
      default: break
      }
      break
    }
    return key(endingAt: end)
  }
}
