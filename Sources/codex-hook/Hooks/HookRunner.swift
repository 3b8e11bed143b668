internal import GitFacts
internal import LiveContext

/// What the hook scripts call. Nothing that happens here may stop git: every failure is one line on standard error.
enum HookRunner {
  /// The hooks that are installed, and what each of them does.
  static let names = [
    "post-commit", "post-merge", "pre-push", "post-rewrite", "post-checkout", "post-applypatch",
  ]

  /// The hook that publishes, which only clones that take part in sharing have.
  static let publishing = "pre-commit"

  /// Runs one hook by its name and the arguments that git gave it.
  static func run(_ arguments: [String]) {
    guard let name = arguments.first, Variables.value("CODEX_HOOK") != "0" else { return }
    let rest = Array(arguments.dropFirst())
    CallingScript.goOnIfLinesFollow(rest)
    do {
      let workplace = try Workplace.open(trust: .vetted)
      guard workplace.store.isThere, workplace.isWritingAllowed else { return }
      switch name {
      case "post-commit": try CommitHooks.postCommit(workplace)
      case "post-merge": try CommitHooks.postMerge(workplace, rest)
      case "post-applypatch": try CommitHooks.postApplyPatch(workplace)
      case "post-rewrite": try CommitHooks.postRewrite(workplace, rest)
      case "post-checkout": try CheckoutHook.run(workplace, rest)
      case publishing: try PreCommitHook.run(workplace)
      case "pre-push": try PushHook.run(workplace)
      default: return
      }
    } catch {
      Terminal.complain("\(error)")
    }
  }

  /// Records what reconcile finds from `tips`, and says on standard error what a person should know.
  static func record(
    _ workplace: borrowing Workplace, from tips: [ObjectID],
    to boundary: Reconcile.Boundary = .start, new: ObjectID? = nil,
    replacing replaced: [ObjectID: [ObjectID]] = [:], _ name: String
  ) throws {
    let found = try Reconcile.events(
      in: workplace, from: tips, to: boundary, new: new, replacing: replaced)
    let recording = try workplace.record(found, as: "hook \(name)", isHook: true)
    for warning in recording.warnings { Terminal.complain(warning) }
    Terminal.tell(recording.redacted)
    if let kept = recording.kept.first {
      Terminal.complain(
        "\(kept.reason); the event waits in \(kept.path) and is taken in by the next recording")
    }
  }
}
