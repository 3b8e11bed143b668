// Numbers that belong to people: cards, accounts, telephones, social security.

extension SecretScan {
  /// The personal number that starts at `index`, or nil.
  ///
  /// At most 48 bytes are looked at.
  func number(at index: Int) -> Hit? {
    let previous = text[index - 1]
    let byte = text.base[index]
    if ByteSet.upper.contains(byte) { return account(at: index, previous) }
    if ByteSet.lower.contains(byte) { return nil }
    guard previous != UInt8(ascii: "."), previous != UInt8(ascii: "-"),
      previous != UInt8(ascii: "_"),
      !ByteSet.alphanumeric.contains(previous) || text.escaped(before: index)
    else { return nil }
    if byte == UInt8(ascii: "+") { return telephone(plus: index) }
    if byte == UInt8(ascii: "(") { return local(at: index) }
    // A word such as `3D`, or a short number alone.
    let end = text.end(of: .digit, from: index, limit: 20)
    guard isGroupSeparator(text[end]) || end - index >= 9 && !ByteSet.letter.contains(text[end])
    else { return nil }
    return socialSecurity(at: index) ?? card(at: index) ?? trunk(at: index) ?? local(at: index)
      ?? machine(at: index) ?? announced(at: index)
  }

  func isOver(_ index: Int) -> Bool {
    !ByteSet.alphanumeric.contains(text[index])
      && !((text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "."))
        && text.isDigit(index + 1))
  }

  /// `+49 30 901820`, as ITU-T E.123 writes it: 9 to 15 digits in groups.
  private func telephone(plus: Int) -> Hit? {
    guard text[plus + 1] &- 0x31 < 9, previousAllowsTelephone(plus) else { return nil }
    guard let (end, digits, groups) = groups(from: plus + 1, most: 15), digits >= 9 else {
      return nil
    }
    guard groups > 1 || digits >= 10, isOver(end) else { return nil }
    return Hit(start: plus, end: end, kind: "phone")
  }

  private func previousAllowsTelephone(_ index: Int) -> Bool {
    let byte = text[index - 1]
    return byte != UInt8(ascii: "@") && byte != UInt8(ascii: ")") && byte != UInt8(ascii: "+")
  }

  /// Groups of digits with one blank, point, hyphen or bracket between: end, digits and groups.
  private func groups(from start: Int, most: Int) -> (end: Int, digits: Int, groups: Int)? {
    var index = start
    var end = start
    var digits = 0
    var groups = 0
    while index < start + 32 {
      let stop = text.end(of: .digit, from: index, limit: most + 1)
      guard stop > index else { break }
      if digits + stop - index > most {
        return groups > 1 && digits >= 9 ? (end, digits, groups) : nil
      }
      digits += stop - index
      groups += 1
      end = stop
      index = stop
      var skipped = 0
      while skipped < 2, isGroupSeparator(text[index]) {
        index += 1
        skipped += 1
      }
      if skipped == 0 { break }
    }
    return digits > 0 ? (end, digits, groups) : nil
  }

  private func isGroupSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")")
  }

  /// `(212) 555-0118` and `212-555-0118`, as the North American plan numbers.
  private func local(at index: Int) -> Hit? {
    let bracket = text[index] == UInt8(ascii: "(")
    var next = bracket ? index + 1 : index
    guard text[next] &- 0x32 < 8, text.end(of: .digit, from: next, limit: 4) == next + 3 else {
      return nil
    }
    next += 3
    let separator = text[next]
    if bracket {
      guard separator == UInt8(ascii: ")") else { return nil }
      next += text[next + 1] == 0x20 ? 2 : 1
    } else {
      guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".") else { return nil }
      next += 1
    }
    guard text[next] &- 0x32 < 8, text.end(of: .digit, from: next, limit: 4) == next + 3 else {
      return nil
    }
    let second = text[next + 3]
    guard bracket ? second == UInt8(ascii: "-") || second == 0x20 : second == separator,
      text.end(of: .digit, from: next + 4, limit: 5) == next + 8, isOver(next + 8)
    else { return nil }
    return Hit(start: index, end: next + 8, kind: "phone")
  }

  /// `1-212-555-0118`: the same behind the North American trunk digit.
  private func trunk(at index: Int) -> Hit? {
    guard text[index] == UInt8(ascii: "1"),
      text[index + 1] == UInt8(ascii: "-"), text[index + 5] == UInt8(ascii: "-"),
      let hit = local(at: index + 2)
    else { return nil }
    return Hit(start: index, end: hit.end, kind: hit.kind)
  }

  /// Nine or more digits right behind a word for a telephone.
  private func announced(at index: Int) -> Hit? {
    // A word comes right before it.
    var word = index
    while word > index - 4, !text.isAlphanumeric(word - 1) { word -= 1 }
    guard ByteSet.letter.contains(text[word - 1]),
      let (end, digits, _) = groups(from: index, most: 15), digits >= 9, isOver(end)
    else { return nil }
    let before = max(0, index - 14)..<index
    guard
      text.contains("phone", in: before) || text.contains("mobile", in: before)
        || text.contains("tel:", in: before) || text.contains("tel ", in: before)
        || text.contains("whatsapp", in: before) || text.contains("msisdn", in: before)
        || text.contains("fax", in: before)
    else { return nil }
    return Hit(start: index, end: end, kind: "phone")
  }

  /// `123-45-6789` within the ranges that are issued. Source: https://www.ssa.gov/employer/randomization.html
  private func socialSecurity(at index: Int) -> Hit? {
    // Nine digits count only where the text says what they are.
    if text.isDigit(index + 3) {
      let before = max(0, index - 26)..<index
      guard text.end(of: .digit, from: index, limit: 10) == index + 9, isOver(index + 9),
        text[index] != UInt8(ascii: "9"), !text.has("000", at: index),
        text.contains("ssn", in: before) || text.contains("social security", in: before)
      else { return nil }
      return Hit(start: index, end: index + 9, kind: "ssn")
    }
    let separator = text[index + 3]
    guard separator == UInt8(ascii: "-") || separator == 0x20, text[index + 6] == separator,
      text.end(of: .digit, from: index, limit: 4) == index + 3,
      text.end(of: .digit, from: index + 4, limit: 3) == index + 6,
      text.end(of: .digit, from: index + 7, limit: 5) == index + 11, isOver(index + 11)
    else { return nil }
    if separator == 0x20 {
      let before = max(0, index - 12)..<index
      guard text.contains("ssn", in: before) || text.contains("security", in: before) else {
        return nil
      }
    }
    if text[index] == UInt8(ascii: "9") || text.has("000", at: index) || text.has("666", at: index)
      || text.has("00", at: index + 4) || text.has("0000", at: index + 7)
    {
      return nil
    }
    return Hit(start: index, end: index + 11, kind: "ssn")
  }

  private func card(at index: Int) -> Hit? {
    let run = text.end(of: .digit, from: index, limit: 20)
    guard run - index == 4 || run - index >= 13 else { return nil }
    var number: UInt64 = 0
    var digits = 0
    var next = index
    var end = index
    let separator = text[run]
    while next < text.count, digits <= 19 {
      let stop = text.end(of: .digit, from: next, limit: 20)
      guard stop > next else { break }
      guard digits + stop - next <= 19 else { return nil }
      for place in next..<stop { number = number * 10 + UInt64(text.base[place] - 0x30) }
      digits += stop - next
      end = stop
      guard run - index == 4, separator == 0x20 || separator == UInt8(ascii: "-"),
        text[stop] == separator, text.isDigit(stop + 1), digits < 16
      else { break }
      next = stop + 1
    }
    guard isOver(end), isCardNumber(number, digits: digits) else { return nil }
    return Hit(start: index, end: end, kind: "card")
  }

  private func account(at index: Int, _ previous: UInt8) -> Hit? {
    guard ByteSet.upper.contains(text[index + 1]), text.isDigit(index + 2), text.isDigit(index + 3),
      !ByteSet.word.contains(previous),
      let length = accountNumberLength(text[index], text[index + 1])
    else { return nil }
    var characters: [UInt8] = []
    characters.reserveCapacity(length)
    var next = index
    let set = ByteSet.upper.union(.digit)
    while characters.count < length, next < index + 48 {
      let byte = text[next]
      if set.contains(byte) {
        characters.append(byte)
      } else if byte != 0x20 && byte != UInt8(ascii: "-") || characters.count % 4 != 0 {
        return nil
      }
      next += 1
    }
    guard characters.count == length, !ByteSet.alphanumeric.contains(text[next]),
      isAccountNumber(characters)
    else { return nil }
    return Hit(start: index, end: next, kind: "iban")
  }
}

extension ByteText {
  /// Whether the byte before `index` ends a JSON or URL escape.
  func escaped(before index: Int) -> Bool {
    self[index - 2] == UInt8(ascii: "\\") || self[index - 3] == UInt8(ascii: "%")
  }
}
