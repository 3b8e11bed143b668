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

  /// What the name that ends at `end` promises, or nil when its last word is not a secret's.
  func key(endingAt end: Int) -> (SecretKey, Range<Int>)? {
    guard end > 1 else { return nil }
    let last = lowercased(text.base[end - 1])
    guard let (kind, length) = secretWord(endingAt: end, last: last) else { return nil }
    let start = text.start(of: .dotted, before: end - length, limit: 48)
    let prefix = start..<end - length
    guard let kind = judged(kind, word: end - length..<end, prefix: prefix) else { return nil }
    return (kind, start..<end)
  }

  private func secretWord(endingAt end: Int, last: UInt8) -> (SecretKey, Int)? {
    func ends(_ word: StaticString) -> Int? {
      let length = word.utf8CodeUnitCount
      return text.hasAnyCase(word, at: end - length) ? length : nil
    }
    switch last {
    case UInt8(ascii: "d"):
      if let length = ends("password") ?? ends("passwd") ?? ends("pwd") ?? ends("pswd") {
        return (.password, length)
      }
      if let length = ends("sessionid") ?? ends("sessid") ?? ends("session_id") ?? ends(".sid") {
        return (.session, length)
      }
    case UInt8(ascii: "e"):
      if let length = ends("passphrase") ?? ends("passcode") { return (.password, length) }
      if let length = ends("secretkeybase") ?? ends("secret_key_base") { return (.token, length) }
      if let length = ends("signature") ?? ends("code") { return (.weak, length) }
      if let length = ends("cookie") { return (.session, length) }
    case UInt8(ascii: "s"):
      if let length = ends("pass") { return (.password, length) }
      if let length = ends("credentials") ?? ends("authkeys") { return (.weak, length) }
    case UInt8(ascii: "t"):
      if let length = ends("secret") ?? ends("passwort") ?? ends("jwt") { return (.token, length) }
      if let length = ends("salt") { return (.weak, length) }
    case UInt8(ascii: "n"):
      if let length = ends("token") { return (.token, length) }
      if let length = ends("session") { return (.session, length) }
      if let length = ends("authorization") { return (.bearer, length) }
      if let length = ends("dsn") ?? ends("connection_string") { return (.weak, length) }
    case UInt8(ascii: "y"):
      if let length = ends("key") { return (.key, length) }
    case UInt8(ascii: "h"):
      if let length = ends("auth") { return (.weak, length) }
    case UInt8(ascii: "a"):
      if let length = ends("key-data") { return (.key, length) }
    case UInt8(ascii: "g"):
      if let length = ends("sig") { return (.weak, length) }
    case UInt8(ascii: "l"):
      if let length = ends("credential") { return (.weak, length) }
    case UInt8(ascii: "w"):
      if let length = ends("_pw") { return (.password, length) }
    case UInt8(ascii: "c"):
      if let length = ends("private-mac") ?? ends("hmac") { return (.weak, length) }
    default: break
    }
    return nil
  }

  /// What is left of a key's promise once the words before its last one are read.
  private func judged(_ kind: SecretKey, word: Range<Int>, prefix: Range<Int>) -> SecretKey? {
    let joined = prefix.upperBound
    func after(_ literal: StaticString) -> Bool {
      let length = literal.utf8CodeUnitCount
      return length <= prefix.count && text.hasAnyCase(literal, at: joined - length)
    }
    let separated =
      prefix.isEmpty || !ByteSet.alphanumeric.contains(text[joined - 1])
      || (ByteSet.lower.contains(text[joined - 1]) && ByteSet.upper.contains(text[joined]))
    switch kind {
    case .password:
      // `pass` alone is also a verb: `single-pass:`, `bypass:`, `compass:`.
      if word.count == 4 {
        if after("by") || after("com") || after("single-") || after("multi-") || after("two-")
          || after("one-") || after("sur") || after("tres")
        {
          return nil
        }
      }
      return .password
    case .token:
      if after("csrf_") || after("csrf") || after("csrf-") || after("xsrf-") || after("xsrf_")
        || after("page_") || after("page") || after("next_") || after("next") || after("sync_")
        || after("continuation") || after("continuation_") || after("cancellation")
        || after("cancel_") || after("no_") || after("eos_") || after("pad_")
      {
        return nil
      }
      return .token
    case .key:
      if prefix.isEmpty { return .weak }
      if after("public_") || after("public-") || after("public") || after("pub") || after("pub_")
        || after("cache_") || after("cache-") || after("cache") || after("primary_")
        || after("primary") || after("foreign_") || after("foreign") || after("partition_")
        || after("partition") || after("sort_") || after("idempotency_") || after("idempotency-")
        || after("idempotency") || after("row_") || after("bucket_") || after("object_")
        || after("translation_") || after("i18n_") || after("lookup_") || after("map_")
        || after("host_") || after("host") || after("hot") || after("mon") || after("tur")
        || after("publishable_") || after("publishable") || after("dedup_") || after("dedupe_")
        || after("s3_") || after("unique_") || after("group_") || after("site_") || after("sitekey")
      {
        return nil
      }
      return separated || after("api") || after("apikey") || after("auth") ? .key : .weak
    case .session:
      return separated || after("js") || after("php") ? .session : nil
    case .weak, .bearer:
      return separated || after("x-amz-") ? kind : nil
    }
  }
}
