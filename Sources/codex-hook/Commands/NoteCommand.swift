internal import ArgumentParser
internal import LiveContext

struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Record something worth knowing, an issue or a fix.",
    discussion: "codex-hook note the cache is per process --area sync")

  @OptionGroup var text: TextArgument
  @OptionGroup var place: PlaceOptions
  @Flag(help: "Record it as an issue.") var issue = false
  @Flag(help: "Record it as a fix.") var fix = false
  @Option(help: "How bad an issue is, in your own words.") var severity: String?
  @Option(help: ArgumentHelp("The issue that a fix closes.", valueName: "id"))
  var closes: [String] = []
  @Flag(name: .customLong("private"), help: "Keep it in this clone; it is never published.")
  var isPrivate = false
  @OptionGroup var options: CommonOptions

  func validate() throws {
    if issue && fix { throw ValidationError("--issue and --fix exclude each other") }
    if severity != nil && !issue { throw ValidationError("--severity goes with --issue") }
    if !closes.isEmpty && !fix { throw ValidationError("--closes goes with --fix") }
  }

  func run() throws {
    let type: EventType = issue ? .issue : fix ? .fix : .note
    var recording = TextRecording(type, text, place, options)
    (recording.severity, recording.closes) = (severity, closes)
    recording.isPrivate = isPrivate
    try recording.run()
  }
}
