internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The store's lock: flock on a regular file that is never removed.
///
/// The kernel queues the writers and frees the lock when one is killed, whatever the process ids, so nothing has to be
/// guessed and nothing can stay behind. The file holds the checkpoint: what the last writer knew of the journal.
struct StoreLock: ~Copyable {
  let file: File

  /// Takes the lock; the kernel gives it to those who wait in their order.
  ///
  /// - Parameter isReadOnly: for a store that may not be written: the lock is taken all the same, on a file that is there.
  /// - Returns: nil if somebody else held it until the deadline, or until this process was to end.
  static func acquire(
    _ path: FilePath, deadline: Duration, isReadOnly: Bool = false
  ) throws(FileError) -> StoreLock? {
    let file =
      try isReadOnly
      ? File.open(path, .readOnly, .nonBlocking) : File.open(path, .readWrite, .create)
    if try file.tryLock() { return StoreLock(file: file) }
    let clock = ContinuousClock()
    let end = clock.now + deadline
    repeat {
      if clock.now >= end || Signals.areHeld { return nil }
    } while try !file.lock(within: min(100, Int((end - clock.now) / .milliseconds(1)) + 1))
    // While we waited, the store may have been removed and made again: then this lock guards nothing.
    guard let now = FileStatus.of(path), now.isSame(as: try file.status()) else {
      throw FileError("lock", path, Errno.noSuchFileOrDirectory)
    }
    return StoreLock(file: file)
  }

  /// Runs a piece of work for which the lock must stay held.
  func during<Result>(
    _ body: () throws(FileError) -> Result
  ) throws(FileError) -> Result { try body() }

  /// Reads the checkpoint; nil if there is none that makes sense.
  func checkpoint() throws(FileError) -> Checkpoint? {
    Checkpoint(try file.read(at: 0, count: Checkpoint.length))
  }

  /// Writes the checkpoint.
  func set(_ checkpoint: Checkpoint) throws(FileError) {
    try file.write(checkpoint.bytes, at: 0)
  }
}

/// What the last writer knew: where the journal ended, how many lines it had, and how many commits the index.
///
/// Only a hint: a journal that has another size is looked at again.
struct Checkpoint: Equatable {
  var journalSize: Int
  var lines: Int
  var commits: Int

  /// The fixed length of its one line, so that it is replaced in one write.
  static let length = 48

  init(journalSize: Int, lines: Int, commits: Int) {
    self.journalSize = journalSize
    self.lines = lines
    self.commits = commits
  }

  init?(_ bytes: [UInt8]) {
    guard bytes.count == Checkpoint.length else { return nil }
    var rest = bytes[...]
    guard let journalSize = JournalLine.number(&rest), let lines = JournalLine.number(&rest),
      let commits = JournalLine.number(&rest), rest.allSatisfy({ $0 == 0x20 || $0 == 0x0a })
    else { return nil }
    self.init(journalSize: journalSize, lines: lines, commits: commits)
  }

  var bytes: [UInt8] {
    var line = Array("\(journalSize) \(lines) \(commits)".utf8)
    line.append(contentsOf: repeatElement(0x20, count: max(0, Checkpoint.length - 1 - line.count)))
    line.append(0x0a)
    return line
  }
}
