internal import SystemPackage

/// The store while its lock is held: the only way to write the journal.
///
/// What is known, what is appended and what is counted happens under one hold.
struct HeldStore: ~Copyable {
  let layout: StoreLayout
  let contract: Contract
  let lock: StoreLock
  var journal: File
  var checkpoint: Checkpoint
  var commits: CommitIndex
  /// Whether the journal may be rotated without asking (`policy.json`).
  let rotates: Bool

  /// The most lines of the live journal (the plan's section 3.2).
  static let maximumLines = 10_000
  /// The most bytes of the live journal.
  static let maximumSize = 5 * 1024 * 1024

  /// Takes the store's lock and brings what is remembered of the journal up to date.
  ///
  /// - Returns: nil if somebody else held the lock until the deadline.
  static func open(
    _ layout: StoreLayout, contract: Contract, deadline: Duration, rotates: Bool = true
  ) throws(FileError) -> HeldStore? {
    guard let lock = try StoreLock.acquire(layout.lock, deadline: deadline) else { return nil }
    let journal = try File.open(layout.journal, .readWrite, [.create, .append])
    let size = try journal.status().size
    let remembered = try lock.checkpoint()
    if let remembered, remembered.journalSize == size,
      let commits = try CommitIndex(layout.commits, size: remembered.commitsSize)
    {
      return HeldStore(
        layout: layout, contract: contract, lock: lock, journal: journal, checkpoint: remembered,
        commits: commits, rotates: rotates)
    }
    return try recovered(layout, contract, lock, journal, rotates: rotates)
  }

  /// Looks at the whole journal, because it is not as the checkpoint says: a writer died, or somebody else wrote.
  private static func recovered(
    _ layout: StoreLayout, _ contract: Contract, _ lock: consuming StoreLock,
    _ journal: consuming File, rotates: Bool
  ) throws(FileError) -> HeldStore {
    let size = try TornTail.settle(journal, contract: contract, archive: layout.archive)
    var lines = 0
    var seen: Set<String> = []
    var shas: [String] = []
    func note(_ line: ArraySlice<UInt8>) {
      guard let sha = JournalLine.commitSHA(line), seen.insert(sha).inserted else { return }
      shas.append(sha)
    }
    for segment in layout.segments() {
      try LineReader(segment)?.forEach { line in note(line) }
    }
    try LineReader(layout.journal)?.forEach { line in
      lines += 1
      note(line)
    }
    let commits = try CommitIndex(layout.commits, shas: shas)
    let checkpoint = Checkpoint(journalSize: size, lines: lines, commitsSize: commits.size)
    try lock.set(checkpoint)
    return HeldStore(
      layout: layout, contract: contract, lock: lock, journal: journal, checkpoint: checkpoint,
      commits: commits, rotates: rotates)
  }

  /// Appends one event: one write of one whole line, which is the moment at which it is recorded.
  ///
  /// - Returns: false if it is a commit that is recorded already.
  /// - Throws: `FileError`; what was written of a line is then taken back.
  mutating func append(_ event: Event) throws(FileError) -> Bool {
    let sha = event.type == .commit ? event.text("sha") : nil
    if let sha, commits.contains(sha) { return false }
    var line = Array(event.line.utf8)
    line.append(0x0a)
    if rotates { try rotateIfFull(adding: line.count) }
    let (written, error) = journal.write(line)
    if let error {
      if written > 0 { try? journal.truncate(to: checkpoint.journalSize) }
      throw error
    }
    checkpoint.journalSize += line.count
    checkpoint.lines += 1
    // From here on the event is recorded: what fails now is made again by the next writer, from the journal.
    do throws(FileError) {
      if let sha { try commits.add(sha) }
      checkpoint.commitsSize = commits.size
      try lock.set(checkpoint)
    } catch {}
    return true
  }

  /// Waits until what was appended is on the disk.
  func synchronize() throws(FileError) {
    try journal.synchronize()
  }

  private mutating func rotateIfFull(adding bytes: Int) throws(FileError) {
    if checkpoint.lines + 1 > HeldStore.maximumLines
      || checkpoint.journalSize + bytes > HeldStore.maximumSize
    {
      try rotate()
    }
  }

  /// Moves the journal into the archive by one rename and starts a new one.
  ///
  /// - Returns: the archived segment; nil if the journal was empty.
  @discardableResult
  mutating func rotate() throws(FileError) -> FilePath? {
    guard checkpoint.journalSize > 0 else { return nil }
    try Files.makeFolder(layout.archive)
    let segment = freeSegmentName(at: .now)
    try Files.move(layout.journal, to: segment)
    journal = try File.open(layout.journal, .readWrite, [.create, .append])
    checkpoint.journalSize = 0
    checkpoint.lines = 0
    try lock.set(checkpoint)
    return segment
  }

  /// A name that sorts behind all others, even when the clock went back or two rotations fall in one second.
  private func freeSegmentName(at now: Timestamp) -> FilePath {
    let newest = layout.segments().last?.lastComponent?.string ?? ""
    var moment = now
    while true {
      let name = "journal-\(moment.fileName).ndjson"
      if name > newest { return layout.archive.appending(name) }
      moment = Timestamp(seconds: max(moment.seconds, JournalLine.instant(ofSegment: newest)) + 1)
    }
  }
}
