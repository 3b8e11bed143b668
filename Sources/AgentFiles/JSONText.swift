internal import LiveContext

/// A JSON file as people and editors leave it: with comments and trailing commas, every value known by its place.
///
/// Edits are made in the text, so that what is not ours keeps its bytes, its order and its comments.
struct JSONText {
  /// A value and where it stands.
  struct Node {
    enum Kind {
      case object([Member])
      case array([Node])
      case scalar(JSON)
    }

    let kind: Kind
    /// From its first byte to the one behind its last.
    let range: Range<Int>

    var members: [Member]? {
      if case .object(let members) = kind { return members }
      return nil
    }

    var elements: [Node]? {
      if case .array(let elements) = kind { return elements }
      return nil
    }

    /// The ranges of what it holds: whole members with their keys, or elements.
    var items: [Range<Int>] {
      switch kind {
      case .object(let members): members.map(\.range)
      case .array(let elements): elements.map(\.range)
      case .scalar: []
      }
    }

    subscript(key: String) -> Node? { members?.first { $0.key == key }?.value }

    /// The value without its places.
    var json: JSON {
      switch kind {
      case .scalar(let value): value
      case .array(let elements): .array(elements.map(\.json))
      case .object(let members):
        .object(members.reduce(into: JSONObject()) { $0[$1.key] = $1.value.json })
      }
    }
  }

  /// A key with its value.
  struct Member {
    let key: String
    let value: Node
    let range: Range<Int>
  }

  let bytes: [UInt8]
  let root: Node

  /// Reads a file; a byte order mark and anything around the value stay where they are.
  init(_ bytes: [UInt8]) throws(JSONError) {
    var scanner = JSONTextScanner(bytes)
    self.bytes = bytes
    root = try scanner.whole()
  }
}

/// Finds the values in a JSON text that may have comments and trailing commas.
private struct JSONTextScanner {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
  }

  mutating func whole() throws(JSONError) -> JSONText.Node {
    skip()
    let root = try value(depth: 32)
    skip()
    guard at == bytes.count else { throw error("something follows the value") }
    return root
  }

  private func error(_ reason: String) -> JSONError { JSONError(reason: reason, offset: at) }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skip() { at = JSONText.end(ofTriviaIn: bytes, from: at) }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONText.Node {
    guard depth > 0 else { throw error("nested too deeply") }
    let start = at
    if take(UInt8(ascii: "{")) {
      var members: [JSONText.Member] = []
      while try !closes(UInt8(ascii: "}"), isFirst: members.isEmpty) {
        let keyStart = at
        guard let key = try scalar().text else { throw error("a key is missing") }
        skip()
        guard take(UInt8(ascii: ":")) else { throw error("a colon is missing") }
        skip()
        let value = try value(depth: depth - 1)
        members.append(JSONText.Member(key: key, value: value, range: keyStart..<at))
      }
      return JSONText.Node(kind: .object(members), range: start..<at)
    }
    if take(UInt8(ascii: "[")) {
      var elements: [JSONText.Node] = []
      while try !closes(UInt8(ascii: "]"), isFirst: elements.isEmpty) {
        elements.append(try value(depth: depth - 1))
      }
      return JSONText.Node(kind: .array(elements), range: start..<at)
    }
    let value = try scalar()
    return JSONText.Node(kind: .scalar(value), range: start..<at)
  }

  /// Goes to the next item; true at the end of the container.
  private mutating func closes(_ bracket: UInt8, isFirst: Bool) throws(JSONError) -> Bool {
    skip()
    if take(bracket) { return true }
    if isFirst { return false }
    guard take(UInt8(ascii: ",")) else { throw error("a comma is missing") }
    skip()
    return take(bracket)
  }

  private mutating func scalar() throws(JSONError) -> JSON {
    let start = at
    if take(UInt8(ascii: "\"")) {
      while let byte = next, byte != UInt8(ascii: "\"") {
        at += byte == UInt8(ascii: "\\") ? 2 : 1
      }
      guard at < bytes.count else { throw error("a text has no end") }
      at += 1
    } else {
      let ends: Set<UInt8> = Set(" \t\r\n,]}/:{[\"".utf8)
      while let byte = next, !ends.contains(byte) { at += 1 }
    }
    do throws(JSONError) { return try JSON.parse(bytes[start..<at]) } catch {
      throw JSONError(reason: error.reason, offset: start + error.offset)
    }
  }
}

extension JSONText {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
  }

  /// Where the comment ends that begins at a place.
  static func end(ofCommentIn bytes: [UInt8], from start: Int) -> Int {
    var at = start + 2
    if bytes[start + 1] == UInt8(ascii: "/") {
      while at < bytes.count, bytes[at] != 0x0a { at += 1 }
      return at
    }
    while at < bytes.count, !bytes[at...].starts(with: "*/".utf8) { at += 1 }
    return min(at + 2, bytes.count)
  }

  /// Where white space and comments end.
  static func end(ofTriviaIn bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if isSpace(bytes[at]) {
        at += 1
      } else if bytes[at...].starts(with: "//".utf8) || bytes[at...].starts(with: "/*".utf8) {
        at = end(ofCommentIn: bytes, from: at)
      } else {
        break
      }
    }
    return at
  }
}
