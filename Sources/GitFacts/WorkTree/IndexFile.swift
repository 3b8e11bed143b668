import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What git is asked about instead, because an answer of our own might not be git's.
struct Unclear: Error {}

/// git's index as it is in an ordinary work tree: every file once, and no note that changes what its entry means.
///
/// It is only read. Whatever is not ordinary (a conflict, a submodule, a sparse or split index, a file that git was told to
/// pass over) is ``Unclear``.
struct IndexFile {
  private let bytes: [UInt8]
  private var starts: [Int] = []
  private let isNewer: @Sendable (Int64) -> Bool
  private var trees: [(folder: [UInt8], id: ArraySlice<UInt8>)] = []

  private static let head = 62

  init(_ path: FilePath) throws(Unclear) {
    var status = stat()
    guard stat(path.string, &status) == 0, status.st_size <= Repository.largeIndex,
      let bytes = path.content, bytes.count >= 32, bytes.starts(with: "DIRC".utf8)
    else { throw Unclear() }
    let seconds = Int64(status.modifiedSeconds)
    isNewer = { seconds > $0 }
    self.bytes = bytes
    let version = number(4)
    guard version == 2 || version == 3 else { throw Unclear() }
    var position = 12
    for _ in 0..<number(8) {
      // Assumed unchanged, with extended flags, or in one of the stages of a conflict.
      guard position + Self.head < bytes.count, bytes[position + 60] & 0xf0 == 0 else {
        throw Unclear()
      }
      var end = position + Self.head
      while end < bytes.count, bytes[end] != 0 { end += 1 }
      guard end < bytes.count else { throw Unclear() }
      starts.append(position)
      position += (end - position + 8) & ~7
    }
    try readExtensions(from: position)
  }

  /// How many files there are.
  var count: Int { starts.count }

  /// The mode of a file: 0o100644, 0o100755 or 0o120000.
  func mode(_ file: Int) -> UInt32 { number(starts[file] + 24) }

  /// What kind of tree entry a file makes.
  func kind(_ file: Int) -> TreeEntry.Kind {
    switch mode(file) {
    case 0o100755: .executable
    case 0o120000: .link
    default: .file
    }
  }

  /// The file's path from the work tree's top.
  func path(_ file: Int) -> ArraySlice<UInt8> {
    let start = starts[file] + Self.head
    return bytes[start..<bytes[start...].firstIndex(of: 0)!]
  }

  /// The hash of what is staged of it.
  func hash(_ file: Int) -> ArraySlice<UInt8> {
    bytes[(starts[file] + 40)..<(starts[file] + 60)]
  }

  /// What stands at a file's path below a folder's descriptor; nil if that cannot be said, with the reason in errno.
  func status(_ file: Int, below top: FileDescriptor) -> stat? {
    var status = stat()
    let result = bytes.withUnsafeBytes { bytes in
      fstatat(
        top.rawValue,
        (bytes.baseAddress! + starts[file] + Self.head).assumingMemoryBound(to: CChar.self),
        &status, AT_SYMLINK_NOFOLLOW)
    }
    return result == 0 ? status : nil
  }

  /// Whether a file is as it was when git looked at its content last; if not, the content decides.
  ///
  /// One that was written in the second in which the index was, or later, may have changed without a trace.
  func isUntouched(_ file: Int, _ status: stat) -> Bool {
    let start = starts[file]
    return number(start) == UInt32(truncatingIfNeeded: status.changedSeconds)
      && number(start + 8) == UInt32(truncatingIfNeeded: status.modifiedSeconds)
      && number(start + 20) == UInt32(truncatingIfNeeded: status.st_ino)
      && number(start + 28) == status.st_uid && number(start + 32) == status.st_gid
      && number(start + 36) == UInt32(truncatingIfNeeded: status.st_size)
      && isNewer(Int64(number(start + 8)))
  }

  /// Whether its size alone says that it changed, as git has it.
  func isResized(_ file: Int, _ status: stat) -> Bool {
    let size = number(starts[file] + 36)
    return size != 0 && size != UInt32(truncatingIfNeeded: status.st_size)
  }

  /// The first file whose path is not less than this one.
  func first(notBelow path: [UInt8]) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if order(middle, path) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the file at a place has this path.
  func isPath(_ file: Int, _ path: [UInt8]) -> Bool {
    file < starts.count && order(file, path) == 0
  }

  /// Whether the file at a place stands below a folder, whose path ends in `/`.
  func isBelow(_ file: Int, _ folder: [UInt8]) -> Bool {
    guard file < starts.count else { return false }
    let start = starts[file] + Self.head
    return bytes[start...].starts(with: folder)
  }

  private func order(_ file: Int, _ path: [UInt8]) -> Int {
    var position = starts[file] + Self.head
    for byte in path {
      // The path ends in a NUL, which is less than any byte of another.
      if bytes[position] != byte { return Int(bytes[position]) - Int(byte) }
      position += 1
    }
    return Int(bytes[position])
  }

  private func number(_ offset: Int) -> UInt32 {
    UInt32(bytes[offset]) << 24 | UInt32(bytes[offset + 1]) << 16
      | UInt32(bytes[offset + 2]) << 8 | UInt32(bytes[offset + 3])
  }

  private mutating func readExtensions(from start: Int) throws(Unclear) {
    var position = start
    while position + 8 <= bytes.count - 20 {
      // One that begins with a small letter must be understood.
      guard bytes[position] < UInt8(ascii: "a") else { throw Unclear() }
      let length = Int(number(position + 4))
      let content = position + 8
      guard content + length <= bytes.count - 20 else { throw Unclear() }
      if bytes[position..<content].starts(with: "TREE".utf8) {
        var rest = bytes[content..<(content + length)]
        guard readTree(&rest, in: []) else { throw Unclear() }
      }
      position = content + length
    }
  }

  /// Reads `NAME\0FILES FOLDERS\nHASH` and what follows for the folders in it; fewer than 0 files and no hash where git has noted
  /// nothing since the last change.
  private mutating func readTree(_ rest: inout ArraySlice<UInt8>, in parent: [UInt8]) -> Bool {
    guard let nul = rest.firstIndex(of: 0), let line = rest[nul...].firstIndex(of: 0x0a) else {
      return false
    }
    var folder = parent + rest[..<nul]
    if !folder.isEmpty { folder.append(UInt8(ascii: "/")) }
    let numbers = rest[(nul + 1)..<line].split(separator: 0x20)
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 2 else { return false }
    rest = rest[(line + 1)...]
    if numbers[0] >= 0 {
      guard rest.count >= 20 else { return false }
      trees.append((folder, rest.prefix(20)))
      rest = rest.dropFirst(20)
    }
    for _ in 0..<max(0, numbers[1]) where !readTree(&rest, in: folder) { return false }
    return true
  }

  /// Whether git has noted that all files of a folder, whose path ends in `/`, make this tree.
  func isTree(_ id: ObjectID, _ folder: [UInt8]) -> Bool {
    trees.first { $0.folder == folder }?.id.elementsEqual(id.bytes) ?? false
  }
}

extension stat {
  #if canImport(Darwin)
    var modifiedSeconds: Int { st_mtimespec.tv_sec }
    var changedSeconds: Int { st_ctimespec.tv_sec }
  #else
    var modifiedSeconds: Int { st_mtim.tv_sec }
    var changedSeconds: Int { st_ctim.tv_sec }
  #endif
}
