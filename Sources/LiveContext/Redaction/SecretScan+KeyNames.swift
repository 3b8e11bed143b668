// Names of keys: which last words promise a secret, and which words before them take that back.

extension SecretScan {
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
    // The caller knows the last byte, so the one before it is the one to ask.
    let before = lowercased(text[end - 2])
    func ends(_ word: StaticString) -> Int? {
      let length = word.utf8CodeUnitCount
      guard before == word.utf8Start[length - 2] else { return nil }
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
    case UInt8(ascii: "k"):
      if let length = ends("psk"), !text.isAlphanumeric(end - 4) { return (.password, length) }
    case UInt8(ascii: "h"):
      if let length = ends("auth") { return (.weak, length) }
    case UInt8(ascii: "a"):
      if let length = ends("key-data") { return (.key, length) }
    case UInt8(ascii: "g"):
      if let length = ends("sig") { return (.weak, length) }
    case UInt8(ascii: "l"):
      if let length = ends("credential") { return (.weak, length) }
    case UInt8(ascii: "w"):
      if let length = ends("pw"), !text.isAlphanumeric(end - 3) { return (.password, length) }
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
