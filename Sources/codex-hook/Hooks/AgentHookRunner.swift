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
  /// More than any agent sends: they cut a command's output to a tenth of it. What is longer is not looked at.
  private static let longest = 1 << 20
  /// What is read and let go of, so that whoever sends it can finish.
  private static let patience = 16 << 20

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
    // Without a name of its own a run is known by what it was and how it ended, for as long as two hooks may be apart; each
    // configuration may tell of it in another form.
    let isNew = seen.isFirst("\(command.line)\n\(JSON.object(report.values).compact)", within: 10)
    guard command.id.map({ seen.isFirst($0) }) ?? isNew else { return }
    var values = report.values
    if let agent { values["by"] = .string(agent) }
    if let branch = workplace.head.branchName { values["branch"] = .string(branch) }
    let event = try workplace.contract.event(.test, at: .now, values)
    _ = try workplace.record([event], as: "agent-hook", isHook: true)
  }

  private static func readAll() -> [UInt8]? {
    var bytes: [UInt8] = []
    var count = 0
    var piece = [UInt8](repeating: 0, count: 65_536)
    while count <= patience {
      let size = piece.withUnsafeMutableBytes { buffer in
        (try? FileDescriptor.standardInput.read(into: buffer)) ?? -1
      }
      if size < 0 { return nil }
      if size == 0 { return count <= longest ? bytes : nil }
      count += size
      if count <= longest { bytes += piece[..<size] }
    }
    return nil
  }
}
