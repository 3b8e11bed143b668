internal import GitFacts
internal import LiveContext
internal import SystemPackage

/// Makes the store and `.codex/`, as often as it is asked for.
struct Setup {
  /// Whether there was no store before.
  let isNew: Bool
  /// The commits that were taken in from git's history.
  let takenIn: Int

  /// The segments' events that were taken in.
  let received: Int

  /// How many commits a new clone of a shared repository starts with.
  static let sharedBackfill = 50

  /// - Parameter backfill: how many of the newest commits of HEAD to take in.
  init(_ workplace: borrowing Workplace, backfill: Int, ignoring further: [String] = []) throws {
    guard workplace.repository.place.workTree != nil else {
      throw CommandFailure(
        "a bare repository has no work tree to make .codex/ in; run this in a clone of it")
    }
    try workplace.requireSetup()
    try ExcludeFile(workplace.repository.excludeFile).set(FolderLayout.ignored + further)
    let now = Timestamp.now
    isNew = try StoreStart(timestamp: now, heads: Setup.boundaries(of: workplace, at: now))
      .make(workplace.store)
    let joins = workplace.isShared
    if joins { try workplace.store.startSharing() }
    let backfill = isNew && joins ? max(backfill, Setup.sharedBackfill) : backfill
    var events: [Event] = []
    if backfill > 0, let tip = workplace.head.tip {
      let known = KnownCommits(workplace.store)
      let found = try workplace.repository.history(from: [tip], limit: backfill) {
        known.contains($0.hex)
      }
      for id in found.reversed() {
        events.append(
          try workplace.contract.event(of: try workplace.repository.commit(id)))
      }
    }
    let recording = try workplace.record(events, as: "init", isHook: false)
    for warning in recording.warnings { Terminal.complain(warning) }
    if let kept = recording.kept.first { throw CommandFailure(kept.reason) }
    takenIn = recording.appended.count
    received = recording.takenIn
  }

  /// The commits that are not walked past, whatever they say of their time: where HEAD is, and where other branches are ahead of
  /// the clock. Their age keeps the walk from all others.
  private static func boundaries(
    of workplace: borrowing Workplace, at now: Timestamp
  ) throws -> [String] {
    guard StoreStart.of(workplace.store) == nil else { return [] }
    let tips = try workplace.repository.tips()
    let ahead = try workplace.repository.history(from: tips, since: now.seconds, limit: .max) {
      _ in false
    }
    let heads = Set(tips.filter(Set(ahead).contains) + [workplace.head.tip].compactMap { $0 })
    return heads.map(\.hex)
  }
}
