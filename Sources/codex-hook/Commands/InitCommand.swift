internal import ArgumentParser
internal import LiveContext

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make the journal and .codex/ in this clone, without hooks.",
    discussion: "codex-hook install does this and installs the hooks, so that commits are recorded."
  )

  @Option(help: ArgumentHelp("Take in so many of the newest commits.", valueName: "n"))
  var backfill = 0
  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard backfill >= 0 else { throw ValidationError("--backfill is below zero") }
  }

  func run() throws {
    let workplace = try Workplace.open()
    let setup = try Setup(workplace, backfill: backfill)
    if options.json {
      return Terminal.say(
        JSON.object(["new": .bool(setup.isNew), "taken_in": .integer(setup.takenIn)]).compact)
    }
    let place = workplace.folder.map { "\($0.root)" } ?? ""
    Terminal.say(setup.isNew ? "made \(place)" : "\(place) is up to date")
    if setup.takenIn > 0 { Terminal.say("took in \(setup.takenIn) commits") }
  }
}
