internal import ArgumentParser
internal import GitFacts
internal import HookInstall
internal import LiveContext

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make the journal and .codex/ in this clone, share it, or tell agents of it.",
    discussion: """
      codex-hook install does this and installs the hooks, so that commits are recorded. In a clone of a shared repository \
      both take in what others have published.

      codex-hook init --agents writes a few lines into the files that agents read at their start: AGENTS.md, and the hooks \
      and MCP servers of codex, claude, cursor, copilot and gemini, of those that are in use here or of those that are named. \
      What others have written there stays as it is.
      """)

  @Option(help: ArgumentHelp("Take in so many of the newest commits.", valueName: "n"))
  var backfill = 0
  @Flag(help: "Share what is recorded from now on through the repository.") var shared = false
  @Flag(name: .customLong("private"), help: "Let this clone share nothing more.") var isPrivate =
    false
  @Flag(help: "Take in a tracked journal and let git track the live files no longer.")
  var untrack = false
  @Flag(help: "Tell agents, instead of making anything in .codex/.") var agents = false
  @Flag(help: "With --agents: say what is missing; end with 1 if something is.") var check = false
  @Flag(help: "With --agents: take it out again.") var remove = false
  @Flag(help: "With --agents: show what would change, and change nothing.") var dryRun = false
  @Argument(help: "With --agents: codex, claude, cursor, copilot, gemini.") var names: [String] = []
  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard backfill >= 0 else { throw ValidationError("--backfill is below zero") }
    if [shared, isPrivate, untrack, agents].filter({ $0 }).count > 1 {
      throw ValidationError("--shared, --private, --untrack and --agents exclude each other")
    }
    if agents { return }
    if check || remove || dryRun || !names.isEmpty {
      throw ValidationError("--check, --remove, --dry-run and agents' names go with --agents")
    }
  }

  func run() throws {
    let workplace = try Workplace.open()
    if !check && !dryRun { try workplace.requireSetup() }
    if agents { return try runAgents(workplace) }
    if shared || isPrivate || untrack { try workplace.requireWork() }
    if isPrivate {
      return say(try Sharing.stop(workplace))
    }
    if shared, let tracked = workplace.trackedLiveFiles {
      throw CommandFailure("git tracks \(tracked); first: codex-hook init --untrack")
    }
    if shared { try Sharing.allow(workplace) }
    let setup = try Setup(workplace, backfill: backfill)
    if shared { return say(try Sharing.start(workplace)) }
    if untrack { return say(try Sharing.untrack(workplace)) }
    if options.json {
      return Terminal.say(
        JSON.object([
          "new": .bool(setup.isNew), "taken_in": .integer(setup.takenIn),
          "received": .integer(setup.received), "shared": .bool(workplace.store.isSharing),
        ]).compact)
    }
    let place = workplace.folder.map { "\($0.root)" } ?? ""
    Terminal.say(setup.isNew ? "made \(place)" : "\(place) is up to date")
    if setup.takenIn > 0 { Terminal.say("took in \(setup.takenIn) commits") }
    if setup.received > 0 { Terminal.say("took in \(setup.received) events of others") }
    if let tracked = workplace.trackedLiveFiles {
      Terminal.say(
        "git tracks \(tracked), so they stay as they are; to change that: codex-hook init --untrack"
      )
    }
  }

  private func runAgents(_ workplace: borrowing Workplace) throws {
    let setup = try AgentSetup(names, removing: remove, in: workplace)
    try setup.run(dryRun ? .show : check ? .check : remove ? .remove : .place, json: options.json)
    if !workplace.store.isThere, !dryRun, !check, !remove, !options.json {
      Terminal.say("There is no journal here yet; next: codex-hook install")
    }
  }

  private func say(_ lines: [String]) {
    if options.json { return Terminal.say(JSON.object(["done": .texts(lines)]).compact) }
    for line in lines { Terminal.say(line) }
  }
}

extension Workplace {
  fileprivate func requireWork() throws {
    guard repository.place.workTree != nil else {
      throw CommandFailure("a bare repository has no work tree; run this in a clone of it")
    }
  }
}
