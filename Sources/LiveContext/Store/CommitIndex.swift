internal import CPlatform
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The shas of all recorded commits, one a line of fixed length: whether a commit is known is asked at every commit, and the
/// answer must not cost a reading of the journal and its archives.
///
/// Looked through from its end, where the last commits stand, in pieces of one size, so that no history is too long for the
/// memory. Derived: it is built again from them whenever it is missing or does not fit the checkpoint.
struct CommitIndex {
  let path: FilePath
  /// How many bytes of it count.
  private(set) var size: Int
  private let width: Int
  /// The last piece.
  private var tail: [UInt8]
  /// All of it, once so much was asked that a look at each line costs more.
  private var all: Set<String>?
  private var misses = 0
  /// The commit that was last found missing: a recording asks for its own several times.
  private var missing = ""

  /// Reads the end of the index as far as the checkpoint vouches for it; nil if it is shorter, longer or no index.
  init?(_ path: FilePath, size: Int) throws(FileError) {
    self.path = path
    self.size = size
    guard size > 0 else {
      guard FileStatus.of(path)?.size ?? 0 == 0 else { return nil }
      (width, tail) = (0, [])
      return
    }
    guard let file = try File.openIfThere(path) else { return nil }
    let status = try file.status()
    guard status.isRegular, status.size == size else { return nil }
    let first = try file.read(at: 0, count: CommitIndex.longest)
    guard let end = JournalLine.end(in: first, from: 0), end > 0, size % (end + 1) == 0 else {
      return nil
    }
    width = end + 1
    let count = min(size, CommitIndex.newest * width)
    tail = try file.read(at: size - count, count: count)
    guard tail.count == count, tail.last == 0x0a else { return nil }
  }

  /// An index of these shas.
  init(_ path: FilePath, shas: some Sequence<String>) {
    self.path = path
    tail = []
    for sha in shas {
      tail += sha.utf8
      tail.append(0x0a)
    }
    size = tail.count
    width = JournalLine.end(in: tail, from: 0).map { $0 + 1 } ?? 0
  }

  /// Writes an index that was just made of shas in the place of the old one.
  func write() throws(FileError) {
    try Files.replace(path, with: tail, temporary: FilePath(path.string + ".new"))
  }

  /// The longest line: a SHA-256 and its line break.
  private static let longest = 65
  /// How many lines are read at first: a commit's parent is nearly always among them.
  private static let newest = 128
  /// How many lines are looked at in one go of those in front.
  private static let lines = 400
  /// After so many looks through all of it, it is read into memory.
  private static let patience = 16

  /// Whether a commit is recorded; what cannot be read is not.
  mutating func contains(_ sha: String) -> Bool {
    if let all { return all.contains(sha) }
    if sha == missing { return false }
    let wanted = Array(sha.utf8)
    if CommitIndex.holds(tail, wanted) { return true }
    guard size > tail.count else { return false }
    misses += 1
    if misses > CommitIndex.patience, let shas = try? readAll() {
      all = shas
      return shas.contains(sha)
    }
    if (try? isInFront(wanted)) ?? false { return true }
    missing = sha
    return false
  }

  /// Adds a commit at the end.
  ///
  /// - Throws: `FileError` if the file could not be written; the commit is known to this process all the same.
  mutating func add(_ sha: String) throws(FileError) {
    let line = Array(sha.utf8) + [0x0a]
    let before = size
    missing = ""
    tail += line
    size += line.count
    all?.insert(sha)
    let file = try File.open(path, .writeOnly, [.create, .append])
    let (written, error) = file.write(line)
    if let error {
      // A piece of a line would shift all that follow; without it the checkpoint still fits.
      if written > 0 { try? file.truncate(to: before) }
      throw error
    }
  }

  /// Looks through what stands in front of the tail, newest first.
  private func isInFront(_ wanted: [UInt8]) throws(FileError) -> Bool {
    guard let file = try File.openIfThere(path) else { return false }
    var end = size - tail.count
    while end > 0 {
      let start = max(0, end - CommitIndex.lines * width)
      if CommitIndex.holds(try file.read(at: start, count: end - start), wanted) { return true }
      end = start
    }
    return false
  }

  private func readAll() throws(FileError) -> Set<String> {
    var shas: Set<String> = []
    guard let file = try File.openIfThere(path) else { return shas }
    let front = try file.read(at: 0, count: size - tail.count)
    for line in (front + tail).split(separator: 0x0a) {
      shas.insert(String(decoding: line, as: UTF8.self))
    }
    return shas
  }

  private static func holds(_ lines: [UInt8], _ wanted: [UInt8]) -> Bool {
    lines.withUnsafeBytes { lines in
      wanted.withUnsafeBytes { wanted in
        codex_has_line(lines.baseAddress, lines.count, wanted.baseAddress, wanted.count) != 0
      }
    }
  }
}

/// Which commits are recorded, read without a lock: what is missing only costs a second look under it.
public final class KnownCommits {
  private var index: CommitIndex?

  /// The commits that a store has recorded by now.
  public init(_ layout: StoreLayout) {
    let size = FileStatus.of(layout.commits)?.size ?? 0
    index = (try? CommitIndex(layout.commits, size: size)) ?? nil
  }

  /// Whether a commit is recorded.
  public func contains(_ sha: String) -> Bool { index?.contains(sha) ?? false }
}
