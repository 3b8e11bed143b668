import AgentHooks
import LiveContext
import TestReports
import TestSupport
import Testing

@Suite("Calls of agents")
struct AgentCallTests {
  private func call(_ payload: String) throws -> AgentCall? {
    try AgentCall(JSON.parse(payload))
  }

  @Test("a finished test command is read with its numbers", arguments: AgentSamples.all)
  func finished(sample: AgentSamples.Sample) throws {
    let call = try #require(try call(sample.payload))
    guard case .finished(let command) = call.event else {
      Issue.record("not a finished command")
      return
    }
    let report = try #require(command.report)
    #expect(report.result.rawValue == sample.result)
    #expect(report.passed == sample.passed)
    #expect(report.failed == sample.failed)
    #expect(call.directory == "/repo")
    #expect(call.agent != nil)
  }

  @Test("a session's start is answered in the agent's own form", arguments: 0..<5)
  func sessionStart(index: Int) throws {
    let sample = AgentSamples.sessionStarts[index]
    let call = try #require(try call(sample.payload))
    #expect(call.agent == sample.agent)
    #expect(call.directory == "/repo")
    guard case .sessionStart(let answer) = call.event else {
      Issue.record("not a session's start")
      return
    }
    #expect(answer.json("x").compact == sample.answer)
  }

  @Test(
    "what is not a test run that has ended is nothing",
    arguments: [
      AgentSamples.filled(AgentSamples.claude, "ls -l", "total 0"),
      AgentSamples.filled(AgentSamples.claude, "codex-hook test -- make test", "1 passed"),
      AgentSamples.filled(AgentSamples.claude, "swift test list", ""),
      AgentSamples.filled(AgentSamples.codex, "make test", "nothing that tells an end"),
    ])
  func nothingToRecord(payload: String) throws {
    guard case .finished(let command)? = try call(payload)?.event else {
      Issue.record("not a finished command")
      return
    }
    #expect(command.report == nil)
  }

  @Test(
    "unknown calls are nothing",
    arguments: [
      "{}", "[]", "7", #"{"hook_event_name":"Stop"}"#, #"{"hook_event_name":7}"#,
      #"{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"pytest"}}"#,
      #"{"hook_event_name":"PostToolUse"}"#,
      #"{"hook_event_name":"PostToolUse","tool_name":"Read","tool_input":{"command":"pytest"}}"#,
      #"{"hook_event_name":"PostToolUse","tool_name":"Bash","tool_input":{"command":[]}}"#,
      #"{"hook_event_name":"PostToolUse","tool_name":"Bash","tool_input":{"command":"pytest","run_in_background":true},"tool_response":{"stdout":""}}"#,
      #"{"hook_event_name":"PostToolUse","tool_name":"Bash","tool_input":{"command":"pytest"},"tool_response":{"stdout":"","interrupted":true}}"#,
      #"{"hook_event_name":"PostToolUseFailure","tool_name":"Bash","tool_input":{"command":"pytest"},"error":"stopped","is_interrupt":true}"#,
      #"{"timestamp":1,"cwd":"/repo","toolName":"bash","toolArgs":"{\"command\":\"pytest\"}","toolResult":{"resultType":"denied","textResultForLlm":"no"}}"#,
      #"{"timestamp":1,"cwd":"/repo","prompt":"pytest"}"#,
    ])
  func unknown(payload: String) throws {
    #expect(try call(payload) == nil)
  }

  @Test(
    "an exit code is read where it begins a line, and not out of prose",
    arguments: [
      ("Exit code 3\nboom", 3), ("Process exited with code 0\nok", 0),
      ("a\nb\n<exited with exit code 4>", 4), ("Exit Code: 5", 5),
      ("the server's exit code 9 is expected", nil), ("", nil),
    ] as [(String, Int32?)])
  func exitCodes(text: String, code: Int32?) throws {
    let written = JSON.string(text).compact
    let payload =
      #"{"hook_event_name":"PostToolUse","tool_name":"Bash","tool_input":{"command":"make test"},"tool_response":\#(written)}"#
    guard case .finished(let command)? = try call(payload)?.event else {
      Issue.record("not a finished command")
      return
    }
    #expect(command.status == code.map { .exited($0) })
  }
}
