/// What a stretch of bytes is made of, from its first 64 bytes.
///
/// Changes of character class tell a generated value from words better than Shannon entropy does,
/// which also flags integrity hashes and long identifiers. A longer look would make a flood of
/// near-misses quadratic.
struct Composition {
  var lower = 0
  var upper = 0
  var digits = 0
  /// Anything that is neither a letter, a digit, `.`, `_`, `-` nor `/`.
  var symbols = 0
  var separators = 0
  /// Neighbouring letters and digits.
  var pairs = 0
  /// Neighbours of different classes (lower case, upper case, digit).
  var changes = 0
  var length = 0
  private(set) var nonASCII = 0

  init(_ text: ByteText, _ range: Range<Int>) {
    length = range.count
    var previous: UInt8 = 0
    var index = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + 64, text.count)
    while index < end {
      let byte = text[index]
      let kind: UInt8
      switch byte {
      case 0x61...0x7A: (kind, lower) = (1, lower + 1)
      case 0x41...0x5A: (kind, upper) = (2, upper + 1)
      case 0x30...0x39: (kind, digits) = (3, digits + 1)
      case 0x2D, 0x2E, 0x2F, 0x5F: (kind, separators) = (0, separators + 1)
      default:
        kind = 0
        if byte >= 0x80 { nonASCII += 1 } else { symbols += 1 }
      }
      if kind != 0, previous != 0 {
        pairs += 1
        if kind != previous { changes += 1 }
      }
      previous = kind
      index += 1
    }
  }

  var letters: Int { lower + upper }

  /// Whether the neighbours change class as often as only chance makes them, 30% of the time or so.
  var isRandom: Bool {
    if pairs >= 6, changes * 10 >= pairs * 3 { return true }
    // One case and digits change class less often; five changes still are more than words have.
    if changes >= 5, changes * 5 >= pairs, digits >= 3, letters >= 3 { return true }
    return letters >= 8 && upper * 4 >= letters && lower * 4 >= letters && changes * 5 >= pairs
  }

  /// Whether there is anything but one case of letters: enough behind a prefix that nobody writes in prose.
  var isVaried: Bool { digits > 0 || (upper > 0 && lower > 0) }
}

extension ByteText {
  /// Whether there is a digit or a capital in `range`.
  func hasVariety(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    let end = min(range.upperBound, count)
    while index < end {
      let byte = base[index]
      if byte &- 0x30 < 10 || byte &- 0x41 < 26 { return true }
      index += 1
    }
    return false
  }

  func isRandom(_ range: Range<Int>) -> Bool { Composition(self, range).isRandom }

  /// Whether the value stands for a value: one character over and over, or a word that says so.
  func isPlaceholder(_ range: Range<Int>) -> Bool {
    let end = min(range.upperBound, range.lowerBound + 64)
    let head = range.lowerBound..<end
    guard !head.isEmpty else { return true }
    var seenLow: UInt64 = 0
    var seenHigh: UInt64 = 0
    var run = 1
    var longest = 1
    for index in head {
      let byte = self[index]
      if byte < 64 { seenLow |= 1 &<< UInt64(byte) } else { seenHigh |= 1 &<< UInt64(byte & 63) }
      if index > head.lowerBound, byte == self[index - 1] { run += 1 } else { run = 1 }
      longest = max(longest, run)
    }
    let distinct = seenLow.nonzeroBitCount + seenHigh.nonzeroBitCount
    if distinct <= 2 || (head.count >= 16 && distinct <= 4) { return true }
    if longest >= 6, longest * 4 >= head.count { return true }
    for index in head {
      switch lowercased(self[index]) {
      case UInt8(ascii: "e"): if hasAnyCase("example", at: index) { return true }
      case UInt8(ascii: "y"):
        if hasAnyCase("your", at: index), !isAlphanumeric(index - 1), index + 4 < end {
          return true
        }
      case UInt8(ascii: "c"):
        if hasAnyCase("changeme", at: index) || hasAnyCase("change-me", at: index)
          || hasAnyCase("change_me", at: index)
        {
          return true
        }
      case UInt8(ascii: "p"): if hasAnyCase("placeholder", at: index) { return true }
      case UInt8(ascii: "r"):
        if hasAnyCase("redacted", at: index) || hasAnyCase("replace", at: index) { return true }
      case UInt8(ascii: "d"): if hasAnyCase("dummy", at: index) { return true }
      case UInt8(ascii: "x"): if hasAnyCase("xxxxx", at: index) { return true }
      case UInt8(ascii: "*"): if has("***", at: index) { return true }
      case UInt8(ascii: "."): if has("...", at: index), index < head.lowerBound + 4 { return true }
      default: break
      }
    }
    return false
  }
}
