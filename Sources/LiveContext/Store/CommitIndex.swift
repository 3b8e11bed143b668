internal import SystemPackage

/// The shas of all recorded commits, one a line of fixed length: whether a commit is known is asked at every commit, and the
/// answer must not cost a reading of the journal and its archives.
///
/// Derived: it is built again from them whenever it is missing or does not fit the checkpoint.
struct CommitIndex {
  private(set) var bytes: [UInt8]
  let path: FilePath

  /// Reads the index as far as the checkpoint vouches for it; nil if it is shorter, longer or no index.
  init?(_ path: FilePath, size: Int) throws(FileError) {
    self.path = path
    guard size > 0 else {
      guard FileStatus.of(path)?.size ?? 0 == 0 else { return nil }
      bytes = []
      return
    }
    guard size <= CommitIndex.maximumSize, let file = try File.openIfThere(path) else { return nil }
    let status = try file.status()
    guard status.isRegular, status.size == size else { return nil }
    bytes = try file.read(at: 0, count: size)
    guard let width = CommitIndex.width(bytes), size % width == 0, bytes.last == 0x0a else {
      return nil
    }
  }

  /// An index of these shas.
  init(_ path: FilePath, shas: some Sequence<String>) {
    self.path = path
    bytes = []
    for sha in shas {
      bytes += sha.utf8
      bytes.append(0x0a)
    }
  }

  /// Writes the whole index in the place of the old one.
  func write() throws(FileError) {
    try Files.replace(path, with: bytes, temporary: FilePath(path.string + ".new"))
  }

  var size: Int { bytes.count }

  /// More than a million commits: an index that claims to be larger is not read into memory.
  private static let maximumSize = 48 << 20

  /// Whether a commit is recorded.
  func contains(_ sha: String) -> Bool {
    let wanted = Array(sha.utf8)
    let width = wanted.count + 1
    return bytes.withUnsafeBytes { all in
      wanted.withUnsafeBytes { wanted in
        guard let first = wanted.first else { return false }
        var at = 0
        while at + width <= all.count {
          if all[at] == first,
            UnsafeRawBufferPointer(rebasing: all[at..<at + wanted.count]).elementsEqual(wanted)
          {
            return true
          }
          at += width
        }
        return false
      }
    }
  }

  /// Adds a commit at the end.
  ///
  /// - Throws: `FileError` if the file could not be written; the commit is known to this process all the same.
  mutating func add(_ sha: String) throws(FileError) {
    let size = bytes.count
    let line = Array(sha.utf8) + [0x0a]
    bytes += line
    let file = try File.open(path, .writeOnly, [.create, .append])
    let (written, error) = file.write(line)
    if let error {
      // A piece of a line would shift all that follow; without it the checkpoint still fits.
      if written > 0 { try? file.truncate(to: size) }
      throw error
    }
  }

  private static func width(_ bytes: [UInt8]) -> Int? {
    bytes.firstIndex(of: 0x0a).map { $0 + 1 }
  }
}
