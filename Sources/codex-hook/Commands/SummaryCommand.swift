internal import ArgumentParser
internal import LiveContext

struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "Print the summary of the journal and the focus.")

  @Flag(help: "Bring .codex/summary.md and the copy of the journal up to date first.")
  var write = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    try Self.say(write: write, json: options.json)
  }

  /// Prints the summary, or one JSON object that holds it; before that, `write` brings `.codex/` up to date.
  static func say(write: Bool = false, json: Bool = false) throws {
    let workplace = try Workplace.open()
    try workplace.requireStore()
    if write {
      try workplace.requireWriting()
      let recording = try workplace.record([], as: "summary", isHook: false)
      for warning in recording.warnings { Terminal.complain(warning) }
    }
    let digest = try workplace.digest()
    let text = Summary.render(digest, contract: workplace.contract)
    if json {
      Terminal.say(JSON.object(["summary": .string(text)]).compact)
    } else {
      Terminal.put(text)
    }
  }
}
