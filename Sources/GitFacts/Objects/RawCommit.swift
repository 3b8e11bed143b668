/// The parts of a commit object that are read here, straight from its bytes.
///
/// One reader for libgit2's objects and the git executable's, SHA-1's and SHA-256's; libgit2's own would parse both signatures as well.
struct RawCommit {
  let tree: ObjectID
  let parents: [ObjectID]
  let committed: Int64
  /// The `encoding` header; nil means UTF-8.
  let encoding: String?
  /// The message, undecoded.
  let message: ArraySlice<UInt8>

  /// Reads an object's content; nil when it is no commit.
  init?(_ bytes: [UInt8]) {
    let newline = UInt8(ascii: "\n")
    var tree: ObjectID?
    var parents: [ObjectID] = []
    var committed: Int64?
    var encoding: String?
    var rest = bytes[...]
    while let end = rest.firstIndex(of: newline) {
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      if line.isEmpty { break }
      if let value = Self.value(of: "tree ", in: line) {
        if tree == nil { tree = ObjectID(hex: String(decoding: value, as: UTF8.self)) }
      } else if let value = Self.value(of: "parent ", in: line) {
        guard let id = ObjectID(hex: String(decoding: value, as: UTF8.self)) else { return nil }
        parents.append(id)
      } else if let value = Self.value(of: "committer ", in: line) {
        if committed == nil { committed = Self.time(value) }
      } else if let value = Self.value(of: "encoding ", in: line) {
        if encoding == nil { encoding = String(decoding: value, as: UTF8.self) }
      }
    }
    guard let tree else { return nil }
    self.tree = tree
    self.parents = parents
    self.committed = committed ?? 0
    self.encoding = encoding
    message = rest.prefix { $0 != 0 }
  }

  private static func value(of header: StaticString, in line: ArraySlice<UInt8>) -> ArraySlice<
    UInt8
  >? {
    let length = header.utf8CodeUnitCount
    guard line.count >= length else { return nil }
    let start = header.utf8Start
    for index in 0..<length where line[line.startIndex + index] != start[index] { return nil }
    return line.dropFirst(length)
  }

  /// The seconds after the last `>`; git takes what is no number for 0.
  private static func time(_ signature: ArraySlice<UInt8>) -> Int64 {
    guard let end = signature.lastIndex(of: UInt8(ascii: ">")) else { return 0 }
    let digits = signature[(end + 1)...].drop { $0 == UInt8(ascii: " ") }
      .prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    return Int64(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  /// The first paragraph of a message on one line, as git's `%s` has it: line ends become blanks, blanks at a line's end go.
  static func subject(of message: ArraySlice<UInt8>) -> [UInt8] {
    var subject: [UInt8] = []
    var begun = false
    var start = message.startIndex
    while start < message.endIndex {
      let line = message[start...].prefix { $0 != UInt8(ascii: "\n") }
      start = line.endIndex + 1
      var end = line.endIndex
      while end > line.startIndex, isBlank(line[end - 1]) { end -= 1 }
      if end == line.startIndex {
        if begun { break }
        continue
      }
      if begun { subject.append(UInt8(ascii: " ")) }
      subject += line[..<end]
      begun = true
    }
    return subject
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
