public import SystemPackage

/// The newest events of a clone, newest first, without a lock: the live journal, then the archived segments.
///
/// A segment is read when it is reached, and at most `HeldStore.maximumSize` and a line of it; an unterminated last line is
/// left out. Two identical lines, and two commit events of one sha, are one event.
public struct JournalReader: Sendable {
  private let newest: FilePath
  private let store: StoreLayout?

  /// A reader of a store's journal and archive.
  public init(_ layout: StoreLayout) {
    newest = layout.journal
    store = layout
  }

  /// A reader of one file, such as a work tree's copy where the store cannot be reached.
  public init(file: FilePath) {
    newest = file
    store = nil
  }

  /// How many lines are looked at, at the most: as many as one full journal has.
  public static let window = HeldStore.maximumLines

  /// Where a line stands.
  struct Place {
    /// Whether in the newest file, and not in an archived segment.
    let isLive: Bool
    /// The offset behind its line break.
    let end: Int
  }

  /// Gives the lines, newest first, until `body` returns false or `limit` lines were given.
  public func forEachLine(
    limit: Int = window, _ body: (ArraySlice<UInt8>) -> Bool
  ) throws(FileError) {
    try forEachPlacedLine(limit: limit) { line, _ in body(line) }
  }

  /// The same, with each line's place.
  func forEachPlacedLine(
    limit: Int = window, _ body: (ArraySlice<UInt8>, Place) -> Bool
  ) throws(FileError) {
    var left = limit
    func give(_ path: FilePath, isLive: Bool) throws(FileError) -> Bool {
      try JournalReader.giveLines(of: path) { line, end in
        guard left > 0 else { return false }
        left -= 1
        return body(line, Place(isLive: isLive, end: end)) && left > 0
      }
    }
    guard try give(newest, isLive: true), let store else { return }
    // The archive is looked at after the journal: one that was rotated in between is read twice, but never missed.
    for segment in store.segments().reversed() {
      guard try give(segment, isLive: false) else { return }
    }
  }

  /// What a recording has remembered of the older lines; nil if nothing.
  func standing() -> Standing? { store.flatMap(Standing.load) }

  /// Gives a file's lines with the offsets behind them, newest first, in pieces from its end; whether the next file is wanted.
  ///
  /// Of a file that is longer than a journal may be, its end is read.
  private static func giveLines(
    of path: FilePath, _ body: (ArraySlice<UInt8>, Int) -> Bool
  ) throws(FileError) -> Bool {
    guard let file = try File.openIfThere(path) else { return true }
    let status = try file.status()
    guard status.isRegular else { return true }
    let floor = max(0, status.size - HeldStore.maximumSize - Event.maximumLineLength)
    var start = status.size
    // Most who ask want the newest few; each piece that is wanted beyond is larger.
    var size = 16_384
    // What was read of the line that begins in a piece further up.
    var rest: [UInt8] = []
    var isWhole = false
    while start > floor {
      let from = max(floor, start - size)
      size = 65_536
      var piece = try file.read(at: from, count: start - from)
      let tooLong = 2 * Event.maximumLineLength
      let isCut = rest.count > tooLong
      piece += isCut ? rest[..<tooLong] : rest[...]
      var end = piece.count
      if !isWhole {
        // A last line without a line break may still be in the making.
        guard let last = JournalLine.lastEnd(in: piece) else {
          (rest, start) = (piece, from)
          continue
        }
        (end, isWhole) = (last, true)
      }
      while let last = JournalLine.lastEnd(in: piece, before: end) {
        if !body(piece[(last + 1)..<end], from + end + 1) { return false }
        end = last
      }
      rest = Array(piece[..<end])
      start = from
    }
    // Where only the end of a file was read, its first line is half a line.
    guard isWhole, floor == 0 else { return true }
    return body(rest[...], rest.count + 1)
  }

  /// Gives the events, newest first, each once, until `body` returns false; lines that are no events are passed over.
  ///
  /// - Parameter types: the types that are wanted; the others are not read at all.
  public func forEachEvent(
    _ contract: Contract, types: Set<EventType>? = nil, limit: Int = window,
    _ body: (Event) -> Bool
  ) throws(FileError) {
    var seen: Set<String> = []
    try forEachLine(limit: limit) { line in
      if let types, let type = JournalLine.type(line), !types.contains(type) { return true }
      guard let event = try? contract.read(line) else { return true }
      if let types, !types.contains(event.type) { return true }
      guard seen.insert(event.identity).inserted else { return true }
      return body(event)
    }
  }
}
