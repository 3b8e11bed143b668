#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The entries of a tree object, read one after the other from its bytes.
struct TreeReader {
  /// An entry as it stands: `MODE NAME\0HASH`.
  struct Entry {
    let kind: TreeEntry.Kind
    let name: Range<Int>
    let hash: Range<Int>
  }

  private let bytes: [UInt8]
  private let hashLength: Int
  private var position = 0

  /// Reads a tree's content; its hashes are 20 or 32 bytes long.
  init(_ bytes: [UInt8], hashLength: Int) {
    self.bytes = bytes
    self.hashLength = hashLength
  }

  /// Steps over the entries that two trees begin with alike, without looking into them.
  ///
  /// A folder of 10,000 published files grows at its end, and all that stands before is the same.
  static func skipSharedBeginning(_ old: inout TreeReader, _ new: inout TreeReader) {
    let length = min(old.bytes.count, new.bytes.count)
    let hashLength = old.hashLength
    let position = old.bytes.withUnsafeBytes { first in
      new.bytes.withUnsafeBytes { second -> Int in
        guard let first = first.baseAddress, let second = second.baseAddress else { return 0 }
        var alike = 0
        while alike + 64 <= length, memcmp(first + alike, second + alike, 64) == 0 { alike += 64 }
        while alike < length,
          first.load(fromByteOffset: alike, as: UInt8.self)
            == second.load(fromByteOffset: alike, as: UInt8.self)
        {
          alike += 1
        }
        var position = 0
        while let nul = memchr(first + position, 0, alike - position) {
          let end = UnsafeRawPointer(nul) - first + 1 + hashLength
          if end > alike { break }
          position = end
        }
        return position
      }
    }
    old.position = position
    new.position = position
  }

  /// Steps to the next entry; nil at the end, and at anything that is no entry.
  mutating func next() -> Entry? {
    let start = position
    let entry = bytes.withUnsafeBufferPointer { bytes -> Entry? in
      var mode: UInt32 = 0
      var index = start
      while index < bytes.count, bytes[index] != UInt8(ascii: " ") {
        mode = mode << 3 | UInt32(bytes[index] & 7)
        index += 1
      }
      let name = index + 1
      index = name
      while index < bytes.count, bytes[index] != 0 { index += 1 }
      let end = index + 1 + hashLength
      guard end <= bytes.count else { return nil }
      return Entry(kind: Self.kind(mode), name: name..<index, hash: index + 1..<end)
    }
    position = entry?.hash.upperBound ?? bytes.count
    return entry
  }

  /// The object that an entry names.
  func id(_ entry: Entry) -> ObjectID {
    ObjectID(bytes: Array(bytes[entry.hash]))
  }

  /// An entry as a value of its own.
  func value(_ entry: Entry) -> TreeEntry {
    let name = String(decoding: bytes[entry.name], as: UTF8.self)
    return TreeEntry(name: name, kind: entry.kind, id: id(entry))
  }

  /// The entry of that name among those that are left.
  mutating func first(named name: [UInt8]) -> TreeEntry? {
    while let entry = next() {
      if bytes[entry.name].elementsEqual(name) { return value(entry) }
    }
    return nil
  }

  /// Every entry that is left.
  mutating func rest() -> [TreeEntry] {
    var entries: [TreeEntry] = []
    while let entry = next() { entries.append(value(entry)) }
    return entries
  }

  /// Which of two entries git sorts first: negative for the left one, 0 for the same name.
  ///
  /// What is no entry comes last. A folder sorts as if its name ended in `/`, so a file and a folder of one name are two entries.
  static func order(
    _ left: Entry?, in old: TreeReader, _ right: Entry?, in new: TreeReader
  ) -> Int {
    guard let left else { return 1 }
    guard let right else { return -1 }
    return old.bytes.withUnsafeBufferPointer { first in
      new.bytes.withUnsafeBufferPointer { second in
        let shared = min(left.name.count, right.name.count)
        if shared > 0 {
          let order = memcmp(
            first.baseAddress! + left.name.lowerBound,
            second.baseAddress! + right.name.lowerBound, shared)
          if order != 0 { return Int(order) }
        }
        func following(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
          if entry.name.count > shared { return Int(bytes[entry.name.lowerBound + shared]) }
          return entry.kind == .folder ? Int(UInt8(ascii: "/")) : 0
        }
        return following(left, first) - following(right, second)
      }
    }
  }

  /// Whether two entries of one name have the same kind and object.
  static func same(_ left: Entry, in old: TreeReader, _ right: Entry, in new: TreeReader) -> Bool {
    guard left.kind == right.kind else { return false }
    return old.bytes.withUnsafeBufferPointer { first in
      new.bytes.withUnsafeBufferPointer { second in
        memcmp(
          first.baseAddress! + left.hash.lowerBound,
          second.baseAddress! + right.hash.lowerBound, left.hash.count) == 0
      }
    }
  }

  /// git's `canon_mode`: of a file's mode only the owner's right to run it counts.
  private static func kind(_ mode: UInt32) -> TreeEntry.Kind {
    switch mode & 0o170000 {
    case 0o100000: mode & 0o100 == 0 ? .file : .executable
    case 0o120000: .link
    case 0o040000: .folder
    default: .submodule
    }
  }
}
