/// One line of a command's output, without escape sequences and line break.
///
/// Bytes and not a `String`: every line is looked at by every reader, and most are turned away by their first byte.
struct Line {
  /// The line's bytes, without blanks at both ends.
  let text: ArraySlice<UInt8>
  /// How many blanks and tabs it began with.
  let indent: Int

  init(_ bytes: ArraySlice<UInt8>) {
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let last = bytes.lastIndex { !isBlank($0) } ?? start
    indent = start - bytes.startIndex
    text = start == bytes.endIndex ? bytes[start..<start] : bytes[start...last]
  }

  init(_ string: String) { self.init(Array(string.utf8)[...]) }

  var isEmpty: Bool { text.isEmpty }
  var cursor: Cursor { Cursor(text) }

  func starts(_ prefix: String) -> Bool { text.starts(with: prefix.utf8) }

  func ends(_ suffix: String) -> Bool {
    text.reversed().starts(with: suffix.utf8.reversed())
  }

  func contains(_ needle: String) -> Bool {
    var cursor = cursor
    return cursor.skip(through: needle)
  }

  /// What follows `prefix`, or nil when the line does not start with it.
  func after(_ prefix: String) -> Cursor? {
    var cursor = cursor
    return cursor.skip(prefix) ? cursor : nil
  }
}

/// A reading place in a line.
struct Cursor {
  private(set) var rest: ArraySlice<UInt8>

  init(_ rest: ArraySlice<UInt8>) { self.rest = rest }

  var isAtEnd: Bool { rest.isEmpty }
  var first: UInt8? { rest.first }

  /// Steps over `text` if it comes next.
  mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  /// Steps over everything up to and with the first `text`.
  mutating func skip(through text: String) -> Bool {
    let needle = Array(text.utf8)
    guard let head = needle.first, rest.count >= needle.count else { return false }
    var place = rest.startIndex
    while place <= rest.endIndex - needle.count {
      if rest[place] == head, rest[place...].starts(with: needle) {
        rest = rest[(place + needle.count)...]
        return true
      }
      place += 1
    }
    return false
  }

  /// Steps over bytes for which the condition holds, and gives them.
  @discardableResult
  mutating func take(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let taken = rest.prefix(while: condition)
    rest = rest[taken.endIndex...]
    return taken
  }

  mutating func skipBlanks() { take(while: isBlank) }

  /// A whole number of at most nine digits; longer ones are nobody's test count.
  mutating func number() -> Int? {
    let digits = rest.prefix(while: isDigit)
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    rest = rest[digits.endIndex...]
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// A number that may have a point.
  mutating func decimal() -> Double? {
    guard let whole = number() else { return nil }
    var copy = self
    guard copy.skip("."), let digit = copy.first, isDigit(digit) else { return Double(whole) }
    let digits = copy.take(while: isDigit).prefix(9)
    self = copy
    let fraction = digits.reduce(0.0) { $0 * 10 + Double($1 - UInt8(ascii: "0")) }
    return Double(whole) + digits.reduce(fraction) { value, _ in value / 10 }
  }

  /// A decimal and its unit (ms, s, sec, seconds, m, min), in seconds; without a unit, seconds.
  mutating func duration() -> Double? {
    guard let value = decimal() else { return nil }
    skipBlanks()
    switch String(decoding: take(while: isLetter), as: UTF8.self) {
    case "ms": return value / 1000
    case "us", "µs": return value / 1_000_000
    case "m", "min", "mins", "minutes": return value * 60
    default: return value
    }
  }

  /// Letters, digits and what else may stand in a word of a closing line, in lower case.
  mutating func word() -> String {
    String(decoding: take(while: isLetter), as: UTF8.self).lowercased()
  }
}

func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a }
