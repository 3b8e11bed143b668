internal import ArgumentParser
internal import LiveContext

struct CICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ci", abstract: "Record what a CI run ended with.",
    discussion: "codex-hook ci --result fail nightly on main --link https://ci.example.com/runs/12")

  @Option(help: "pass, fail or mixed.") var result: String
  @OptionGroup var text: TextArgument
  @Option(name: .shortAndLong, help: "Where to read more; may be given up to 8 times.")
  var link: [String] = []
  @Option(help: "What the run was about.") var focus: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    var recording = ManualRecording(type: .ci, values: [:], json: options.json)
    recording.values["result"] = .string(result)
    recording.values["desc"] = .string(try text.words(of: .ci, askingFor: "which run"))
    if !link.isEmpty { recording.values["links"] = .texts(link) }
    if let focus { recording.values["focus"] = .string(focus) }
    try recording.run()
  }
}
