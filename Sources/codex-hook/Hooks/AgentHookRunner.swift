internal import AgentHooks
internal import GitFacts
internal import LiveContext
internal import SystemPackage
internal import TestReports

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What agents' own hooks call, one entry for all of them: `codex-hook agent-hook`, a call as JSON on standard input.
///
/// The command string stands in people's configurations, and Codex trusts it by its hash, so it never changes. Whatever comes
/// in, this ends with exit code 0: 2 would tell an agent to stop what it does. What is not known is met with silence.
enum AgentHookRunner {
  /// More than any agent sends; what is longer is not read.
  private static let longest = 16 << 20

  static func run() {
    guard Variables.value("CODEX_HOOK") != "0", isatty(STDIN_FILENO) != 1,
      let input = readAll(), let payload = try? JSON.parse(input, depth: 64),
      let call = AgentCall(payload)
    else { return }
    if let directory = call.directory { _ = chdir(directory) }
    switch call.event {
    case .sessionStart(let answer): try? start(answer)
    case .finished(let command):
      guard let report = command.report else { return }
      try? record(report, of: command, agent: Variables.agent ?? call.agent)
    }
  }

  private static func start(_ answer: SessionAnswer) throws {
    let context = try ContextReading.text(of: Workplace.open(), budget: Context.defaultBudget)
    Terminal.say(answer.json(context).compact)
  }

  private static func record(
    _ report: TestReport, of command: FinishedCommand, agent: String?
  ) throws {
    let workplace = try Workplace.open()
    guard workplace.store.isThere, workplace.isWritingAllowed else { return }
    let seen = SeenCalls(workplace.store)
    // Without a name of its own a run is known by what it was and wrote, for as long as two hooks may be apart.
    let isFirst =
      if let id = command.id { seen.isFirst(id) } else {
        seen.isFirst("\(command.line)\n\(command.output)", within: 10)
      }
    guard isFirst else { return }
    var values = report.values
    if let agent { values["by"] = .string(agent) }
    if let branch = workplace.head.branchName { values["branch"] = .string(branch) }
    let event = try workplace.contract.event(.test, at: .now, values)
    _ = try workplace.record([event], as: "agent-hook", isHook: true)
  }

  private static func readAll() -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let piece = try? [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
        count = try FileDescriptor.standardInput.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      guard let piece else { return nil }
      if piece.isEmpty { return bytes }
      bytes += piece
      if bytes.count > longest { return nil }
    }
  }
}
