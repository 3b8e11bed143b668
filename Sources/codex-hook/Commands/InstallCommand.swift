internal import ArgumentParser
internal import GitFacts
internal import HookInstall
internal import LiveContext
internal import SystemPackage

struct InstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Set up this clone: journal, .codex/, binary and hooks.",
    discussion: """
      Once a clone; again, it changes nothing. Hooks that are there keep running.

      The command is linked into /usr/local/bin for root, else into ~/.local/bin; CODEX_HOOK_BIN_DIR names another folder, \
      and an empty one makes no link.
      """)

  @Flag(help: "Say what would be done, and do nothing.") var dryRun = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    guard workplace.repository.place.workTree != nil else {
      throw CommandFailure("a bare repository runs no commit hooks; install in a clone of it")
    }
    let hooks = try Hooks(of: workplace)
    let plan = try hooks.installation.planInstall(hooks.names)
    if dryRun { return say(try preview(workplace) + plan.steps.map(\.description), plan) }

    var done: [String] = []
    let setup = try Setup(workplace, backfill: 0, ignoring: plan.toIgnore.map { "/" + $0 })
    if setup.isNew { done.append("journal: \(workplace.store.journal)") }
    let store = workplace.store.root
    if try BinaryPlace.install(from: Installation.ownPath(), store: store) {
      done.append("binary: \(workplace.store.binary)")
    }
    try HookStep.apply(plan.steps)
    if !plan.steps.isEmpty { done += try hooks.places }
    done += try Installation.link(to: store)
    say(done, plan)
    guard !options.json else { return }
    Terminal.say(
      """
      Who sees it: \(try workplace.audience). \(workplace.rotation) (.codex/policy.json).
      Next: commit as always, then: codex-hook context
      To remove it: codex-hook uninstall
      """)
  }

  /// What would be done besides the hooks.
  private func preview(_ workplace: borrowing Workplace) throws -> [String] {
    let store = workplace.store
    var lines = store.isThere ? [] : ["make \(store.root)"]
    if !store.isThere, let folder = workplace.folder { lines.append("make \(folder.root)") }
    let condition = try BinaryPlace.condition(in: store.root, against: Installation.ownPath())
    if condition != .same { lines.append("write \(store.binary)") }
    if let link = Installation.missingLink { lines.append("link \(link)") }
    return lines
  }

  private func say(_ done: [String], _ plan: HookPlan) {
    if options.json {
      return Terminal.say(
        JSON.object([
          "done": .texts(done), "remarks": .texts(plan.remarks),
          "by_hand": .array(
            plan.byHand.map { part in
              .object([
                "hook": .string(part.hook), "reason": .string(part.reason),
                "file": .string(part.file), "text": .string(part.text),
              ])
            }),
        ]).compact)
    }
    if dryRun {
      Terminal.say(done.isEmpty ? "nothing to do" : "would:")
    } else {
      Terminal.say(
        done.isEmpty ? "codex-hook is installed; nothing to do" : "codex-hook is installed.")
    }
    for line in done { Terminal.say("  \(line)") }
    for remark in plan.remarks { Terminal.say("  \(remark)") }
    for part in plan.byHand {
      Terminal.say("By hand, because \(part.reason): in \(part.file), for \(part.hook):")
      for line in part.text.split(separator: "\n", omittingEmptySubsequences: false) {
        Terminal.say("    \(line)")
      }
    }
  }
}

extension Workplace {
  /// Who comes to see what is recorded here.
  fileprivate var audience: String {
    get throws {
      guard store.isSharing, isShared else { return "only this clone; git ignores .codex/" }
      let way =
        try publishesWithCommits
        ? "in each commit" : "in the commit after codex-hook publish"
      return
        "whoever has the repository, \(way) (.codex/segments); what is noted with --private stays here"
    }
  }

  fileprivate var rotation: String {
    guard let folder, Policy(folder, store: store).rotates else {
      return "The journal is rotated when a person types codex-hook rotate"
    }
    return "The journal is rotated by itself at 10,000 lines"
  }
}
