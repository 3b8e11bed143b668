internal import ArgumentParser
internal import LiveContext

struct IssueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "Record a problem.",
    discussion: "codex-hook issue the branch view loses its selection --area ui --severity high")

  @OptionGroup var text: TextArgument
  @OptionGroup var place: PlaceOptions
  @Option(help: "How bad it is, in your own words.") var severity: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    var recording = TextRecording(.issue, text, place, options)
    recording.severity = severity
    try recording.run()
  }
}
