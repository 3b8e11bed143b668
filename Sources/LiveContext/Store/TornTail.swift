internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The end of a journal whose last line has no line break: a writer died or the disk was full.
enum TornTail {
  /// Makes the journal end with a whole line, and gives its size.
  ///
  /// A tail that is a whole event gets its line break. Anything else that does not change within 50 ms is moved to
  /// `archive/torn-<ISO>`, never cut away.
  static func settle(
    _ journal: borrowing File, contract: Contract, archive: FilePath
  ) throws(FileError) -> Int {
    let size = try journal.status().size
    guard size > 0, try journal.read(at: size - 1, count: 1) != [0x0a] else { return size }
    // Our own writers hold the lock that we hold; a foreign one may be in the middle of its write.
    usleep(50_000)
    let later = try journal.status().size
    guard try journal.read(at: later - 1, count: 1) != [0x0a] else { return later }
    let start = try tailStart(journal, size: later)
    let tail = try journal.read(at: start, count: later - start)
    if (try? contract.read(tail[...])) != nil {
      let (written, error) = journal.write([0x0a])
      if let error { throw error }
      return later + written
    }
    try Files.makeFolder(archive)
    var moment = Timestamp.now
    while FileStatus.of(archive.appending("torn-\(moment.fileName)")) != nil {
      moment = Timestamp(seconds: moment.seconds + 1)
    }
    let aside = archive.appending("torn-\(moment.fileName)")
    try Files.replace(
      aside, with: tail, temporary: archive.appending(".torn.new"), synced: true)
    try journal.truncate(to: start)
    return start
  }

  private static func tailStart(
    _ journal: borrowing File, size: Int
  ) throws(FileError) -> Int {
    let step = 65_536
    var end = size
    while end > 0 {
      let start = max(0, end - step)
      let piece = try journal.read(at: start, count: end - start)
      if let last = piece.lastIndex(of: 0x0a) { return start + last + 1 }
      end = start
    }
    return 0
  }
}
