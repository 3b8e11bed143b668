// Tokens: a published prefix, or a shape that a provider publishes instead of one.

extension SecretScan {
  /// The token of the table of formats that starts at `index`, or nil.
  func token(at index: Int) -> Hit? {
    let formats = TokenFormats.starting(with: text[index])
    for format in formats where text.has(format.prefix, at: index) {
      if let hit = match(format, at: index) { return hit }
    }
    if text.has("eyJ", at: index) || text.has("ewog", at: index) || text.has("eyA", at: index) {
      return webToken(at: index)
    }
    return nil
  }

  private func match(_ format: TokenFormat, at index: Int) -> Hit? {
    let start = index + format.prefix.utf8CodeUnitCount
    let set = format.body.set
    let minimum = Int(format.minimum)
    let (decided, length) = bodyEnd(of: set, from: start, limit: max(minimum + 1, 64))
    let body = start..<decided
    var enough = length >= minimum
    if format.style == .exact { enough = length == minimum }
    if !enough {
      guard format.style != .exact, length >= 8, isCut(at: decided),
        !ByteSet.alphanumeric.contains(text[start - 1])
      else { return nil }
      guard text.isRandom(body) || format.style == .sure else { return nil }
    }
    switch format.style {
    case .sure, .address: guard Composition(text, body).isVaried else { return nil }
    case .wordy, .exact: guard text.isRandom(body) else { return nil }
    }
    guard !text.isPlaceholder(body) else { return nil }
    let end = length > minimum ? bodyEnd(of: set, from: start, limit: .max).end : decided
    let first = format.style == .address ? start : index
    return Hit(start: first, end: withoutFullStop(end, after: start), kind: format.kind)
  }

  /// Whether a text was cut at `index`: it ends there, or an ellipsis follows.
  func isCut(at index: Int) -> Bool {
    index >= text.count || text.has("...", at: index) || text.has("\u{2026}", at: index)
      || text.isBlank(index) && text.skippingBlanks(from: index, limit: 8) >= text.count
  }

  /// A sentence's full stop, or an ellipsis, is not part of a token.
  private func withoutFullStop(_ end: Int, after start: Int) -> Int {
    var last = end
    while last > start + 8, text[last - 1] == UInt8(ascii: ".") { last -= 1 }
    return last
  }

  /// The end of a token's body, and how many characters of it there are. Halves that are joined by
  /// quotes (`"ab" + "cd"`) or by a continued line count as one.
  func bodyEnd(of set: ByteSet, from start: Int, limit: Int) -> (end: Int, length: Int) {
    var index = start
    var length = 0
    while length < limit, index < text.count {
      if set.contains(text.base[index]) {
        index += 1
        length += 1
      } else if length > 0, let next = join(at: index), set.contains(text[next]) {
        index = next
      } else {
        break
      }
    }
    return (index, length)
  }

  /// Where the second half goes on when a join starts at `index`.
  func join(at index: Int) -> Int? {
    let byte = text[index]
    if byte == UInt8(ascii: "\\"), text[index + 1] == 0x0A || text[index + 1] == 0x0D {
      return text.skippingBlanks(from: index + 1, limit: 12)
    }
    guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    else { return nil }
    var next = text.skippingBlanks(from: index + 1, limit: 12)
    switch text[next] {
    case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "&"):
      next = text.skippingBlanks(from: next + 1, limit: 12)
    default: break
    }
    switch text[next] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return next + 1
    default: return next == index + 1 && text.isAlphanumeric(next) ? next : nil
    }
  }

  /// A JSON Web Token: two or more base64url parts, the first an object. Source: RFC 7519, RFC 7516.
  private func webToken(at index: Int) -> Hit? {
    let (first, length) = bodyEnd(of: .url, from: index, limit: 4096)
    guard length >= 12, text[first] == UInt8(ascii: "."), text.isRandom(index..<first) else {
      return nil
    }
    let (second, payload) = bodyEnd(of: .dotted, from: first + 1, limit: .max)
    guard payload >= 8 else { return nil }
    return Hit(start: index, end: withoutFullStop(second, after: first), kind: "jwt")
  }

  /// Tokens that are known by their shape: where their points and lengths are.
  func shapedToken(at index: Int, wordEnd: Int) -> Hit? {
    let length = wordEnd - index
    let first = text[index]
    // Mailchimp: 32 hexadecimal digits, `-us`, a number. https://mailchimp.com/developer/marketing/guides/quick-start/
    if length == 32, text.has("-us", at: wordEnd), text.isDigit(wordEnd + 3),
      text.end(of: .hex, from: index) == wordEnd
    {
      let end = text.end(of: .digit, from: wordEnd + 3, limit: 2)
      return Hit(start: index, end: end, kind: "mailchimp-key")
    }
    // Terraform Cloud: 14 characters, `.atlasv1.`, 60 or more.
    if length == 14, text.has(".atlasv1.", at: wordEnd) {
      let (end, body) = bodyEnd(of: .url, from: wordEnd + 9, limit: .max)
      return body >= 8 ? Hit(start: index, end: end, kind: "terraform-token") : nil
    }
    // Airtable: `pat` and 14 characters, a point, 64 hexadecimal digits. https://airtable.com/developers/web/guides/personal-access-tokens
    if length == 17, text.has("pat", at: index), text[wordEnd] == UInt8(ascii: ".") {
      let (end, body) = bodyEnd(of: .hex, from: wordEnd + 1, limit: .max)
      return body >= 8 ? Hit(start: index, end: end, kind: "airtable-token") : nil
    }
    // Discord: a number in base64, six characters, 27 or more. https://discord.com/developers/docs/reference#authentication
    if first == UInt8(ascii: "M") || first == UInt8(ascii: "N") || first == UInt8(ascii: "O") {
      return discordToken(at: index)
    }
    // Telegram: 8 to 10 digits, a colon, 35 characters. https://core.telegram.org/bots/api
    if length >= 8, length <= 10, text[wordEnd] == UInt8(ascii: ":"),
      text.end(of: .digit, from: index) == wordEnd
    {
      let (end, body) = bodyEnd(of: .url, from: wordEnd + 1, limit: .max)
      guard body >= 30, text.isRandom(wordEnd + 1..<end) else { return nil }
      return Hit(start: index, end: end, kind: "telegram-bot-token")
    }
    // Asana: a version, one or two numbers, a colon, 32 hexadecimal digits. https://developers.asana.com/docs/personal-access-token
    if length == 1, first == UInt8(ascii: "1") || first == UInt8(ascii: "2"),
      text[wordEnd] == UInt8(ascii: "/")
    {
      let numbers = ByteSet.digit.union(.of(UInt8(ascii: "/")))
      let colon = text.end(of: numbers, from: wordEnd + 1, limit: 48)
      guard colon - wordEnd >= 12, text[colon] == UInt8(ascii: ":") else { return nil }
      let end = text.end(of: .hex, from: colon + 1)
      return end - colon > 32 ? Hit(start: index, end: end, kind: "asana-token") : nil
    }
    // Facebook: application number, `|`, its secret. https://developers.facebook.com/docs/facebook-login/guides/access-tokens
    if length >= 13, length <= 17, text[wordEnd] == UInt8(ascii: "|"),
      text.end(of: .digit, from: index) == wordEnd
    {
      let (end, body) = bodyEnd(of: .url, from: wordEnd + 1, limit: .max)
      guard body >= 20, text.isRandom(wordEnd + 1..<end) else { return nil }
      return Hit(start: index, end: end, kind: "facebook-token")
    }
    // Salesforce: an organisation's number, `!`, the session. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens.htm
    if length == 15 || length == 18, text.has("00D", at: index), text[wordEnd] == UInt8(ascii: "!")
    {
      let (end, body) = bodyEnd(of: .dotted, from: wordEnd + 1, limit: .max)
      return body >= 40 ? Hit(start: index, end: end, kind: "salesforce-session") : nil
    }
    // Firebase Cloud Messaging: 11 characters, a colon, 140. https://firebase.google.com/docs/cloud-messaging/auth-server
    if length <= 11, text.has("AAAA", at: index) {
      let colon = text.end(of: .url, from: index, limit: 12)
      guard colon == index + 11, text.has(":APA91b", at: colon) else { return nil }
      let (end, _) = bodyEnd(of: .url, from: colon + 1, limit: .max)
      return Hit(start: index, end: end, kind: "firebase-key")
    }
    return nil
  }

  private func discordToken(at index: Int) -> Hit? {
    let first = text.end(of: .url, from: index, limit: 30)
    guard first - index >= 23, first - index <= 28, text[first] == UInt8(ascii: ".") else {
      return nil
    }
    let second = text.end(of: .url, from: first + 1, limit: 8)
    guard second - first >= 6, second - first <= 8, text[second] == UInt8(ascii: ".") else {
      return nil
    }
    let (end, length) = bodyEnd(of: .url, from: second + 1, limit: .max)
    guard length >= 20 || length >= 8 && isCut(at: end), text.isRandom(index..<first) else {
      return nil
    }
    return Hit(start: index, end: end, kind: "discord-bot-token")
  }

  /// The 40 characters of a secret access key within a few words behind its id.
  func accessKeySecret(after index: Int) -> Hit? {
    let set = ByteSet.alphanumeric.union(.of(UInt8(ascii: "/"), UInt8(ascii: "+")))
    var next = index
    while next < index + 48, next < text.count {
      guard set.contains(text[next]) else {
        next += 1
        continue
      }
      // A path's or a key's separator may stand right before the secret.
      let end = text.end(of: set, from: next, limit: 64)
      for start in next...min(next + 1, end)
      where end - start == 40 && text.isRandom(start..<end) {
        return Hit(start: start, end: end, kind: "aws-secret-key")
      }
      next = end
    }
    return nil
  }

  /// Azure client secrets: three characters, a digit, `Q~`, 31 or more. https://learn.microsoft.com/en-us/entra/identity-platform/
  func azureSecret(tilde: Int) -> Hit? {
    guard text[tilde - 1] == UInt8(ascii: "Q"), text.isDigit(tilde - 2), tilde >= 5 else {
      return nil
    }
    let set = ByteSet.dotted.union(.of(UInt8(ascii: "~")))
    guard text.end(of: set, from: tilde - 5, limit: 3) == tilde - 2 else { return nil }
    let end = text.end(of: set, from: tilde + 1)
    guard end - tilde > 28 || end - tilde > 8 && isCut(at: end) else { return nil }
    return Hit(start: tilde - 5, end: end, kind: "azure-client-secret")
  }

  /// The hash of a password as crypt(5) writes it, which can be attacked offline.
  func passwordHash(at index: Int) -> Hit? {
    let known =
      text.has("$2a$", at: index) || text.has("$2b$", at: index) || text.has("$2y$", at: index)
      || text.has("$6$", at: index) || text.has("$5$", at: index) || text.has("$1$", at: index)
      || text.has("$y$", at: index) || text.has("$apr1$", at: index)
      || text.has("$argon2", at: index) || text.has("$pbkdf2", at: index)
      || text.has("$scrypt$", at: index)
    guard known else { return nil }
    let set = ByteSet.base64.union(
      .of(UInt8(ascii: "$"), UInt8(ascii: "."), UInt8(ascii: ",")))
    let decided = text.end(of: set, from: index, limit: 64)
    guard decided - index >= 24, text.isRandom(index + 4..<decided) else { return nil }
    return Hit(start: index, end: text.end(of: set, from: index), kind: "password-hash")
  }
}
