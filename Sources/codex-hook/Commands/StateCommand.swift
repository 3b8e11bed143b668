internal import ArgumentParser
internal import GitFacts
internal import LiveContext

struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state", abstract: "Print or change the focus of this work tree.",
    subcommands: [StateShowCommand.self, StateSetCommand.self],
    defaultSubcommand: StateShowCommand.self)
}

struct StateShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the focus.")
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    try workplace.requireStore()
    guard let state = workplace.state else {
      throw CommandFailure("no focus is set; set it with: codex-hook state set --feature NAME")
    }
    if options.json { return Terminal.say(JSON.object(state.body).compact) }
    Terminal.put(String(decoding: state.bytes, as: UTF8.self))
  }
}

struct StateSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change the focus; what is not given stays.",
    discussion:
      "codex-hook state set --feature branching_ui --status testing --notes \"merge next\"")

  @Option(help: "What is being worked on.") var feature: String?
  @Option(help: "in_progress, testing, complete or blocked.") var status: String?
  @Option(help: "A hint in one line; an empty one removes it.") var notes: String?
  @OptionGroup var options: CommonOptions

  func validate() throws {
    if feature == nil && status == nil && notes == nil {
      throw ValidationError("nothing to set: give --feature, --status or --notes")
    }
  }

  func run() throws {
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    let state = try workplace.setFocus(feature: feature, status: status, notes: notes)
    if options.json { return Terminal.say(JSON.object(state.body).compact) }
    let hint = state.notes.map { ": \($0)" } ?? ""
    Terminal.say("focus is \(state.feature), \(state.status), on \(state.branch)\(hint)")
  }
}
