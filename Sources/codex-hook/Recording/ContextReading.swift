internal import GitFacts
internal import LiveContext
internal import SystemPackage

/// Reads the facts of a context from the store and from git.
enum ContextReading {
  /// How many commits that the journal has not are looked for.
  private static let limit = 10
  /// How long git may take to look at the work tree, in milliseconds; an index that is small needs a tenth of it.
  private static let patience: Int32 = 100

  /// `3 changed (a.swift, b.swift, ...), 1 untracked (notes.txt)`; nil for a clean work tree.
  private static func line(_ status: WorkTreeStatus) -> String? {
    let parts = [
      (status.conflicts, "in conflict"), (status.changed, "changed"),
      (status.untracked, "untracked"),
    ]
    let written = parts.filter { !$0.0.isEmpty }.map { paths, word in
      let names = paths.prefix(3).joined(separator: ", ") + (paths.count > 3 ? ", ..." : "")
      return "\(paths.count) \(word) (\(names))"
    }
    return written.isEmpty ? nil : written.joined(separator: ", ")
  }

  /// The context of a workplace; where nothing was ever recorded, git's history alone.
  static func context(of workplace: borrowing Workplace) throws -> Context {
    let state = workplace.state
    let unrecorded = try unrecorded(in: workplace)
    let isRecorded = workplace.store.isThere
    let digest =
      try isRecorded
      ? workplace.digest()
      : Digest(state: state ?? assumed(workplace), events: unrecorded)
    let neighbours = try neighbours(of: workplace)
    let uncommitted = workplace.repository.status(within: patience).flatMap { line($0) }
    return Context(
      digest: digest, branch: workplace.head.branchName, uncommitted: uncommitted,
      unrecorded: isRecorded ? unrecorded : [], neighbours: neighbours, now: .now)
  }

  /// The context as text, its fence under a name that nobody can know before.
  static func text(of workplace: borrowing Workplace, budget: Int) throws -> String {
    let fence = String(UInt64.random(in: .min ... .max), radix: 16)
    return try context(of: workplace)
      .text(budget: budget, fence: fence, contract: workplace.contract)
  }

  /// Where nobody has set a focus, the branch says what is worked on.
  private static func assumed(_ workplace: borrowing Workplace) -> State? {
    guard let branch = workplace.head.branchName, let tip = workplace.head.tip,
      let commit = try? workplace.repository.commit(tip)
    else { return nil }
    return State(branch: branch, at: Timestamp(seconds: commit.committed))
  }

  /// Commits that git has and the journal has not, newest first.
  private static func unrecorded(in workplace: borrowing Workplace) throws -> [Event] {
    guard let tip = workplace.head.tip else { return [] }
    let boundary: Reconcile.Boundary = .start
    return try Reconcile.events(in: workplace, from: [tip], to: boundary, limit: limit)
      .events.reversed()
  }

  private static func neighbours(
    of workplace: borrowing Workplace
  ) throws -> [Context.Neighbour] {
    guard workplace.store.isThere else { return [] }
    var others: [(top: FilePath, tree: WorkTree)] = []
    for tree in try workplace.repository.workTrees() where !tree.isMissing {
      guard let top = tree.place.workTree, top != workplace.repository.place.workTree else {
        continue
      }
      others.append((top, tree))
    }
    let latest = try JournalReader(workplace.store)
      .latest(of: others.map { ($0.tree.head?.branchName, $0.tree.head?.tip?.hex) })
    return zip(others, latest).map { other, moment in
      let place = other.tree.place
      let name = place.isLinkedWorkTree ? place.gitDirectory.lastComponent?.string : nil
      return Context.Neighbour(
        path: other.top.string, branch: other.tree.head?.branchName,
        state: State.current(
          FolderLayout(workTree: other.top), workplace.store, workTree: name ?? ""),
        lastEvent: moment)
    }
  }
}
