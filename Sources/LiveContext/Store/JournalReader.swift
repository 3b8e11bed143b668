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

  /// Gives the lines, newest first, until `body` returns false or `limit` lines were given.
  public func forEachLine(
    limit: Int = window, _ body: (ArraySlice<UInt8>) -> Bool
  ) throws(FileError) {
    var left = limit
    guard try JournalReader.giveLines(of: newest, &left, body), let store else { return }
    // The archive is looked at after the journal: one that was rotated in between is read twice, but never missed.
    for segment in store.segments().reversed() {
      guard try JournalReader.giveLines(of: segment, &left, body) else { return }
    }
  }

  /// Gives a file's lines, newest first; whether the next file is wanted.
  private static func giveLines(
    of path: FilePath, _ left: inout Int, _ body: (ArraySlice<UInt8>) -> Bool
  ) throws(FileError) -> Bool {
    let bytes = try tail(of: path)
    var starts: [Int] = []
    var start = 0
    while let end = JournalLine.end(in: bytes, from: start) {
      starts.append(start)
      start = end + 1
    }
    var end = start - 1
    for start in starts.reversed() {
      guard left > 0 else { return false }
      left -= 1
      if !body(bytes[start..<end]) { return false }
      end = start - 1
    }
    return left > 0
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

  /// The end of a file, cut at a line's start if the file is longer than a journal may be.
  private static func tail(of path: FilePath) throws(FileError) -> [UInt8] {
    guard let file = try File.openIfThere(path) else { return [] }
    let status = try file.status()
    guard status.isRegular else { return [] }
    let limit = HeldStore.maximumSize + Event.maximumLineLength
    guard status.size > limit else { return try file.read(at: 0, count: status.size) }
    let bytes = try file.read(at: status.size - limit, count: limit)
    guard let first = JournalLine.end(in: bytes, from: 0) else { return [] }
    return Array(bytes[(first + 1)...])
  }
}
