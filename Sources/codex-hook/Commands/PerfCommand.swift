internal import ArgumentParser
internal import LiveContext

struct PerfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "perf", abstract: "Record a measured change of performance.",
    discussion: "codex-hook perf p95_ms --delta +35 --env stg --value 412 --unit ms")

  @Argument(help: "What was measured, such as p95_ms.") var metric: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The change in percent, such as -12.5.", valueName: "pct"))
  var delta: Double
  @Option(help: "Where: dev, stg or prod.") var env: String
  @Option(parsing: .unconditional, help: "The value now.") var value: Double?
  @Option(help: "The value's unit.") var unit: String?
  @Option(name: .shortAndLong, help: "The part of the project.") var area: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    var recording = ManualRecording(type: .perf, values: [:], json: options.json)
    recording.values["metric"] = .string(metric)
    recording.values["delta_pct"] = try .finite(delta, "--delta")
    recording.values["env"] = .string(env)
    if let value { recording.values["value"] = try .finite(value, "--value") }
    if let unit { recording.values["unit"] = .string(unit) }
    if let area { recording.values["area"] = .string(area) }
    try recording.run()
  }
}
