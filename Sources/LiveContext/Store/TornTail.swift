internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The end of a journal whose last line has no line break: a writer died or the disk was full.
enum TornTail {
  private static let lineBreak: [UInt8] = [0x0a]

  /// Makes the journal end with a whole line, and gives its size.
  ///
  /// A tail that is a whole event gets its line break. Anything else that does not change within 50 ms is moved to
  /// `archive/torn-<ISO>`, never cut away.
  static func settle(
    _ journal: borrowing File, contract: Contract, archive: FilePath
  ) throws(FileError) -> Int {
    // Our own writers hold the lock that we hold; a foreign one may be in the middle of its write, and one that goes on
    // for a second is not waited for.
    for _ in 0..<20 {
      let size = try journal.status().size
      guard size > 0, try journal.read(at: size - 1, count: 1) != lineBreak else { return size }
      usleep(50_000)
      guard try journal.status().size == size else { continue }
      let start = try tailStart(journal, size: size)
      if size - start < Event.maximumLineLength,
        (try? contract.read(try journal.read(at: start, count: size - start)[...])) != nil
      {
        let (written, error) = journal.write(lineBreak)
        if let error { throw error }
        return size + written
      }
      try keep(journal, from: start, count: size - start, in: archive)
      // What a foreign writer has appended since then must not be cut away with the tail. The moment between this look and
      // the cut is left: only a writer that takes no lock, in a file that is only ours, could fall into it.
      guard try journal.status().size == size else { continue }
      try journal.truncate(to: start)
      return start
    }
    throw FileError("find the end of", journal.path, Errno.resourceBusy)
  }

  private static func keep(
    _ journal: borrowing File, from start: Int, count: Int, in archive: FilePath
  ) throws(FileError) {
    try Files.makeFolder(archive)
    var moment = Timestamp.now
    while FileStatus.of(archive.appending("torn-\(moment.fileName)")) != nil {
      moment = Timestamp(seconds: moment.seconds + 1)
    }
    let temporary = archive.appending(".torn.new")
    try Files.create(temporary, synced: true) { (file) throws(FileError) in
      try file.take(count, from: journal, at: start)
    }
    try Files.move(temporary, to: archive.appending("torn-\(moment.fileName)"))
  }

  private static func tailStart(
    _ journal: borrowing File, size: Int
  ) throws(FileError) -> Int {
    let step = 262_144
    var end = size
    while end > 0 {
      let start = max(0, end - step)
      let piece = try journal.read(at: start, count: end - start)
      if let last = JournalLine.lastEnd(in: piece) { return start + last + 1 }
      end = start
    }
    return 0
  }
}
