internal import ArgumentParser
internal import LiveContext
internal import SystemPackage

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check the journal, the focus and the summary by the contract.",
    discussion: """
      Reads only. Ends with 1 if something is wrong, and names each line. What others have published is read from HEAD's tree \
      (HEAD:.codex/segments/...): a line there that is no event is passed over by everybody.
      """)

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    try workplace.requireStore()
    let (events, problems) = try workplace.validation()
    if options.json {
      Terminal.say(
        JSON.object([
          "events": .integer(events),
          "problems": .array(
            problems.map { problem in
              .object([
                "path": .string(problem.path.string),
                "line": problem.line.map { .integer($0) } ?? .null,
                "reason": .string(problem.reason),
              ])
            }),
        ]).compact)
    } else {
      for problem in problems { Terminal.say("\(problem)") }
      Terminal.say(
        "\(events) \(events == 1 ? "event" : "events"), \(problems.count) \(problems.count == 1 ? "problem" : "problems")"
      )
    }
    if !problems.isEmpty { throw ExitCode.failure }
  }
}
