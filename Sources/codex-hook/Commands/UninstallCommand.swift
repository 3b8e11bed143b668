internal import ArgumentParser
internal import HookInstall
internal import LiveContext

struct UninstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall", abstract: "Take the hooks and the binary out of this clone.",
    discussion: "Hooks that were there before are as they were. The journal stays where it is.")

  @Flag(help: "Say what would be done, and do nothing.") var dryRun = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    let plan = try Hooks(of: workplace, isPlanning: false).installation.planUninstall()
    var done = plan.steps.map(\.description)
    if !dryRun {
      try HookStep.apply(plan.steps)
      let store = workplace.store.root
      if let folder = Installation.linkFolder,
        try BinaryPlace.removeLink(from: store, in: folder)
      {
        done.append("remove \(folder)/codex-hook")
      }
      if try BinaryPlace.remove(from: store) { done.append("remove \(workplace.store.binary)") }
    }
    let agents = try AgentSetup.removeAll(in: workplace, dryRun: dryRun)
    done += agents.done
    let remarks = plan.remarks + agents.left
    let stays = workplace.store.isThere ? "\(workplace.store.root)" : nil
    if options.json {
      return Terminal.say(
        JSON.object([
          "done": .texts(done), "remarks": .texts(remarks),
          "journal": stays.map { .string($0) } ?? .null,
        ]).compact)
    }
    if done.isEmpty { Terminal.say("nothing to remove") }
    for line in done { Terminal.say((dryRun ? "would " : "") + line) }
    for remark in remarks { Terminal.say(remark) }
    if let stays {
      Terminal.say(
        "The journal stays in \(stays), and .codex/ stays ignored; both are yours to keep.")
    }
  }
}
