internal import SystemPackage

/// What stands in the journal and its archive, found by reading all of it: for whoever cannot use what is remembered of them.
struct JournalScan {
  /// The shas of the recorded commits, oldest first.
  private(set) var shas: [String] = []
  /// How many lines the live journal has.
  private(set) var lines = 0
  /// Whether every file could be read.
  private(set) var isWhole = true

  private var seen: Set<String> = []

  /// - Parameter patience: how many bytes of one archived file may be looked through; a larger one is left out.
  init(_ layout: StoreLayout, patience: Int) throws(FileError) {
    for segment in layout.segments() {
      // A segment that cannot be read now must not stop the recording; a commit that is recorded twice is one event.
      guard (FileStatus.of(segment)?.size ?? 0) <= patience else {
        isWhole = false
        continue
      }
      do throws(FileError) {
        try LineReader(segment)?.forEach { line in note(line) }
      } catch { isWhole = false }
    }
    try LineReader(layout.journal)?.forEach { line in
      lines += 1
      note(line)
    }
  }

  private mutating func note(_ line: ArraySlice<UInt8>) {
    guard let sha = JournalLine.commitSHA(line), seen.insert(sha).inserted else { return }
    shas.append(sha)
  }

  /// Whether a commit was found.
  func contains(_ sha: String) -> Bool { seen.contains(sha) }
}
