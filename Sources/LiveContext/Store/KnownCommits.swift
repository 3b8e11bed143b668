/// Which commits are recorded, read without a lock: what is missing only costs a second look under it.
public final class KnownCommits {
  private let index: CommitIndex?
  private let scan: JournalScan?

  /// The commits that a store has recorded by now.
  ///
  /// Where the index cannot be used, the journal and its archive are read, as far as a hook reads them: whoever knew of no commit
  /// would take all of the history for unrecorded.
  public init(_ layout: StoreLayout) {
    if let index = (try? CommitIndex(layout.commits, count: nil)) ?? nil {
      self.index = consume index
      scan = nil
    } else {
      index = nil
      let isLong = (FileStatus.of(layout.journal)?.size ?? 0) > Recorder.hookPatience
      scan = isLong ? nil : try? JournalScan(layout, patience: Recorder.hookPatience)
    }
  }

  /// Whether a commit is recorded.
  public func contains(_ sha: String) -> Bool {
    index?.contains(sha) ?? scan?.contains(sha) ?? false
  }
}
