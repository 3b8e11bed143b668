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
  /// Whether a full journal may be rotated; asked only when it is full.
  let rotates: Bool
  /// The `policy.json` that may say otherwise.
  let policy: FilePath?
  /// Where what is appended was recorded.
  var here = Outbox.Here(branch: nil, tip: nil)
  /// Whether the journal has just become too long, and the people here decided that rotation waits for them.
  private(set) var hasPassedLimit = false
  /// Whether the index holds every commit of the journal and its archive; the checkpoint vouches for it only then.
  private var isIndexWhole: Bool
  /// Whether the journal's name is new, so that the folder must be on the disk too before an event is.
  private var isNameNew = false

  /// The most lines of the live journal (the plan's section 3.2).
  static let maximumLines = 10_000
  /// The most bytes of the live journal.
  static let maximumSize = 5 * 1024 * 1024

  private init(
    layout: StoreLayout, contract: Contract, lock: consuming StoreLock, journal: consuming File,
    checkpoint: Checkpoint, commits: consuming CommitIndex, rotates: Bool, policy: FilePath?,
    isIndexWhole: Bool
  ) {
    self.layout = layout
    self.contract = contract
    self.lock = lock
    self.journal = journal
    self.checkpoint = checkpoint
    self.commits = commits
    self.rotates = rotates
    self.policy = policy
    self.isIndexWhole = isIndexWhole
  }

  /// Takes the store's lock and brings what is remembered of the journal up to date.
  ///
  /// - Parameter patience: how many bytes of one file may be looked through, if that must be; a journal that is larger is an error.
  /// - Returns: nil if somebody else held the lock until the deadline.
  static func open(
    _ layout: StoreLayout, contract: Contract, deadline: Duration, rotates: Bool = true,
    policy: FilePath? = nil, patience: Int = .max
  ) throws(FileError) -> HeldStore? {
    guard let lock = try StoreLock.acquire(layout.lock, deadline: deadline) else { return nil }
    let journal = try openJournal(layout)
    let status = try journal.status()
    guard status.isRegular else {
      throw FileError("use as a journal", layout.journal, Errno.invalidArgument)
    }
    let size = status.size
    let remembered = try lock.checkpoint()
    if let remembered, remembered.journalSize == size,
      // One that cannot be opened is made again, like one that does not fit.
      let commits = (try? CommitIndex(layout.commits, count: remembered.commits)) ?? nil
    {
      return HeldStore(
        layout: layout, contract: contract, lock: lock, journal: journal, checkpoint: remembered,
        commits: commits, rotates: rotates, policy: policy, isIndexWhole: true)
    }
    if size > patience {
      throw FileError("look through", layout.journal, Errno.fileTooLarge)
    }
    return try recovered(layout, contract, lock, journal, rotates, policy, patience)
  }

  private static func openJournal(_ layout: StoreLayout) throws(FileError) -> File {
    try File.open(layout.journal, .readWrite, [.create, .append, .nonBlocking])
  }

  /// Looks at the whole journal, because it is not as the checkpoint says: a writer died, or somebody else wrote.
  private static func recovered(
    _ layout: StoreLayout, _ contract: Contract, _ lock: consuming StoreLock,
    _ journal: consuming File, _ rotates: Bool, _ policy: FilePath?, _ patience: Int
  ) throws(FileError) -> HeldStore {
    let size = try TornTail.settle(journal, contract: contract, archive: layout.archive)
    let scan = try JournalScan(layout, patience: patience)
    // What is remembered only saves time: where it cannot be written, the next writer looks again.
    var commits = CommitIndex(layout.commits, shas: scan.shas)
    var isWhole = scan.isWhole && commits.isWhole
    let checkpoint = Checkpoint(journalSize: size, lines: scan.lines, commits: commits.count)
    do throws(FileError) {
      try commits.write()
      if isWhole { try lock.set(checkpoint) }
    } catch { isWhole = false }
    return HeldStore(
      layout: layout, contract: contract, lock: lock, journal: journal, checkpoint: checkpoint,
      commits: commits, rotates: rotates, policy: policy, isIndexWhole: isWhole)
  }

  /// Appends one event: one write of one whole line, which is the moment at which it is recorded.
  ///
  /// - Parameter isForeign: whether it came in a segment, so that it is not published from here.
  /// - Returns: false if it is a commit that is recorded already.
  /// - Throws: `FileError`; what was written of a line is then taken back.
  mutating func append(_ event: Event, isForeign: Bool = false) throws(FileError) -> Bool {
    let sha = event.type == .commit ? event.text("sha") : nil
    if let sha, commits.contains(sha) { return false }
    var line = Array(event.line.utf8)
    line.append(0x0a)
    try rotateIfFull(adding: line.count)
    let (written, error) = journal.write(line)
    if let error {
      if written > 0 { try? journal.truncate(to: checkpoint.journalSize) }
      throw error
    }
    if checkpoint.journalSize == 0 { isNameNew = true }
    checkpoint.journalSize += line.count
    checkpoint.lines += 1
    // From here on the event is recorded: what fails now is made again by the next writer, from the journal, because the
    // checkpoint does not fit it.
    do throws(FileError) {
      if let sha { try commits.add(sha) }
      checkpoint.commits = commits.count
      isIndexWhole = isIndexWhole && commits.isWhole
      if isIndexWhole { try lock.set(checkpoint) }
    } catch { isIndexWhole = false }
    // An event that cannot be put out is recorded all the same.
    if !isForeign { try? Outbox(layout).add(event, from: here, contract: contract) }
    return true
  }

  /// Gives the lock up and then waits until what was appended is on the disk: meanwhile others write.
  consuming func releaseAndSynchronize() throws(FileError) {
    let (layout, isNameNew) = (layout, isNameNew)
    try released().synchronize()
    if isNameNew { try Files.synchronizeFolder(layout.root) }
  }

  private consuming func released() -> File { journal }

  private mutating func rotateIfFull(adding bytes: Int) throws(FileError) {
    guard rotates,
      checkpoint.lines + 1 > HeldStore.maximumLines
        || checkpoint.journalSize + bytes > HeldStore.maximumSize
    else { return }
    let isDecided = policy.map { Policy(file: $0, kept: layout.approved.appending("policy.json")) }
    if isDecided?.rotates ?? true {
      try rotate()
    } else if checkpoint.lines == HeldStore.maximumLines
      || checkpoint.journalSize <= HeldStore.maximumSize
        && checkpoint.lines < HeldStore.maximumLines
    {
      // Said by the event that passes the limit, and by no later one.
      hasPassedLimit = true
    }
  }

  /// Moves the journal into the archive by one rename and starts a new one.
  ///
  /// Killed at any step, it leaves a journal that the checkpoint does not fit, and the next writer looks again.
  /// - Returns: the archived segment; nil if the journal was empty.
  @discardableResult
  mutating func rotate() throws(FileError) -> FilePath? {
    guard checkpoint.journalSize > 0 else { return nil }
    try Files.makeFolder(layout.archive)
    let segment = freeSegmentName(at: .now)
    try Files.move(layout.journal, to: segment)
    journal = try HeldStore.openJournal(layout)
    checkpoint.journalSize = 0
    checkpoint.lines = 0
    do throws(FileError) {
      if isIndexWhole { try lock.set(checkpoint) }
    } catch { isIndexWhole = false }
    return segment
  }

  /// A name that sorts behind all others, even when the clock went back or two rotations fall in one second.
  private func freeSegmentName(at now: Timestamp) -> FilePath {
    let instants = layout.segments().map {
      JournalLine.instant(ofSegment: $0.lastComponent?.string ?? "")
    }
    var moment = now
    // A name from beyond the year 9999 is nobody's clock.
    if let newest = instants.filter({ $0 < 253_402_300_000 }).max(), newest >= now.seconds {
      moment = Timestamp(seconds: newest + 1)
    }
    while true {
      let name = layout.archive.appending("journal-\(moment.fileName).ndjson")
      // A rename would replace what stands there.
      if FileStatus.of(name) == nil { return name }
      moment = Timestamp(seconds: moment.seconds + 1)
    }
  }
}
