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
    if focus == nil {
      // A plain commit since then has made nothing new an ancestor.
      let parents = (try? workplace.repository.parents(of: tip)) ?? []
      let tips = [tip.hex] + (parents.count == 1 ? parents.map(\.hex) : [])
      let now = situation(workplace, branch, tree)
      if let held = settled.holds(now, tips: tips) {
        if held != tip.hex, held != Settled.anyTip { try settled.set(now, tip: tip.hex) }
        return
      }
    }
    guard try workplace.publishesWithCommits else { return }
    if let focus { _ = try workplace.record([focus], as: "hook pre-commit", isHook: true) }
    let now = situation(workplace, branch, tree)
    let publishing = Publishing(index: index, needsCompany: true)
    if case .nothing(let waitsElsewhere) = try publishing.run(workplace) {
      try settled.set(now, tip: waitsElsewhere ? tip.hex : nil)
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
