/// A published token format: a literal prefix, and what follows it.
///
/// There is no right boundary and no maximum: providers make their tokens longer.
struct TokenFormat: Sendable {
  /// What the characters behind the prefix may be.
  enum Body: UInt8, Sendable {
    case alnum, hex, digits, lower, upper, word, url, dotted, base64, path

    @inline(__always)
    var set: ByteSet {
      switch self {
      case .alnum: .alphanumeric
      case .hex: .hex
      case .digits: .digit
      case .lower: ByteSet.lower.union(.digit)
      case .upper: ByteSet.upper.union(.digit)
      case .word: .word
      case .url: .url
      case .dotted: .dotted
      case .base64: .base64
      case .path:
        ByteSet.dotted.union(
          .of(UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "$")))
      }
    }
  }

  /// How sure the prefix alone makes us.
  enum Style: UInt8, Sendable {
    /// Nobody writes the prefix in prose: a digit or mixed case behind it is enough.
    case sure
    /// The prefix also begins ordinary names: what follows must look random.
    case wordy
    /// The prefix is so short that the body must look random and have exactly the minimum length.
    case exact
    /// Like `sure`, and the prefix is an address that stays.
    case address
  }

  let prefix: StaticString
  let kind: StaticString
  let body: Body
  let minimum: UInt8
  let style: Style

  @inline(__always)
  init(
    _ prefix: StaticString, _ kind: StaticString, _ body: Body, _ minimum: UInt8,
    _ style: Style = .sure
  ) {
    self.prefix = prefix
    self.kind = kind
    self.body = body
    self.minimum = minimum
    self.style = style
  }
}

/// The formats, by their first byte. Sorted that way because that is how the scanner asks.
///
/// Each group names its provider's public documentation. To add a format, add a line to the table of
/// its first letter and a made-up value to the tests' table.
enum TokenFormats {
  static func starting(with byte: UInt8) -> [TokenFormat] {
    switch byte {
    case UInt8(ascii: "A"): upperA
    case UInt8(ascii: "B"): upperB
    case UInt8(ascii: "C"): upperC
    case UInt8(ascii: "D"), UInt8(ascii: "E"): upperDtoE
    case UInt8(ascii: "F"), UInt8(ascii: "G"), UInt8(ascii: "H"), UInt8(ascii: "I"): upperFtoI
    case UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "M"): upperKtoM
    case UInt8(ascii: "N"), UInt8(ascii: "P"), UInt8(ascii: "R"): upperNtoR
    case UInt8(ascii: "S"), UInt8(ascii: "T"): upperStoT
    case 0x30...0x39: digits
    case UInt8(ascii: "a"): lowerA
    case UInt8(ascii: "b"): lowerB
    case UInt8(ascii: "c"): lowerC
    case UInt8(ascii: "d"): lowerD
    case UInt8(ascii: "e"), UInt8(ascii: "f"): lowerEtoF
    case UInt8(ascii: "g"): lowerG
    case UInt8(ascii: "h"): lowerH
    case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "k"): lowerItoK
    case UInt8(ascii: "l"), UInt8(ascii: "m"): lowerLtoM
    case UInt8(ascii: "n"): lowerN
    case UInt8(ascii: "o"): lowerO
    case UInt8(ascii: "p"): lowerP
    case UInt8(ascii: "q"), UInt8(ascii: "r"): lowerQtoR
    case UInt8(ascii: "s"): lowerS
    case UInt8(ascii: "t"), UInt8(ascii: "u"): lowerTtoU
    case UInt8(ascii: "v"), UInt8(ascii: "w"): lowerVtoW
    case UInt8(ascii: "x"), UInt8(ascii: "y"), UInt8(ascii: "z"): lowerXtoZ
    default: []
    }
  }

  /// Every format, for tests and for people who ask.
  static var all: [TokenFormat] {
    (UInt8(ascii: "0")...UInt8(ascii: "z")).flatMap { first in
      starting(with: first).filter { $0.prefix.utf8Start[0] == first }
    }
  }
}
