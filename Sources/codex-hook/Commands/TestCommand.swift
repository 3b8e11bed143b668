internal import ArgumentParser
internal import LiveContext
internal import TestReports

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Record a test run, or run the tests and record what they ended with.",
    discussion: """
      codex-hook test -- make test
      codex-hook test --result mixed --count 42 --failed 2

      A command behind -- runs as if it had been typed by itself: its input, its output and its exit code are its own. Passed \
      and failed tests are counted from the JUnit files that it writes, from its runner's closing lines, or from its exit code.
      """)

  @Option(help: "pass, fail or mixed.") var result: String?
  @Option(help: "How many tests ran.") var count: Int?
  @Option(help: "How many of them passed.") var passed: Int?
  @Option(help: "How many of them failed.") var failed: Int?
  @Option(help: "How many were left out.") var skipped: Int?
  @Option(help: "What was tested.") var focus: String?
  @Option(help: ArgumentHelp("How long it took.", valueName: "seconds")) var duration: Double?
  @OptionGroup var options: CommonOptions
  @Argument(parsing: .postTerminator, help: "The command to run, behind --.")
  var command: [String] = []

  func validate() throws {
    if command.isEmpty {
      guard result != nil, count != nil else {
        throw ValidationError("give --result and --count, or a command behind --")
      }
    } else if result != nil || count != nil || passed != nil || failed != nil || skipped != nil
      || duration != nil
    {
      throw ValidationError("what a command behind -- ends with is counted, not given")
    }
  }

  func run() throws {
    if command.isEmpty { return try recordGiven() }
    try TestRun(command: command, focus: focus, json: options.json).run()
  }

  private func recordGiven() throws {
    var recording = ManualRecording(type: .test, values: [:], json: options.json)
    recording.values["result"] = result.map { .string($0) }
    recording.values["count"] = count.map { .integer($0) }
    recording.values["passed"] = passed.map { .integer($0) }
    recording.values["failed"] = failed.map { .integer($0) }
    recording.values["skipped"] = skipped.map { .integer($0) }
    recording.values["focus"] = focus.map { .string($0) }
    if let duration { recording.values["duration_s"] = try .finite(duration, "--duration") }
    try recording.run()
  }
}
