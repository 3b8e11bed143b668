/// A set of ASCII bytes, held as two masks so that asking it costs a shift.
struct ByteSet: Sendable {
  let low: UInt64
  let high: UInt64

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low &>> UInt64(byte) & 1 == 1 }
    return byte < 128 && high &>> UInt64(byte & 63) & 1 == 1
  }

  @inline(__always)
  func union(_ other: ByteSet) -> ByteSet {
    ByteSet(low: low | other.low, high: high | other.high)
  }

  /// The set of one or more ASCII bytes; the optimiser folds it to two constants.
  @inline(__always)
  static func of(_ bytes: UInt8...) -> ByteSet {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for byte in bytes {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }
    return ByteSet(low: low, high: high)
  }
}

// Computed, so that nothing is built at start.
extension ByteSet {
  static var digit: ByteSet { ByteSet(low: 0x03FF_0000_0000_0000, high: 0) }
  static var upper: ByteSet { ByteSet(low: 0, high: 0x07FF_FFFE) }
  static var lower: ByteSet { ByteSet(low: 0, high: 0x07FF_FFFE_0000_0000) }
  static var letter: ByteSet { ByteSet(low: 0, high: 0x07FF_FFFE_07FF_FFFE) }
  static var alphanumeric: ByteSet {
    ByteSet(low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)
  }
  static var hex: ByteSet { ByteSet(low: 0x03FF_0000_0000_0000, high: 0x7E_0000_007E) }
  /// Letters, digits and `_`.
  static var word: ByteSet {
    ByteSet(low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
  }
  /// `word` and `-`: base64url, and most key names.
  static var url: ByteSet {
    ByteSet(low: 0x03FF_2000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
  }
  /// `url` and `.`.
  static var dotted: ByteSet {
    ByteSet(low: 0x03FF_6000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
  }
  /// Both base64 alphabets and the padding.
  static var base64: ByteSet {
    ByteSet(low: 0x23FF_A800_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
  }
  /// `dotted`, `/`, `%`, `=`, `~`, `+`: what an opaque credential after `Bearer` is made of.
  static var opaque: ByteSet {
    ByteSet(low: 0x23FF_E820_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)
  }
}

/// A text as bytes.
///
/// Reading outside of it gives 0, so that a look-ahead needs no bounds of its own.
struct ByteText {
  let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  subscript(_ index: Int) -> UInt8 {
    index >= 0 && index < count ? base[index] : 0
  }

  /// Whether `literal` stands at `index`, byte for byte.
  @inline(__always)
  func has(_ literal: StaticString, at index: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    let other = literal.utf8Start
    var offset = 0
    while offset < length {
      if base[index + offset] != other[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether `literal`, given in lower case, stands at `index` in any case.
  @inline(__always)
  func hasAnyCase(_ literal: StaticString, at index: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    // The last byte decides nearly always, and many literals share their first.
    let last = lowercased(base[index + length - 1])
    guard last == literal.utf8Start[length - 1] else { return false }
    return startsAnyCase(literal, at: index)
  }

  private func startsAnyCase(_ literal: StaticString, at index: Int) -> Bool {
    let other = literal.utf8Start
    var offset = 0
    while offset < literal.utf8CodeUnitCount {
      if lowercased(base[index + offset]) != other[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether `literal`, given in lower case, stands somewhere in `range` in any case.
  func contains(_ literal: StaticString, in range: Range<Int>) -> Bool {
    let length = literal.utf8CodeUnitCount
    var index = max(range.lowerBound, 0)
    while index + length <= min(range.upperBound, count) {
      if hasAnyCase(literal, at: index) { return true }
      index += 1
    }
    return false
  }

  /// The end of the run of `set` that starts at `index`, at most `limit` bytes away.
  @inline(__always)
  func end(of set: ByteSet, from index: Int, limit: Int = .max) -> Int {
    let last = limit < count - index ? index + limit : count
    var end = index
    while end < last, set.contains(base[end]) { end += 1 }
    return end
  }

  /// The start of the run of `set` that ends before `index`, at most `limit` bytes away.
  @inline(__always)
  func start(of set: ByteSet, before index: Int, limit: Int) -> Int {
    let first = max(0, index - limit)
    var start = index
    while start > first, set.contains(base[start - 1]) { start -= 1 }
    return start
  }

  @inline(__always)
  func isAlphanumeric(_ index: Int) -> Bool { ByteSet.alphanumeric.contains(self[index]) }

  @inline(__always)
  func isDigit(_ index: Int) -> Bool { self[index] &- 0x30 < 10 }

  /// Blank, tab or line break.
  @inline(__always)
  func isBlank(_ index: Int) -> Bool {
    let byte = self[index]
    return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  func skippingBlanks(from index: Int, limit: Int) -> Int {
    var next = index
    while next < index + limit, isBlank(next) { next += 1 }
    return next
  }

  /// The length of a quote at `index`, or 0.
  ///
  /// Plain, or escaped for JSON, a URL or HTML.
  func quote(at index: Int) -> Int {
    switch self[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return 1
    case UInt8(ascii: "\\"):
      var next = index
      while next < index + 7, self[next] == UInt8(ascii: "\\") { next += 1 }
      if self[next] == UInt8(ascii: "\"") || self[next] == UInt8(ascii: "'") {
        return next + 1 - index
      }
      return has("u0022", at: next) || has("u0027", at: next) ? next + 5 - index : 0
    case UInt8(ascii: "%"): return has("%22", at: index) || has("%27", at: index) ? 3 : 0
    case UInt8(ascii: "&"):
      if has("&quot;", at: index) || has("&#039;", at: index) { return 6 }
      return has("&#34;", at: index) || has("&#39;", at: index) ? 5 : 0
    case 0xE2:
      // Typographic quotes, U+2018 to U+201F.
      return self[index + 1] == 0x80 && self[index + 2] & 0xF8 == 0x98 ? 3 : 0
    default: return 0
    }
  }
}

@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}
