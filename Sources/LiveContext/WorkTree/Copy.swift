internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A work tree's copy of the journal, byte for byte, that anybody may read, and that people and agents may write to by hand.
///
/// Whatever happens to the copy, the journal loses nothing: lines in the copy that the journal and its archive do not hold
/// are taken in before the copy is made whole again.
struct Copy {
  let layout: FolderLayout

  /// What a look at the copy came to.
  struct Outcome {
    /// How many events were taken in.
    var takenIn = 0
    /// What a person should know.
    var warnings: [String] = []
  }

  /// How long, in seconds, a line without an end is left to its writer.
  private static let patience: Int64 = 10

  /// Takes in what was written here by hand, and makes the copy equal to the journal.
  ///
  /// - Parameter patience: how long, in seconds, the beginning of an event is left to whoever may be writing it.
  func bringUpToDate(
    _ store: inout HeldStore, patience: Int64 = patience
  ) throws(FileError) -> Outcome {
    var outcome = Outcome()
    guard let copy = try open(), case let before = try copy.status(), before.isRegular else {
      let isWhole = try takeInArchive(&store, &outcome)
      if isWhole { try replace(&store, nil, &outcome) }
      return outcome
    }
    let size = store.checkpoint.journalSize
    let limit = max(2 * HeldStore.maximumSize, size + HeldStore.maximumSize)
    if before.size > limit {
      try setAside(&outcome)
      try replace(&store, nil, &outcome)
      return outcome
    }
    let seal = CopySeal(journal: try store.journal.status(), copy: before)
    let isSealed = before.size <= size && seal.holds(before)
    let common =
      isSealed
      ? before.size : try Copy.commonPrefix(copy, before.size, store.journal, size)
    // Half a line of somebody else's may be how our next line begins: only whole lines are common.
    if common == before.size, try Copy.isLineStart(copy, at: common) {
      if common < size { try Copy.extend(copy, from: store.journal, at: common, to: size) }
      if common < size || !isSealed { seal.set(copy, size: size) }
      return outcome
    }
    let tail = try Copy.unfinishedLine(copy, size: before.size)
    if let tail, JournalLine.trimmed(tail[...]).first == UInt8(ascii: "{"),
      (try? store.contract.read(tail[...])) == nil,
      Timestamp.now.seconds - before.modified.seconds < patience
    {
      // Somebody may be in the middle of a line: replacing the file now would lose its second half.
      return outcome
    }
    let start = try Copy.lineStart(copy, before: common)
    var intake = Intake(among: try Intake.lines(of: layout.journal, from: start, tail: tail))
    var isWhole = try intake.run(&store, &outcome)
    if isWhole { isWhole = try takeInArchive(&store, &outcome) }
    // Where more was written than one run takes in, the copy keeps it for the next.
    if isWhole { try replace(&store, before, &outcome) }
    return outcome
  }

  /// The copy, for reading and for appending; nil if there is none, or a link.
  private func open() throws(FileError) -> File? {
    do throws(FileError) {
      return try File.open(layout.journal, .readWrite, [.append, .nonBlocking])
    } catch {
      switch error.code {
      // What is no file of ours is put right, or refused, where the new copy takes its place.
      case .tooManySymbolicLinkLevels, .isDirectory, .noSuchAddressOrDevice: return nil
      default: if error.isMissing { return nil }
      }
      throw error
    }
  }

  /// Puts a copy that is larger than any journal out of the way, by one rename, and says so.
  private func setAside(_ outcome: inout Outcome) throws(FileError) {
    try Files.makeFolder(layout.archive)
    var moment = Timestamp.now
    while FileStatus.of(layout.archive.appending("copy-\(moment.fileName)")) != nil {
      moment = Timestamp(seconds: moment.seconds + 1)
    }
    let aside = layout.archive.appending("copy-\(moment.fileName)")
    try Files.move(layout.journal, to: aside)
    outcome.warnings.append(
      "\(layout.journal) was larger than a journal can be; it is kept as \(aside) and not read")
  }

  /// Puts the journal's bytes in the copy's place.
  ///
  /// - Parameter seen: what the copy was when it was read: what was written to it since then is taken in too.
  private func replace(
    _ store: inout HeldStore, _ seen: FileStatus?, _ outcome: inout Outcome
  ) throws(FileError) {
    let temporary = layout.temporary(layout.journal)
    if FileStatus.of(temporary) != nil {
      // A writer died right after the exchange: this may be an old copy that nobody has looked at since.
      var intake = Intake(among: try Intake.lines(of: temporary))
      _ = try intake.run(&store, &outcome)
    }
    let size = store.checkpoint.journalSize
    do {
      let journal = try File.open(store.layout.journal, .readOnly)
      try Files.create(temporary) { (file) throws(FileError) in
        try file.take(size, from: journal, at: 0)
      }
    }
    guard try Files.exchange(temporary, with: layout.journal) else { return }
    if let seen, FileStatus.of(temporary) != seen {
      var intake = Intake(among: try Intake.lines(of: temporary))
      _ = try intake.run(&store, &outcome)
      if store.checkpoint.journalSize > size, let copy = try open() {
        try Copy.extend(copy, from: store.journal, at: size, to: store.checkpoint.journalSize)
      }
    }
    try Files.dispose(temporary, replacedBy: layout.journal)
  }

  /// Takes in what somebody has moved into `.codex/archive`: files there that are no copies of our segments.
  private func takeInArchive(
    _ store: inout HeldStore, _ outcome: inout Outcome
  ) throws(FileError) -> Bool {
    let foreign = ArchiveCopies(store: store.layout, folder: layout).foreign()
    for path in foreign {
      var intake = Intake(among: try Intake.lines(of: path))
      guard try intake.run(&store, &outcome) else { return false }
    }
    return true
  }
}

extension Copy {
  /// The last line, if it has no line break and is short enough to be an event.
  private static func unfinishedLine(
    _ copy: borrowing File, size: Int
  ) throws(FileError) -> [UInt8]? {
    let from = max(0, size - Event.maximumLineLength)
    let piece = try copy.read(at: from, count: size - from)
    guard let last = JournalLine.lastEnd(in: piece) else { return from == 0 ? piece : nil }
    return Array(piece[(last + 1)...])
  }

  /// How many bytes the copy and the journal begin with in common.
  private static func commonPrefix(
    _ copy: borrowing File, _ copySize: Int, _ journal: borrowing File, _ journalSize: Int
  ) throws(FileError) -> Int {
    let step = 262_144
    let end = min(copySize, journalSize)
    var at = 0
    while at < end {
      let count = min(step, end - at)
      let one = try copy.read(at: at, count: count)
      let other = try journal.read(at: at, count: count)
      let shorter = min(one.count, other.count)
      guard shorter == count, memcmp(one, other, count) == 0 else {
        var same = 0
        while same < shorter, one[same] == other[same] { same += 1 }
        return at + same
      }
      at += count
    }
    return end
  }

  private static func isLineStart(_ file: borrowing File, at offset: Int) throws(FileError) -> Bool
  {
    if offset == 0 { return true }
    return try file.read(at: offset - 1, count: 1) == [0x0a]
  }

  /// Copies the missing end over.
  private static func extend(
    _ copy: borrowing File, from journal: borrowing File, at start: Int, to end: Int
  ) throws(FileError) {
    let step = 1 << 20
    var at = start
    while at < end {
      let piece = try journal.read(at: at, count: min(step, end - at))
      if piece.isEmpty { return }
      let (written, error) = copy.write(piece)
      if let error {
        if written > 0 { try? copy.truncate(to: at) }
        throw error
      }
      at += piece.count
    }
  }

  private static func lineStart(_ copy: borrowing File, before offset: Int) throws(FileError) -> Int
  {
    let from = max(0, offset - 2 * Event.maximumLineLength)
    let piece = try copy.read(at: from, count: offset - from)
    guard let last = JournalLine.lastEnd(in: piece) else { return from }
    return from + last + 1
  }
}
