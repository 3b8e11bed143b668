@testable import LiveContext

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Random values from a seed, so that a failure can be repeated and no scanner flags this repository.
struct MadeUpValues {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func of(_ alphabet: String, _ count: Int) -> String {
    let characters = Array(alphabet)
    return String((0..<count).map { _ in characters[number(below: characters.count)] })
  }

  static let digits = "0123456789"
  static let lower = "abcdefghijklmnopqrstuvwxyz"
  static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  static let alnum = lower + upper + digits

  mutating func hex(_ count: Int) -> String { of("0123456789abcdef", count) }
  mutating func alnum(_ count: Int) -> String { of(Self.alnum, count) }
  mutating func url(_ count: Int) -> String { of(Self.alnum + "-_", count - 1) + of(Self.alnum, 1) }
  mutating func base64(_ count: Int) -> String { of(Self.alnum + "+/", count) }

  mutating func password() -> String {
    switch number(below: 3) {
    case 0: "kettle-" + "willow-" + "\(100 + number(below: 900))"
    case 1: "Quartz" + "Yonder" + "\(10 + number(below: 90))" + "!"
    default: of(Self.lower, 4) + "!" + of(Self.upper, 6) + "*" + of(Self.digits, 3)
    }
  }

  /// The shortest value of a format.
  mutating func value(of format: TokenFormat) -> String {
    let count = format.minimum
    let prefix = "\(format.prefix)"
    switch format.body {
    case .alnum: return prefix + alnum(count)
    case .hex: return prefix + hex(count)
    case .digits: return prefix + of(Self.digits, count)
    case .lower: return prefix + of(Self.lower + Self.digits, count)
    case .upper: return prefix + of(Self.upper + "234567", count)
    case .word, .url, .dotted, .path, .pair: return prefix + alnum(count)
    case .base64: return prefix + base64(count)
    }
  }
}

/// Whether any eight neighbouring characters of `secret` are left in `text`.
func leaks(_ secret: String, in text: String) -> Bool {
  let wanted = Array(secret.utf8)
  let output = Array(text.utf8)
  let size = min(8, wanted.count)
  guard size > 0 else { return false }
  guard output.count >= size else { return false }
  return wanted.withUnsafeBytes { run in
    output.withUnsafeBytes { bytes in
      for start in 0...wanted.count - size {
        for place in 0...output.count - size
        where bytes[place] == run[start]
          && memcmp(bytes.baseAddress! + place, run.baseAddress! + start, size) == 0
        {
          return true
        }
      }
      return false
    }
  }
}
