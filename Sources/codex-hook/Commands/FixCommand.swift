internal import ArgumentParser
internal import LiveContext

struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Record that a problem is gone.",
    discussion: "codex-hook fix the selection is kept --closes 3f2a")

  @OptionGroup var text: TextArgument
  @OptionGroup var place: PlaceOptions
  @Option(
    help: ArgumentHelp(
      "The issue that is closed by it; the beginning of its id is enough.", valueName: "id"))
  var closes: [String] = []
  @OptionGroup var options: CommonOptions

  func run() throws {
    var recording = TextRecording(.fix, text, place, options)
    recording.closes = closes
    try recording.run()
  }
}
