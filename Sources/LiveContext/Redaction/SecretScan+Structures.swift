// Structures: private keys, credentials in URLs, and what follows `Bearer` or `Basic`.

extension SecretScan {
  /// A private key in PEM, OpenPGP armour or SSH2 form, from its first dashes on, with or without an end.
  ///
  /// Source: RFC 7468, RFC 9580, RFC 4716.
  func privateKey(at index: Int) -> Hit? {
    guard text.has("-----BEGIN ", at: index) || text.has("---- BEGIN ", at: index) else {
      return nil
    }
    let head = index + 10..<min(index + 64, text.count)
    guard text.contains("private key", in: head) || text.contains("openssl", in: head) else {
      return nil
    }
    // Behind the title's closing dashes.
    var body = index + 10
    while body < head.upperBound, !text.has("----", at: body) { body += 1 }
    guard body < head.upperBound else { return nil }
    body = text.end(of: .of(UInt8(ascii: "-")), from: body, limit: 5)
    // The search stops at the next beginning, so that a flood of them stays linear.
    var end = body
    while end < text.count {
      if text.base[end] == UInt8(ascii: "-") {
        if endMark(at: end) { return armoured(index, body: body, end: end) }
        if text.has("-----BEGIN ", at: end) { break }
      }
      end += 1
    }
    let last = keyBytesEnd(from: body)
    return last > body ? Hit(start: index, end: last, kind: "private-key") : nil
  }

  private func armoured(_ start: Int, body: Int, end: Int) -> Hit? {
    guard hasKeyBytes(body..<end) else { return nil }
    var last = end + 9
    while last < min(end + 64, text.count), !text.has("----", at: last) { last += 1 }
    last = text.end(of: .of(UInt8(ascii: "-")), from: last, limit: 5)
    return Hit(start: start, end: last, kind: "private-key")
  }

  private func endMark(at index: Int) -> Bool {
    text.has("-----END ", at: index) || text.has("---- END ", at: index)
  }

  private func hasKeyBytes(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = text.end(of: .base64, from: index, limit: 17)
      if end - index >= 16 { return end <= range.upperBound }
      index = max(end, index + 1)
    }
    return false
  }

  /// The end of key bytes without an end mark: words of base64, divided by blanks or `\n`.
  func keyBytesEnd(from start: Int) -> Int {
    let set = ByteSet.alphanumeric.union(
      .of(UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "=")))
    var end = start
    var index = start
    while index < text.count {
      index = text.skippingBlanks(from: index, limit: 64)
      if text[index] == UInt8(ascii: "\\") {
        while text[index] == UInt8(ascii: "\\") { index += 1 }
        index += 1
        continue
      }
      let wordEnd = text.end(of: set, from: index)
      if wordEnd - index >= 16 || wordEnd > index && end > start && text.isRandom(index..<wordEnd) {
        end = wordEnd
        index = wordEnd
        continue
      }
      // A header line of an encrypted key: skip to the blank line behind it.
      guard end == start, text[wordEnd] == UInt8(ascii: ":") || text[wordEnd] == UInt8(ascii: "-"),
        index < start + 200
      else { break }
      index = wordEnd + 1
      while index < text.count, index < start + 200, !text.isBlank(index),
        text[index] != UInt8(ascii: "\\")
      {
        index += 1
      }
      if text.isBlank(index) {
        let value = index + 1
        var stop = value
        while stop < value + 80, text[stop] > 0x20, text[stop] != UInt8(ascii: "\\") { stop += 1 }
        index = stop
      }
    }
    return end
  }

  /// The credentials between `://` and `@`.
  ///
  /// Source: RFC 3986, section 3.2.1.
  func userinfo(colon: Int) -> [Hit]? {
    var start = colon + 1
    if text.has("//", at: start) {
      start += 2
    } else if text.has("\\/\\/", at: start) {
      start += 4
    } else {
      return nil
    }
    guard text.isAlphanumeric(colon - 1) else { return nil }
    var password = 0
    var at = 0
    var index = start
    scan: while index < min(start + 320, text.count) {
      switch text.base[index] {
      case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"):
        break scan
      case UInt8(ascii: "/"), UInt8(ascii: "\\"): break scan
      case UInt8(ascii: "["):
        // The colon of a label divides nothing.
        if let end = RedactionLabel.end(in: text, at: index) { index = end - 1 }
      case UInt8(ascii: ":"): if password == 0, at == 0 { password = index + 1 }
      case UInt8(ascii: "@"):
        // The last one counts: passwords hold unescaped ones.
        if text.isAlphanumeric(index + 1) || text[index + 1] == UInt8(ascii: "[")
          || text[index + 1] == UInt8(ascii: "$")
        {
          at = index
        }
      default: break
      }
      index += 1
    }
    guard at > 0 else { return nil }
    if password == 0 || password > at {
      guard at - start >= 16, text.isRandom(start..<at), !text.isPlaceholder(start..<at) else {
        return nil
      }
      return [Hit(start: start, end: at, kind: "url-token")]
    }
    // A port and a query are no password: `host:8080?to=a@b`.
    let digits = text.end(of: .digit, from: password, limit: 6)
    if digits > password, text[digits] == UInt8(ascii: "?") || text[digits] == UInt8(ascii: "#") {
      return nil
    }
    var found: [Hit] = []
    let user = start..<password - 1
    if user.count >= 20, text.isRandom(user), !text.isPlaceholder(user) {
      found.append(Hit(start: start, end: user.upperBound, kind: "url-token"))
    }
    if isURLPassword(password..<at, user: user, host: at + 1) {
      found.append(Hit(start: password, end: at, kind: "url-password"))
    }
    return found.isEmpty ? nil : found
  }

  private func isURLPassword(_ value: Range<Int>, user: Range<Int>, host: Int) -> Bool {
    guard !value.isEmpty, !isReference(value),
      RedactionLabel.end(in: text, at: value.lowerBound) == nil,
      !text.has("x-oauth-basic", at: value.lowerBound)
    else { return false }
    if value.count >= 6, text.isPlaceholder(value) || text.has("***", at: value.lowerBound) {
      return false
    }
    if text.has("***", at: value.lowerBound) || text.has("...", at: value.lowerBound) {
      return false
    }
    // What everybody's test database has.
    let same = value.count == user.count && text.equal(value, user)
    let common =
      same || isWord("password", value) || isWord("pass", value) || isWord("passwd", value)
      || isWord("secret", value) || isWord("guest", value) || isWord("pwd", value)
      || isWord("test", value) || isWord("pw", value)
    if common {
      return
        !(text.hasAnyCase("localhost", at: host) || text.has("127.0.0.1", at: host)
        || text.contains("example", in: host..<host + 32) || text.hasAnyCase("host", at: host)
        || text.hasAnyCase("db", at: host))
    }
    return true
  }

  func isWord(_ literal: StaticString, _ range: Range<Int>) -> Bool {
    range.count == literal.utf8CodeUnitCount && text.hasAnyCase(literal, at: range.lowerBound)
  }

  /// The credential behind an authentication scheme.
  ///
  /// Source: RFC 6750, RFC 7617.
  func authorization(afterScheme end: Int, basic: Bool) -> Hit? {
    var start = end
    if text.has("%20", at: start) {
      start += 3
    } else if text[start] == UInt8(ascii: "+") {
      start += 1
    } else {
      start = text.skippingBlanks(from: start, limit: 3)
      if text[start] == UInt8(ascii: ":") || text[start] == UInt8(ascii: "=") { start += 1 }
      start = text.skippingBlanks(from: start, limit: 3)
    }
    start += text.quote(at: start)
    guard start > end else { return nil }
    if let hit = text.token(at: start) { return hit }
    if basic {
      let (stop, length) = text.bodyEnd(of: .base64, from: start, limit: .max)
      guard length >= 8, isBasicCredential(text, start..<stop) else { return nil }
      return Hit(start: start, end: stop, kind: "basic-credential")
    }
    let decided = text.end(of: .opaque, from: start, limit: 64)
    guard decided - start >= 16 || decided - start >= 8 && text.isCut(at: decided),
      text.isRandom(start..<decided), !text.isPlaceholder(start..<decided),
      text[decided] != UInt8(ascii: "(")
    else { return nil }
    return Hit(start: start, end: text.end(of: .opaque, from: start), kind: "bearer-token")
  }
}

extension ByteText {
  func equal(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    for offset in 0..<min(first.count, second.count)
    where base[first.lowerBound + offset] != base[second.lowerBound + offset] {
      return false
    }
    return first.count == second.count
  }
}
