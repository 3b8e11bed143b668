internal import ArgumentParser
internal import LiveContext

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Record what a build ended with.",
    discussion: "codex-hook build --result pass release build --duration 42.5")

  @Option(help: "pass, fail or mixed.") var result: String
  @OptionGroup var text: TextArgument
  @Option(help: ArgumentHelp("How long it took.", valueName: "seconds")) var duration: Double?
  @OptionGroup var options: CommonOptions

  func run() throws {
    var recording = ManualRecording(type: .build, values: [:], json: options.json)
    recording.values["result"] = .string(result)
    recording.values["desc"] = .string(try text.words(of: .build, askingFor: "what was built"))
    if let duration { recording.values["duration_s"] = try .finite(duration, "--duration") }
    try recording.run()
  }
}
