internal import ArgumentParser
internal import GitFacts
internal import LiveContext

struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: "Find commits that no hook saw, and record them.",
    discussion: "The hooks do this by themselves, for the branch they run on.")

  @Flag(help: "Look at all local branches and work trees, however many commits are missing.")
  var all = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    let found =
      all ? try Reconcile.everything(in: workplace) : try Reconcile.ofHead(in: workplace)
    let recording = try workplace.record(found, as: "reconcile", isHook: false)
    for warning in recording.warnings { Terminal.complain(warning) }
    let count = recording.appended.count { $0.type == .commit }
    if options.json {
      return Terminal.say(
        JSON.object([
          "recorded": .integer(count), "more": .bool(found.rest != nil),
        ]).compact)
    }
    Terminal.say("recorded \(count) \(count == 1 ? "commit" : "commits")")
    if found.rest != nil { Terminal.say("there are more; all of them: codex-hook reconcile --all") }
  }
}
