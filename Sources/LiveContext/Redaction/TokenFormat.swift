/// A published token format: a literal prefix, and what follows it.
///
/// There is no right boundary and no maximum: providers make their tokens longer.
struct TokenFormat: Sendable {
  /// What the characters behind the prefix may be.
  enum Body: UInt8, Sendable {
    case alnum, hex, digits, lower, upper, word, url, dotted, base64, path, pair

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
      case .pair: ByteSet.dotted.union(.of(UInt8(ascii: ":")))
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
  let minimum: Int
  let style: Style
}

/// Reads formats one after the other.
///
/// The tables are calls and not arrays: an array of static strings is built on the heap at its first use,
/// while a call's literals become immediate operands and the comparison of a prefix a few instructions.
protocol TokenFormatReader {
  /// Whether a format with this prefix is to be read; asked before anything is made of it.
  func wants(_ prefix: StaticString) -> Bool
  mutating func read(_ format: TokenFormat)
}

extension TokenFormatReader {
  @inline(__always)
  mutating func read(
    _ prefix: StaticString, _ kind: StaticString, _ body: TokenFormat.Body, _ minimum: Int,
    _ style: TokenFormat.Style = .sure
  ) {
    guard wants(prefix) else { return }
    read(TokenFormat(prefix: prefix, kind: kind, body: body, minimum: minimum, style: style))
  }
}

/// The formats, by their first byte.
///
/// Sorted that way because that is how the scanner asks.  Each group names its provider's public
/// documentation. To add a format, add a line to the table of its first letter and a made-up
/// value to the tests' table.
enum TokenFormats {
  @inline(__always)
  static func read(startingWith byte: UInt8, _ reader: inout some TokenFormatReader) {
    switch byte {
    case UInt8(ascii: "A"): upperA(&reader)
    case UInt8(ascii: "B"): upperB(&reader)
    case UInt8(ascii: "C"): upperC(&reader)
    case UInt8(ascii: "D"), UInt8(ascii: "E"): upperDtoE(&reader)
    case UInt8(ascii: "F"), UInt8(ascii: "G"), UInt8(ascii: "H"), UInt8(ascii: "I"):
      upperFtoI(&reader)
    case UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "M"): upperKtoM(&reader)
    case UInt8(ascii: "N"), UInt8(ascii: "P"), UInt8(ascii: "R"): upperNtoR(&reader)
    case UInt8(ascii: "S"): upperS(&reader)
    case UInt8(ascii: "V")...UInt8(ascii: "Z"): upperVtoZ(&reader)
    case 0x30...0x39: digits(&reader)
    case UInt8(ascii: "a"): lowerA(&reader)
    case UInt8(ascii: "b"): lowerB(&reader)
    case UInt8(ascii: "c"): lowerC(&reader)
    case UInt8(ascii: "d"): lowerD(&reader)
    case UInt8(ascii: "e"), UInt8(ascii: "f"): lowerEtoF(&reader)
    case UInt8(ascii: "g"): lowerG(&reader)
    case UInt8(ascii: "h"): lowerH(&reader)
    case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "k"): lowerItoK(&reader)
    case UInt8(ascii: "l"), UInt8(ascii: "m"): lowerLtoM(&reader)
    case UInt8(ascii: "n"): lowerN(&reader)
    case UInt8(ascii: "o"): lowerO(&reader)
    case UInt8(ascii: "p"): lowerP(&reader)
    case UInt8(ascii: "q"), UInt8(ascii: "r"): lowerQtoR(&reader)
    case UInt8(ascii: "s"): lowerS(&reader)
    case UInt8(ascii: "t"), UInt8(ascii: "u"): lowerTtoU(&reader)
    case UInt8(ascii: "v"), UInt8(ascii: "w"): lowerVtoW(&reader)
    case UInt8(ascii: "x"), UInt8(ascii: "y"), UInt8(ascii: "z"): lowerXtoZ(&reader)
    default: break
    }
  }

  /// Every format, for tests and for people who ask.
  static var all: [TokenFormat] {
    struct List: TokenFormatReader {
      var formats: [TokenFormat] = []
      let first: UInt8
      func wants(_ prefix: StaticString) -> Bool { prefix.utf8Start[0] == first }
      mutating func read(_ format: TokenFormat) { formats.append(format) }
    }
    return (UInt8(ascii: "0")...UInt8(ascii: "z")).flatMap { first in
      var list = List(first: first)
      read(startingWith: first, &list)
      return list.formats
    }
  }
}
