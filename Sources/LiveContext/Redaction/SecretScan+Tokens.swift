// Tokens: a published prefix, or a shape that a provider publishes instead of one.

extension SecretScan {
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
      let (end, body) = text.bodyEnd(of: .url, from: wordEnd + 9, limit: .max)
      return body >= 8 ? Hit(start: index, end: end, kind: "terraform-token") : nil
    }
    // Airtable: `pat` and 14 characters, a point, 64 hexadecimal digits. https://airtable.com/developers/web/guides/personal-access-tokens
    if length == 17, text.has("pat", at: index), text[wordEnd] == UInt8(ascii: ".") {
      let (end, body) = text.bodyEnd(of: .hex, from: wordEnd + 1, limit: .max)
      return body >= 8 ? Hit(start: index, end: end, kind: "airtable-token") : nil
    }
    // Discord: a number in base64, six characters, 27 or more. https://discord.com/developers/docs/reference#authentication
    if first == UInt8(ascii: "M") || first == UInt8(ascii: "N") || first == UInt8(ascii: "O") {
      if let hit = discordToken(at: index) { return hit }
    }
    // Telegram: 8 to 10 digits, a colon, 35 characters. https://core.telegram.org/bots/api
    if length >= 8, length <= 10, text[wordEnd] == UInt8(ascii: ":"),
      text.end(of: .digit, from: index) == wordEnd
    {
      let (end, body) = text.bodyEnd(of: .url, from: wordEnd + 1, limit: .max)
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
      let (end, body) = text.bodyEnd(of: .url, from: wordEnd + 1, limit: .max)
      guard body >= 20, text.isRandom(wordEnd + 1..<end) else { return nil }
      return Hit(start: index, end: end, kind: "facebook-token")
    }
    // Salesforce: an organisation's number, `!`, the session. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens.htm
    if length == 15 || length == 18, text.has("00D", at: index), text[wordEnd] == UInt8(ascii: "!")
    {
      let (end, body) = text.bodyEnd(of: .dotted, from: wordEnd + 1, limit: .max)
      return body >= 40 ? Hit(start: index, end: end, kind: "salesforce-session") : nil
    }
    // ngrok: 27 characters, `_`, 21. https://ngrok.com/docs/agent/#authtokens
    if length == 27, first &- 0x30 < 10, text[wordEnd] == UInt8(ascii: "_") {
      let end = text.end(of: .alphanumeric, from: wordEnd + 1, limit: 22)
      guard end - wordEnd == 22, text.isRandom(index..<wordEnd) else { return nil }
      return Hit(start: index, end: end, kind: "ngrok-token")
    }
    // MaxMind: 6 characters, `_`, 29, `_mmk`. https://support.maxmind.com/hc/en-us/articles/4407111582235-Generate-a-License-Key
    if length == 6, text.has("_mmk", at: wordEnd + 30),
      text.end(of: .alphanumeric, from: wordEnd + 1, limit: 30) == wordEnd + 30
    {
      return Hit(start: index, end: wordEnd + 34, kind: "maxmind-key")
    }
    if length >= 52, let hit = azureWord(index..<wordEnd) { return hit }
    // Firebase Cloud Messaging: 11 characters, a colon, 140. https://firebase.google.com/docs/cloud-messaging/auth-server
    if length <= 11, text.has("AAAA", at: index) {
      let colon = text.end(of: .url, from: index, limit: 12)
      guard colon == index + 11, text.has(":APA91b", at: colon) else { return nil }
      let (end, _) = text.bodyEnd(of: .url, from: colon + 1, limit: .max)
      return Hit(start: index, end: end, kind: "firebase-key")
    }
    return nil
  }

  /// Keys of Azure that are one word, and personal access tokens of Azure DevOps before 2024, which are 52
  /// characters of base32. https://github.com/microsoft/security-utilities
  private func azureWord(_ word: Range<Int>) -> Hit? {
    if word.count >= 76, text.has("JQQJ9", at: word.lowerBound + 52) {
      return Hit(start: word.lowerBound, end: word.upperBound, kind: "azure-key")
    }
    guard word.count == 52 else { return nil }
    let base32 = ByteSet(low: 0x00FC_0000_0000_0000, high: ByteSet.lower.high)
    guard text.end(of: base32, from: word.lowerBound) == word.upperBound,
      Composition(text, word).digits >= 4, !ByteSet.opaque.contains(text[word.upperBound]),
      !ByteSet.opaque.contains(text[word.lowerBound - 1])
    else { return nil }
    return Hit(start: word.lowerBound, end: word.upperBound, kind: "azure-devops-token")
  }

  /// Storage keys of Azure since 2021: 76 characters of base64, `+ASt`, six more and `==`.
  func azureKey(signature: Int) -> Hit? {
    guard text.has("+ASt", at: signature) else { return nil }
    let set = ByteSet.alphanumeric.union(.of(UInt8(ascii: "/"), UInt8(ascii: "+")))
    let end = text.end(of: set, from: signature, limit: 12)
    let start = text.start(of: set, before: signature, limit: 76)
    guard text.has("==", at: end), signature - start >= 70 else { return nil }
    return Hit(start: start, end: end + 2, kind: "azure-key")
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
    let (end, length) = text.bodyEnd(of: .url, from: second + 1, limit: .max)
    guard length >= 20 || length >= 8 && text.isCut(at: end), text.isRandom(index..<first) else {
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
    guard end - tilde > 28 || end - tilde > 8 && text.isCut(at: end) else { return nil }
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
