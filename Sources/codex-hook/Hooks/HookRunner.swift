internal import GitFacts
internal import LiveContext

/// What the hook scripts call. Nothing that happens here may stop git: every failure is one line on standard error.
enum HookRunner {
  /// Runs one hook by its name and the arguments that git gave it.
  static func run(_ arguments: [String]) {
    guard let name = arguments.first, Variables.value("CODEX_HOOK") != "0" else { return }
    do {
      let workplace = try Workplace.open(trust: .vetted)
      guard workplace.store.isThere, workplace.isWritingAllowed else { return }
      switch name {
      case "post-commit": try postCommit(workplace)
      case "post-merge": try postMerge(workplace, isSquash: arguments.dropFirst().first == "1")
      case "pre-push": try prePush(workplace)
      default: return
      }
    } catch {
      Terminal.complain("\(error)")
    }
  }

  private static func postCommit(_ workplace: borrowing Workplace) throws {
    // A rebase makes commits that may not live; what lives is found when it is over.
    guard workplace.repository.operation() != .rebase, let tip = workplace.head.tip else { return }
    try record(workplace, from: [tip], to: .start, "hook post-commit")
  }

  private static func postMerge(_ workplace: borrowing Workplace, isSquash: Bool) throws {
    guard !isSquash, let tip = workplace.head.tip else { return }
    let before = try workplace.repository.resolve("ORIG_HEAD")
    try record(
      workplace, from: [tip], to: before.map { .before($0) } ?? .start, "hook post-merge")
  }

  private static func prePush(_ workplace: borrowing Workplace) throws {
    guard workplace.repository.operation() == nil else { return }
    try record(workplace, from: [workplace.head.tip].compactMap { $0 }, to: .start, "hook pre-push")
  }

  private static func record(
    _ workplace: borrowing Workplace, from tips: [ObjectID], to boundary: Reconcile.Boundary,
    _ command: String
  ) throws {
    let found = try Reconcile.events(in: workplace, from: tips, to: boundary)
    let recording = try workplace.recorder(command, isHook: true).record(found.events)
    for warning in recording.warnings { Terminal.complain(warning) }
    if let kept = recording.kept.first {
      Terminal.complain(
        "\(kept.reason); the event waits in \(kept.path) and is taken in by the next recording")
    }
    if found.isCut {
      Terminal.complain(
        "more than \(Reconcile.limit) commits are not recorded yet; the next hook takes in more")
    }
  }
}
