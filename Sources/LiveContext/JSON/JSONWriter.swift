extension JSON {
  /// Compact JSON: no white space, keys in their order, UTF-8 left as it is, only what must be escaped escaped.
  public var compact: String {
    var out: [UInt8] = []
    write(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// JSON for a person: two blanks a level, a member or an element a line.
  public var indented: String {
    var out: [UInt8] = []
    write(to: &out, indent: 0)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the value; `indent` nil is compact, otherwise the level.
  func write(to out: inout [UInt8], indent: Int? = nil) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .number(let digits): out += digits.utf8
    case .string(let text): JSON.write(text, to: &out)
    case .array(let elements):
      JSON.writeList(elements, "[", "]", to: &out, indent: indent) { element, out, inner in
        element.write(to: &out, indent: inner)
      }
    case .object(let object):
      JSON.writeList(object.members, "{", "}", to: &out, indent: indent) { member, out, inner in
        JSON.write(member.key, to: &out)
        out.append(UInt8(ascii: ":"))
        if inner != nil { out.append(0x20) }
        member.value.write(to: &out, indent: inner)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to out: inout [UInt8],
    indent: Int?, _ writeOne: (Element, inout [UInt8], Int?) -> Void
  ) {
    out.append(UInt8(ascii: open))
    let inner = indent.map { $0 + 1 }
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      newLine(inner, to: &out)
      writeOne(element, &out, inner)
    }
    if !elements.isEmpty { newLine(indent, to: &out) }
    out.append(UInt8(ascii: close))
  }

  private static func newLine(_ level: Int?, to out: inout [UInt8]) {
    guard let level else { return }
    out.append(0x0a)
    out.append(contentsOf: repeatElement(0x20, count: 2 * level))
  }

  /// Appends a text in quotes.
  static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0x0a: out += "\\n".utf8
      case 0x0d: out += "\\r".utf8
      case 0x09: out += "\\t".utf8
      case 0..<0x20, 0x7f:
        out += "\\u00".utf8
        out.append(hexCharacter(byte >> 4))
        out.append(hexCharacter(byte & 15))
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}

/// The lower-case hex digit of a value below 16.
func hexCharacter(_ value: UInt8) -> UInt8 {
  value < 10 ? 0x30 + value : 0x61 + value - 10
}
