internal import SystemPackage

/// A work tree's copy of the journal, byte for byte, that anybody may read, and that people and agents may write to by hand.
///
/// Whatever happens to the copy, the journal loses nothing: lines in the copy that the journal and its archive do not hold
/// are taken in before the copy is made whole again.
struct Copy {
  let layout: FolderLayout

  /// Takes in what was written here by hand, and makes the copy equal to the journal.
  ///
  /// - Returns: how many events were taken in.
  func bringUpToDate(_ store: inout HeldStore) throws(FileError) -> Int {
    let size = store.checkpoint.journalSize
    guard let status = FileStatus.of(layout.journal), status.isRegular else {
      try replace(from: store)
      return 0
    }
    let common = try commonPrefix(with: store.journal, copySize: status.size, journalSize: size)
    if common == status.size {
      if common < size { try extend(from: store.journal, at: common, to: size) }
      return 0
    }
    let tail = try unfinishedLine(size: status.size)
    if let tail, !tail.isEmpty, (try? store.contract.read(tail[...])) == nil,
      Timestamp.now.seconds - status.modified.seconds < Copy.patience
    {
      // Somebody may be in the middle of a line: replacing the file now would lose its second half.
      return 0
    }
    let taken = try takeIn(&store, from: common, tail: tail)
    try replace(from: store)
    return taken
  }

  /// How long, in seconds, a line without an end is left to its writer.
  private static let patience: Int64 = 10

  /// The last line, if it has no line break and is short enough to be an event.
  private func unfinishedLine(size: Int) throws(FileError) -> [UInt8]? {
    let copy = try File.open(layout.journal, .readOnly, .nonBlocking)
    let from = max(0, size - Event.maximumLineLength)
    let piece = try copy.read(at: from, count: size - from)
    guard let last = piece.lastIndex(of: 0x0a) else { return from == 0 ? piece : nil }
    return Array(piece[(last + 1)...])
  }

  /// How many bytes the copy and the journal begin with in common.
  private func commonPrefix(
    with journal: borrowing File, copySize: Int, journalSize: Int
  ) throws(FileError) -> Int {
    let copy = try File.open(layout.journal, .readOnly, .nonBlocking)
    let step = 262_144
    let end = min(copySize, journalSize)
    var at = 0
    while at < end {
      let count = min(step, end - at)
      let one = try copy.read(at: at, count: count)
      let other = try journal.read(at: at, count: count)
      if one != other {
        return at
          + (zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset
            ?? min(one.count, other.count))
      }
      at += count
    }
    return end
  }

  /// Copies the missing end over.
  private func extend(
    from journal: borrowing File, at start: Int, to end: Int
  ) throws(FileError) {
    let copy = try File.open(layout.journal, .writeOnly, .append)
    let (written, error) = copy.write(try journal.read(at: start, count: end - start))
    if let error {
      if written > 0 { try? copy.truncate(to: start) }
      throw error
    }
  }

  private func replace(from store: borrowing HeldStore) throws(FileError) {
    try Files.replace(
      layout.journal,
      with: try store.journal.read(at: 0, count: store.checkpoint.journalSize),
      temporary: layout.temporary(layout.journal))
  }

  /// Appends to the journal each whole valid line of the copy that neither it nor the archive holds.
  private func takeIn(
    _ store: inout HeldStore, from common: Int, tail: [UInt8]?
  ) throws(FileError) -> Int {
    guard let reader = try LineReader(layout.journal) else { return 0 }
    let start = try lineStart(before: common)
    var unknown: [Event] = []
    var seen: Set<String> = []
    func consider(_ line: ArraySlice<UInt8>) {
      guard let event = try? store.contract.adopt(line) else { return }
      let written = String(decoding: line, as: UTF8.self)
      if seen.insert(written).inserted { unknown.append(event) }
    }
    try reader.forEach(from: start) { line in consider(line) }
    if let tail { consider(tail[...]) }
    let known = try KnownLines(store, among: unknown)
    var taken = 0
    for event in unknown where !known.contains(event) {
      if try store.append(event) { taken += 1 }
    }
    return taken
  }

  private func lineStart(before offset: Int) throws(FileError) -> Int {
    let copy = try File.open(layout.journal, .readOnly, .nonBlocking)
    let from = max(0, offset - 2 * Event.maximumLineLength)
    let piece = try copy.read(at: from, count: offset - from)
    guard let last = piece.lastIndex(of: 0x0a) else { return from }
    return from + last + 1
  }
}

/// Which of some events the journal or its archive holds already, by their lines, or by what they were before redaction.
struct KnownLines {
  private var found: Set<String> = []

  /// Looks through the journal and, as long as something is unknown, the archived segments, newest first.
  init(_ store: borrowing HeldStore, among events: [Event]) throws(FileError) {
    var wanted: Set<String> = []
    for event in events where event.type != .commit { wanted.insert(KnownLines.key(event)) }
    guard !wanted.isEmpty else { return }
    for path in [store.layout.journal] + store.layout.segments().reversed() {
      if wanted.isEmpty { return }
      var hits: Set<String> = []
      try LineReader(path)?.forEach { line in
        let text = String(decoding: line, as: UTF8.self)
        if wanted.contains(text) { hits.insert(text) }
        // An event that was redacted on its way in is known by the id it had before.
        if text.contains("\"was\":"), let was = (try? JSON.parse(line))?.object?["was"]?.text,
          wanted.contains(was)
        {
          hits.insert(was)
        }
      }
      found.formUnion(hits)
      wanted.subtract(hits)
    }
  }

  func contains(_ event: Event) -> Bool { found.contains(KnownLines.key(event)) }

  private static func key(_ event: Event) -> String { event.text("was") ?? event.line }
}
