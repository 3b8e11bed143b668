// Values: where one ends, and whether it is a secret, a reference to one, or a plain word.

extension SecretScan {
  /// The end of a value that starts at `from`.
  ///
  /// A quoted one goes to its quote, any other to a blank or to what closes it.
  func valueEnd(from: Int, quote: Int, quoteStart: Int, limit: Int) -> Int {
    let last = limit < text.count - from ? from + limit : text.count
    if quote > 0 {
      var index = from
      while index < last {
        let byte = text.base[index]
        if byte == 0x0A || byte == 0x0D { break }
        if byte == text.base[quoteStart], text.quote(at: index) > 0,
          closes(index, quoteStart, quote)
        {
          return index
        }
        if byte == UInt8(ascii: "\\"), quote == 1 { index += 1 }
        index += 1
      }
      if index >= last, last < text.count { return min(index, text.count) }
    }
    // Nothing ends at these, and most values are made of nothing else.
    let plain = ByteSet.dotted.union(
      .of(UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: ":")))
    var index = from
    var open = 0
    while index < last {
      defer { index += 1 }
      if plain.contains(text.base[index]) { continue }
      switch text.base[index] {
      case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"),
        UInt8(ascii: "'"):
        return index
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if open == 0 { return index }
        open -= 1
      case UInt8(ascii: "\\"):
        switch text[index + 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "\""),
          UInt8(ascii: "'"), UInt8(ascii: "u"), UInt8(ascii: "\\"):
          return index
        default: break
        }
      case UInt8(ascii: "%"):
        if text.has("%26", at: index) || text.has("%22", at: index) || text.has("%20", at: index) {
          return index
        }
      case 0xE2:
        if text.quote(at: index) > 0 || text.has("\u{2026}", at: index) { return index }
      case 0xE3:
        // Brackets and full stops of Chinese and Japanese.
        if text[index + 1] == 0x80 { return index }
      default: break
      }
    }
    return index
  }

  private func closes(_ index: Int, _ quoteStart: Int, _ quote: Int) -> Bool {
    var offset = 0
    while offset < quote {
      if text[index + offset] != text[quoteStart + offset] {
        return text.base[quoteStart] == 0xE2 && offset == 2
      }
      offset += 1
    }
    return true
  }

  /// Whether a value names a secret that is somewhere else: a variable, a call, a path, a template.
  func isReference(_ value: Range<Int>, quoted: Bool = false) -> Bool {
    let start = value.lowerBound
    switch text[start] {
    case UInt8(ascii: "$"):
      // `$name`, `${name}`, `$(command)`, `$1`; `$ecret!` with a symbol further on is a value.
      let next = text[start + 1]
      if next == UInt8(ascii: "{") || next == UInt8(ascii: "(") { return true }
      return text.end(of: .word, from: start + 1) >= value.upperBound
    case UInt8(ascii: "<"): return true
    case UInt8(ascii: "{"): return text[start + 1] == UInt8(ascii: "{") || !quoted
    case UInt8(ascii: "["):
      return RedactionLabel.end(in: text, at: start) != nil || !quoted
        || text[value.upperBound - 1] == UInt8(ascii: "]")
    case UInt8(ascii: "("), UInt8(ascii: "&"): return !quoted
    case UInt8(ascii: "%"): return text[value.upperBound - 1] == UInt8(ascii: "%")
    case UInt8(ascii: "!"):
      if text.has("!Ref", at: start) || text.has("!Sub", at: start) || text.has("!vault", at: start)
        || text.has("!secret", at: start) || text.has("!Get", at: start)
        || text.has("!Import", at: start)
      {
        return true
      }
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      if !quoted, prefersWord(start + 1, value) { return true }
    case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "~"):
      if !text.isRandom(value),
        text.contains("/", in: start + 1..<value.upperBound) || text.has("./", at: start)
          || text.has("~/", at: start)
      {
        return true
      }
    default: break
    }
    if namesAnotherPlace(start) { return true }
    let name = text.end(of: .word, from: start, limit: value.count)
    guard name > start, !quoted else { return false }
    // A call or an index: `getToken(user)`, `tokens[i]`, `bcrypt.hash(`.
    let path = text.end(of: .dotted, from: start, limit: value.count)
    let open = text[path]
    if path <= value.upperBound, open == UInt8(ascii: "(") || open == UInt8(ascii: "[") {
      return !ByteSet.digit.contains(text[start])
    }
    if text.has("->", at: path - 1) || text.has("::", at: path) || text.has("?.", at: path) {
      return !ByteSet.digit.contains(text[start])
    }
    return false
  }

  private func prefersWord(_ start: Int, _ value: Range<Int>) -> Bool {
    let set = ByteSet.letter.union(.of(UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-")))
    return text.end(of: set, from: start) >= value.upperBound
  }

  private func namesAnotherPlace(_ start: Int) -> Bool {
    switch lowercased(text[start]) {
    case UInt8(ascii: "a"): text.has("arn:", at: start)
    case UInt8(ascii: "c"): text.has("config.", at: start) || text.has("config[", at: start)
    case UInt8(ascii: "d"): text.has("data.", at: start)
    case UInt8(ascii: "e"):
      text.hasAnyCase("env.", at: start) || text.hasAnyCase("env[", at: start)
        || text.hasAnyCase("env:", at: start) || text.hasAnyCase("env(", at: start)
    case UInt8(ascii: "f"): text.has("file:", at: start)
    case UInt8(ascii: "g"): text.has("getenv", at: start)
    case UInt8(ascii: "h"): text.has("http://", at: start) || text.has("https://", at: start)
    case UInt8(ascii: "l"): text.has("local.", at: start)
    case UInt8(ascii: "m"): text.has("module.", at: start)
    case UInt8(ascii: "o"): text.has("os.", at: start) || text.has("op://", at: start)
    case UInt8(ascii: "p"):
      text.has("process.env", at: start) || text.has("params", at: start)
        || text.has("projects/", at: start)
    case UInt8(ascii: "r"):
      text.has("Rails.", at: start) || text.has("request.", at: start)
        || text.has("ref+", at: start)
    case UInt8(ascii: "s"):
      text.has("self.", at: start) || text.has("secrets.", at: start)
        || text.has("settings.", at: start) || text.has("ssm:", at: start)
    case UInt8(ascii: "t"): text.has("this.", at: start)
    case UInt8(ascii: "v"):
      text.has("var.", at: start) || text.has("vars.", at: start) || text.has("vault:", at: start)
    default: false
    }
  }

  /// Whether a value is one that somebody would guard, given what its key promised.
  func isSecret(_ value: Range<Int>, key: SecretKey, keyStart: Int, prose: Bool) -> Bool {
    let head = value.lowerBound..<min(value.upperBound, value.lowerBound + 32)
    if key.wantsVariety, !text.hasVariety(head) { return false }
    let made = Composition(text, value)
    switch key {
    case .password:
      return value.count >= 6 && isPassword(value, made, prose: prose)
    case .token:
      return value.count >= 8 && (made.isRandom || isPassword(value, made, prose: prose))
        && made.digits < made.length
    case .key:
      return value.count >= 12 && made.isRandom
        && (value.count >= 16 || made.isVaried) && made.letters > 0
    case .weak:
      guard value.count >= 20, made.isRandom, made.letters > 0, made.digits > 0 else {
        return false
      }
      // Outside of a query, `key:` also names caches and files by their hash.
      let before = text[keyStart - 1]
      return made.upper >= 3 && made.lower >= 3 || before == UInt8(ascii: "?")
        || before == UInt8(ascii: "&")
    case .session:
      return value.count >= 16 && made.isRandom
    case .bearer:
      return value.count >= 16 && made.isRandom && made.isVaried
    }
  }

  private func isPassword(_ value: Range<Int>, _ made: Composition, prose: Bool) -> Bool {
    if made.letters == 0 {
      // Digits alone: a count far more often than a password, unless the key is nothing else.
      return !prose && made.digits >= 6 && made.symbols + made.separators == 0 && value.count <= 16
        && text.isPasswordWord(before: value.lowerBound)
    }
    // Made only of letters: chance, or two long runs of case with a symbol between (`kfmu_QZRTAPL.vqe`).
    if made.digits == 0, made.symbols == 0 {
      if made.isRandom, made.length >= 8, made.separators == 0 || made.length >= 16 { return true }
      return made.separators >= 2 && made.upper >= 5 && made.lower >= 5
        && hasCapitalRunInside(value)
    }
    if prose {
      if made.isRandom, made.length >= 8 { return true }
      if made.symbols > trailingMarks(value), made.digits > 0 || made.upper > 0 { return true }
      let trailing = trailingDigits(value)
      if trailing >= 3, made.length >= 10 { return true }
      return trailing >= 2 && made.upper > 0 && made.lower > 0 && made.length >= 8
    }
    if made.symbols == 0 {
      // `30m`, `v2.1`, `256-bit`.
      return made.length >= 8 || made.letters >= 4 && made.digits > 0
    }
    return made.digits > 0 || made.upper > 0 || made.symbols > trailingMarks(value)
  }

  private func hasCapitalRunInside(_ value: Range<Int>) -> Bool {
    var index = value.lowerBound + 1
    while index < value.upperBound {
      let end = text.end(of: .upper, from: index, limit: 16)
      if end - index >= 4, end < value.upperBound { return true }
      index = max(end, index + 1)
    }
    return false
  }

  private func trailingDigits(_ value: Range<Int>) -> Int {
    var end = value.upperBound
    while end > value.lowerBound, !text.isAlphanumeric(end - 1) { end -= 1 }
    return end - text.start(of: .digit, before: end, limit: end - value.lowerBound)
  }

  private func trailingMarks(_ value: Range<Int>) -> Int {
    var end = value.upperBound
    while end > value.lowerBound, !text.isAlphanumeric(end - 1) { end -= 1 }
    return value.upperBound - end
  }
}

extension ByteText {
  /// Whether the word before a value and its separator is one of the long words for a password.
  func isPasswordWord(before index: Int) -> Bool {
    var end = index
    while end > 0, end > index - 8, !isAlphanumeric(end - 1) { end -= 1 }
    return hasAnyCase("password", at: end - 8) || hasAnyCase("passwd", at: end - 6)
      || hasAnyCase("pwd", at: end - 3) || hasAnyCase("passcode", at: end - 8)
  }
}
