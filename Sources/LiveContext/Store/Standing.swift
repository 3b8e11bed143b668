internal import SystemPackage

/// What of the older lines still counts for a digest: the newest test run, build, CI run and changes of metrics, and the open issues.
///
/// A commit changes none of these, so they are remembered, and a commit's summary is made from the newest lines and from this
/// instead of from 10,000 lines. Derived: without it, or where it does not fit the journal, everything is read again.
struct Standing: Sendable, Equatable {
  /// A line that counts, and how many lines stand behind it.
  struct Entry: Sendable, Equatable {
    let distance: Int
    let line: [UInt8]
  }

  /// Where in the journal the last line ends that was taken into account.
  let end: Int
  /// That line; if another one ends there, this is of another journal.
  let last: [UInt8]
  /// What counts, newest first.
  let entries: [Entry]

  /// So many lines are read faster than they are remembered.
  static let minimum = 256
  /// After so many new lines it is made anew.
  static let patience = 64

  /// What a store remembers; nil if nothing, or nothing that can be read.
  static func load(_ store: StoreLayout) -> Standing? {
    guard let bytes = try? Files.read(store.standing, limit: 1 << 20), bytes.last == 0x0a else {
      return nil
    }
    var numbered: [Entry] = []
    var start = 0
    while let end = JournalLine.end(in: bytes, from: start) {
      var line = bytes[start..<end]
      guard let number = JournalLine.number(&line) else { return nil }
      numbered.append(Entry(distance: number, line: Array(line)))
      start = end + 1
    }
    guard let first = numbered.first else { return nil }
    return Standing(end: first.distance, last: first.line, entries: Array(numbered.dropFirst()))
  }

  /// Remembers it: each line behind its number, the first of them the journal's last with the place of its end.
  func save(_ store: StoreLayout) throws(FileError) {
    var bytes: [UInt8] = []
    for entry in [Entry(distance: end, line: last)] + entries {
      bytes += "\(entry.distance) ".utf8
      bytes += entry.line
      bytes.append(0x0a)
    }
    try Files.replace(
      store.standing, with: bytes, temporary: FilePath(store.standing.string + ".new"))
  }

  /// Whether a line changes more than what it adds: then what is remembered does not say what stands behind it.
  static func isUpset(by line: ArraySlice<UInt8>) -> Bool {
    switch JournalLine.type(line) {
    case .commit: false
    case .note, .test, .perf, .build, .ci: JournalLine.contains(line, "\"replaces\"")
    // A fix closes issues, also ones that come after it, and an issue may be closed already.
    default: true
    }
  }
}
