/// Why some bytes are no JSON value.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public let reason: String
  /// Where, in bytes from the start.
  public let offset: Int

  /// A reason and a place.
  public init(reason: String, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// One line for a person.
  public var description: String { "\(reason) at byte \(offset + 1)" }
}

extension JSON {
  /// Reads one JSON value (RFC 8259) with nothing but white space around it.
  ///
  /// Whatever the bytes are, this ends in time linear in their number: nesting stops at `depth`, a byte that is no UTF-8
  /// and a key that stands twice in one object are errors.
  public static func parse(_ bytes: [UInt8], depth: Int = 32) throws(JSONError) -> JSON {
    try parse(bytes[...], depth: depth)
  }

  /// Reads one JSON value out of a part of some bytes.
  public static func parse(_ bytes: ArraySlice<UInt8>, depth: Int = 32) throws(JSONError) -> JSON {
    var parser = JSONParser(bytes: bytes, at: bytes.startIndex)
    parser.skipSpace()
    let value = try parser.value(depth: depth)
    parser.skipSpace()
    guard parser.at == bytes.endIndex else { throw parser.error("something follows the value") }
    return value
  }

  /// Reads one JSON value from text.
  public static func parse(_ text: String) throws(JSONError) -> JSON {
    try parse(Array(text.utf8))
  }
}

private struct JSONParser {
  let bytes: ArraySlice<UInt8>
  var at: Int

  func error(_ reason: String) -> JSONError {
    JSONError(reason: reason, offset: at - bytes.startIndex)
  }

  var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { at += 1 }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    at += 1
    return true
  }

  mutating func value(depth: Int) throws(JSONError) -> JSON {
    switch next {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw error("the value is missing")
    default: return .number(try number())
    }
  }

  mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.endIndex else { throw error("no JSON value") }
    for offset in 0..<word.utf8CodeUnitCount where bytes[at + offset] != word.utf8Start[offset] {
      throw error("no JSON value")
    }
    at = end
    return value
  }

  mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    guard depth > 0 else { throw error("nested too deeply") }
    at += 1
    var object = JSONObject()
    object.reserve(8)
    skipSpace()
    if take(UInt8(ascii: "}")) { return object }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a key is missing") }
      let key = try string()
      // Few keys: looking through them beats a set. Many: the limit keeps the whole linear.
      guard object.members.count < 256 else { throw error("more than 256 keys") }
      guard object[key] == nil else {
        let shown = PlainText.cut(PlainText.folded(key), to: 40)
        throw error("the key \"\(shown)\" stands twice")
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error("a colon is missing") }
      skipSpace()
      object.append(key, try value(depth: depth - 1))
      skipSpace()
      if take(UInt8(ascii: "}")) { return object }
      guard take(UInt8(ascii: ",")) else { throw error("a comma is missing") }
    }
  }

  mutating func array(depth: Int) throws(JSONError) -> [JSON] {
    guard depth > 0 else { throw error("nested too deeply") }
    at += 1
    var elements: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      skipSpace()
      elements.append(try value(depth: depth - 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else { throw error("a comma is missing") }
    }
  }

  mutating func number() throws(JSONError) -> String {
    let start = at
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  mutating func digits() throws(JSONError) {
    let start = at
    while let byte = next, byte >= 0x30, byte <= 0x39 { at += 1 }
    if at == start { throw error("no JSON value") }
  }

  mutating func string() throws(JSONError) -> String {
    at += 1
    let start = at
    let isASCII = skipPlainText()
    if let byte = next, byte < 0x20 { throw error("a control character in a text") }
    if isASCII, next == UInt8(ascii: "\"") {
      // Most texts are, and a validation costs several times as much.
      defer { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    if next == UInt8(ascii: "\"") {
      defer { at += 1 }
      return try text(bytes[start..<at])
    }
    var decoded = Array(bytes[start..<at])
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return try text(decoded[...])
      case UInt8(ascii: "\\"): try escape(into: &decoded)
      case 0..<0x20: throw error("a control character in a text")
      default: decoded.append(byte)
      }
    }
    throw error("a text has no end")
  }

  /// Goes to the next quote, backslash or control character; whether all in front of it is ASCII.
  mutating func skipPlainText() -> Bool {
    var all: UInt8 = 0
    at += bytes[at...].withUnsafeBufferPointer { rest in
      var count = 0
      while count < rest.count {
        let byte = rest[count]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
        all |= byte
        count += 1
      }
      return count
    }
    return all < 0x80
  }

  func text(_ utf8: ArraySlice<UInt8>) throws(JSONError) -> String {
    guard let text = String(validating: utf8, as: UTF8.self) else {
      throw error("a text that is no UTF-8")
    }
    return text
  }

  mutating func escape(into decoded: inout [UInt8]) throws(JSONError) {
    guard let byte = next else { throw error("a text has no end") }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0c)
    case UInt8(ascii: "n"): decoded.append(0x0a)
    case UInt8(ascii: "r"): decoded.append(0x0d)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try hex4()
      if unit & 0xfc00 == 0xd800 {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
          throw error("half a surrogate pair")
        }
        let low = try hex4()
        guard low & 0xfc00 == 0xdc00 else { throw error("half a surrogate pair") }
        unit = 0x10000 + (unit & 0x3ff) << 10 + low & 0x3ff
      }
      guard let scalar = Unicode.Scalar(unit) else { throw error("half a surrogate pair") }
      decoded += Array(String(scalar).utf8)
    default: throw error("an unknown escape")
    }
  }

  mutating func hex4() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = hexDigit(byte) else {
        throw error("four hex digits are missing")
      }
      value = value << 4 + UInt32(digit)
      at += 1
    }
    return value
  }
}

/// The value of a hex digit of either case.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}
