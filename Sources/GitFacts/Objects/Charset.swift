/// How the bytes of a commit message become Unicode.
///
/// The charsets that real histories have are tables here: a static program has no iconv modules.
enum Charset: Equatable {
  case utf8
  case latin1
  case latin9
  case windows1252
  /// One that only git can read.
  case other(String)

  /// Takes a commit's `encoding` header; none is UTF-8.
  init(named name: String?) {
    let plain = (name ?? "utf8").lowercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "utf8", "usascii", "ascii", "ansix341968": self = .utf8
    case "iso88591", "latin1", "l1", "88591", "iso885911987": self = .latin1
    case "iso885915", "latin9", "l9", "885915": self = .latin9
    case "windows1252", "cp1252", "win1252", "1252": self = .windows1252
    default: self = .other(name ?? "")
    }
  }

  /// Decodes bytes; what the charset does not define becomes U+FFFD.
  func decode(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    switch self {
    case .utf8, .other:
      return String(decoding: bytes, as: UTF8.self)
    case .latin1:
      for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
    case .latin9:
      for byte in bytes { scalars.append(Self.latin9Table[byte] ?? Unicode.Scalar(byte)) }
    case .windows1252:
      for byte in bytes {
        let special = 0x80...0x9F ~= byte
        scalars.append(special ? Self.windows1252Table[Int(byte - 0x80)] : Unicode.Scalar(byte))
      }
    }
    return String(scalars)
  }

  /// Where ISO 8859-15 differs from ISO 8859-1.
  private static let latin9Table: [UInt8: Unicode.Scalar] = [
    0xA4: "\u{20AC}", 0xA6: "\u{0160}", 0xA8: "\u{0161}", 0xB4: "\u{017D}", 0xB8: "\u{017E}",
    0xBC: "\u{0152}", 0xBD: "\u{0153}", 0xBE: "\u{0178}",
  ]

  /// Windows-1252 from 0x80 to 0x9F, where ISO 8859-1 has control characters.
  private static let windows1252Table: [Unicode.Scalar] = [
    "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}", "\u{017D}", "\u{FFFD}",
    "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
  ]
}
