internal import SystemPackage

/// Lines of other writers on their way into the journal: each whole valid line that it does not hold yet, once.
struct Intake {
  private let lines: [ArraySlice<UInt8>]

  /// How many events one run takes in; a hook must not be held up by somebody else's flood.
  static let limit = 2000
  /// The shortest line that can be an event.
  private static let minimumLength = 24

  /// The lines to look at.
  init(among lines: [ArraySlice<UInt8>]) { self.lines = lines }

  /// The lines of a file that may be events, from an offset on, and a last one that has no line break.
  static func lines(
    of path: FilePath, from start: Int = 0, tail: [UInt8]? = nil
  ) throws(FileError) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    func consider(_ line: ArraySlice<UInt8>) {
      let line = JournalLine.trimmed(line)
      guard line.count >= minimumLength, line.count < Event.maximumLineLength,
        line.first == UInt8(ascii: "{")
      else { return }
      // A copy of its own, or each line would keep the piece of the file that it was read with.
      lines.append(Array(line)[...])
    }
    try LineReader(path)?.forEach(from: start) { line in consider(line) }
    if let tail { consider(tail[...]) }
    return lines
  }

  /// Appends what is unknown, checked and redacted.
  ///
  /// - Returns: whether that was all; false if the rest is left to the next writer.
  mutating func run(
    _ store: inout HeldStore, _ outcome: inout Copy.Outcome
  ) throws(FileError) -> Bool {
    guard !lines.isEmpty else { return true }
    let known = try KnownLines(store, among: lines)
    var seen: Set<ArraySlice<UInt8>> = []
    var taken = 0
    for line in lines where !known.contains(line) {
      if taken == Intake.limit { return false }
      guard seen.insert(line).inserted, let event = try? store.contract.adopt(line) else {
        continue
      }
      if try store.append(event) {
        taken += 1
        outcome.takenIn += 1
      }
    }
    return true
  }
}
