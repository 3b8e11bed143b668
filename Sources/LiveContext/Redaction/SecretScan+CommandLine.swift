// Command lines: options whose value is a secret.

/// A program whose short options may hold a secret: which of them do.
enum SecretCommand {
  /// `-p`
  case login
  /// `-a`
  case redis
  /// `-w`
  case ldap
  /// `-k`
  case openssl
  /// `-P`
  case archive
  /// `-b file user password`
  case htpasswd
  case other
}

extension SecretScan {
  /// The secret behind an option that starts at `index`: `--token X`, `-u user:X`, `-p X`, `-pX`.
  mutating func option(at index: Int) -> Hit? {
    guard index == 0 || isOptionStart(text.base[index - 1]) else { return nil }
    if text[index + 1] == UInt8(ascii: "-") {
      let end = text.end(of: .dotted, from: index + 2, limit: 48)
      return longOption(name: index + 2..<end)
    }
    let letter = text[index + 1]
    let word = text.end(of: .url, from: index + 1, limit: 48)
    if word - index > 2, text.isBlank(word), let hit = longOption(name: index + 1..<word) {
      return hit
    }
    switch letter {
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      guard word == index + 2 || text[index + 2] > 0x20 else { return nil }
      return pair(
        at: text.isBlank(index + 2) ? text.skippingBlanks(from: index + 2, limit: 3) : index + 2)
    case UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "a"), UInt8(ascii: "w"),
      UInt8(ascii: "k"):
      return shortOption(letter, at: index)
    case UInt8(ascii: "b"):
      // `htpasswd -b file user password`
      guard commands(before: index) == .htpasswd else { return nil }
      return argument(3, from: index + 2)
    default: return nil
    }
  }

  private func isOptionStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "("),
      UInt8(ascii: "["), UInt8(ascii: ","):
      true
    default: false
    }
  }

  private func longOption(name: Range<Int>) -> Hit? {
    let end = name.upperBound
    let equals = text[end] == UInt8(ascii: "=")
    guard !name.isEmpty, equals || text.isBlank(end) else { return nil }
    let start = equals ? end + 1 : text.skippingBlanks(from: end, limit: 3)
    if isWord("user", name) || isWord("proxy-user", name) || isWord("userpwd", name) {
      return pair(at: start)
    }
    guard !equals, let (key, range) = key(endingAt: end), text[start] != UInt8(ascii: "-") else {
      return nil
    }
    return secretValue(at: start, key: key, keyRange: range, prose: false)
  }

  private mutating func shortOption(_ letter: UInt8, at index: Int) -> Hit? {
    let known =
      switch letter {
      case UInt8(ascii: "a"): commands(before: index) == .redis
      case UInt8(ascii: "w"): commands(before: index) == .ldap
      case UInt8(ascii: "k"): commands(before: index) == .openssl
      case UInt8(ascii: "P"): commands(before: index) == .archive
      default: commands(before: index) == .login
      }
    guard known else { return nil }
    let blank = text.isBlank(index + 2)
    let start = blank ? text.skippingBlanks(from: index + 2, limit: 3) : index + 2
    guard text[start] > 0x20, text[start] != UInt8(ascii: "-") else { return nil }
    return secretValue(at: start, key: .password, keyRange: index..<index + 2, prose: false)
  }

  /// The last command in the 64 bytes before `index` that takes a secret as an option.
  ///
  /// Each byte is looked at once, however many options there are.
  private mutating func commands(before index: Int) -> SecretCommand {
    let initials = ByteSet.of(
      UInt8(ascii: "r"), UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "z"),
      UInt8(ascii: "u"), UInt8(ascii: "b"), UInt8(ascii: "7"), UInt8(ascii: "s"),
      UInt8(ascii: "m"), UInt8(ascii: "h"), UInt8(ascii: "c"), UInt8(ascii: "i"))
    var place = max(command.lookedUpTo, index - 64)
    while place < index {
      if initials.contains(text.base[place]), !text.isAlphanumeric(place - 1),
        let kind = command(at: place)
      {
        (command.kind, command.place) = (kind, place)
      }
      place += 1
    }
    command.lookedUpTo = max(command.lookedUpTo, index)
    return command.place >= index - 64 ? command.kind : .other
  }

  private func command(at place: Int) -> SecretCommand? {
    switch text.base[place] {
    case UInt8(ascii: "r"):
      if text.has("rabbitmq", at: place) { return .login }
      if text.has("redis-cli", at: place) { return .redis }
    case UInt8(ascii: "l"):
      if text.has("login", at: place) { return .login }
      if text.has("ldap", at: place) { return .ldap }
    case UInt8(ascii: "o"): if text.has("openssl", at: place) { return .openssl }
    case UInt8(ascii: "z"): if text.has("zip ", at: place) { return .archive }
    case UInt8(ascii: "u"): if text.has("unzip ", at: place) { return .archive }
    case UInt8(ascii: "b"): if text.has("bcp ", at: place) { return .archive }
    case UInt8(ascii: "7"): if text.has("7z", at: place) { return .login }
    case UInt8(ascii: "s"):
      if text.has("sqlcmd", at: place) { return .archive }
      if text.has("sshpass", at: place) { return .login }
    case UInt8(ascii: "m"):
      if text.has("mysql", at: place) || text.has("mongo", at: place)
        || text.has("mariadb", at: place)
      {
        return .login
      }
    case UInt8(ascii: "h"): if text.has("htpasswd", at: place) { return .htpasswd }
    case UInt8(ascii: "c"):
      if text.has("cqlsh", at: place) || text.has("clickhouse", at: place) { return .login }
    case UInt8(ascii: "i"):
      if text.has("ipmitool", at: place) { return .archive }
      if text.has("influx", at: place) { return .login }
    default: break
    }
    return nil
  }

  /// The password of `user:password` at `start`.
  func pair(at start: Int) -> Hit? {
    let quote = text.quote(at: start)
    let from = start + quote
    let set = ByteSet.dotted.union(.of(UInt8(ascii: "@"), UInt8(ascii: "\\")))
    let user = text.end(of: set, from: from, limit: 64)
    guard user > from, text[user] == UInt8(ascii: ":") || text[user] == UInt8(ascii: "%") else {
      return nil
    }
    let value = user + 1
    if let hit = text.token(at: value) { return hit }
    let decided = valueEnd(from: value, quote: quote, quoteStart: start, limit: 64)
    guard decided - value >= 4, !isReference(value..<decided, quoted: quote > 0),
      !text.isPlaceholder(value..<decided),
      isSecret(value..<decided, key: .password, keyStart: start, prose: false)
    else { return nil }
    let end = valueEnd(from: value, quote: quote, quoteStart: start, limit: .max)
    return Hit(start: value, end: end, kind: "password")
  }

  /// The `number`th word from `start` on.
  private func argument(_ number: Int, from start: Int) -> Hit? {
    var index = text.skippingBlanks(from: start, limit: 3)
    for _ in 1..<number {
      while index < text.count, text.base[index] > 0x20, index < start + 96 { index += 1 }
      index = text.skippingBlanks(from: index, limit: 3)
    }
    return secretValue(at: index, key: .password, keyRange: start..<start, prose: false)
  }
}
