internal import GitFacts
internal import LiveContext

/// pre-commit: what was recorded rides along with the commit that is being made. It never refuses one.
enum PreCommitHook {
  static func run(_ workplace: borrowing Workplace) throws {
    guard workplace.store.isSharing, workplace.isShared,
      case .branch(let branch, let tip) = workplace.head, workplace.repository.operation() == nil,
      let file = Variables.value("GIT_INDEX_FILE"),
      let index = IndexWriting(workplace.repository, index: file)
    else { return }
    let settled = Settled(workplace.store, workTree: workplace.name)
    let focus = workplace.unpublishedFocus(branch)
    let tree = try SegmentReading.tree(workplace)
    if focus == nil, settled.holds(situation(workplace, branch, tree), tips: [tip.hex]) != nil {
      return
    }
    guard try workplace.publishesWithCommits else { return }
    if let focus { _ = try workplace.record([focus], as: "hook pre-commit", isHook: true) }
    let now = situation(workplace, branch, tree)
    let publishing = Publishing(index: index, needsCompany: true)
    if case .nothing(let waitsElsewhere) = try publishing.run(workplace) {
      try settled.set(now, tip: waitsElsewhere ? tip.hex : nil)
    }
  }

  /// Says, after a commit, that the next one has nothing to take along, if that was so before this one and still is.
  static func foresee(
    _ workplace: borrowing Workplace, after made: MadeCommit, _ parents: [ObjectID]
  ) throws {
    guard workplace.store.isSharing, case .branch(let branch, let tip) = workplace.head,
      made.move?.new == tip
    else { return }
    let tree = try SegmentReading.tree(workplace)
    let now = situation(workplace, branch, tree)
    let settled = Settled(workplace.store, workTree: workplace.name)
    let quiet = Quiet(workplace.store, workTree: workplace.name)
    // A commit that was just made has made nothing an ancestor but itself, if it has one parent.
    let tips = [tip.hex] + (parents.count == 1 ? parents.map(\.hex) : [])
    guard let held = settled.holds(now, tips: tips) else { return quiet.clear() }
    if held != tip.hex, held != Settled.anyTip { try settled.set(now, tip: tip.hex) }
    try quiet.set(tip: tip.hex, branch: branch)
    if workplace.unpublishedFocus(branch) != nil || situation(workplace, branch, tree) != now {
      quiet.clear()
    }
  }

  private static func situation(
    _ workplace: borrowing Workplace, _ branch: String, _ tree: ObjectID?
  ) -> String {
    "\(tree?.hex ?? "-") \(Outbox(workplace.store).size) \(branch)"
  }
}

extension Workplace {
  /// Whether commits take events along, as this clone's settings or the people of the repository have it.
  var publishesWithCommits: Bool {
    get throws {
      if let own = try repository.setting("codexHook.publish") { return own != "manual" }
      guard let tip = head.tip,
        let entry = try repository.entry(".codex/policy.json", at: tip), entry.kind == .file
      else { return true }
      let policy = (try? JSON.parse(try repository.blob(entry.id)))?.object
      return policy?["publish"]?.text != "manual"
    }
  }
}
