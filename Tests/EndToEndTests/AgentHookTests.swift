import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("codex-hook agent-hook")
struct AgentHookTests {
  let sandbox: Sandbox
  let repository: FilePath

  init() throws {
    sandbox = try Sandbox()
    repository = try sandbox.repository()
    try sandbox.commit("a", in: repository)
    let made = try sandbox.run([codexHookBinary().string, "init"], in: repository)
    #expect(made.status == 0, "\(made.errors)")
  }

  private func hook(_ payload: String, in directory: FilePath? = nil) throws -> Outcome {
    try sandbox.run(
      [codexHookBinary().string, "agent-hook"], in: directory ?? repository, input: payload)
  }

  private func tests() throws -> [JSON] {
    let log = try sandbox.run(
      [codexHookBinary().string, "log", "--type", "test", "--json"], in: repository)
    return try JSON.parse(log.line).object?["events"]?.elements ?? []
  }

  private func payload(id: String?, output: String = "3 failed, 40 passed in 4.21s") -> String {
    let name = id.map { #","tool_use_id":"\#($0)""# } ?? ""
    return
      #"{"hook_event_name":"PostToolUse","transcript_path":"/h/.claude/x.jsonl","cwd":"\#(repository)","tool_name":"Bash","tool_input":{"command":"pytest -q"},"tool_response":{"stdout":"\#(output)"}\#(name)}"#
  }

  @Test("a test run is recorded once, however many hooks tell of it, at once or one by one")
  func once() throws {
    let running = try (0..<4).map { _ in
      try sandbox.start(
        [codexHookBinary().string, "agent-hook"], in: repository, input: payload(id: "toolu_1"))
    }
    for process in running {
      let outcome = try process.wait()
      #expect(outcome.status == 0)
      #expect(outcome.output == "")
    }
    _ = try hook(payload(id: "toolu_1"))
    #expect(try tests().count == 1)
    _ = try hook(payload(id: "toolu_2", output: "4 failed, 40 passed in 4.21s"))
    let all = try tests()
    #expect(all.count == 2)
    #expect(all[0].object?["result"]?.text == "mixed")
    #expect(all[0].object?["count"]?.int == 44)
    #expect(all[0].object?["by"]?.text == "claude-code")
  }

  @Test(
    "each agent's run is recorded once with its result and count, when its own and another's configuration tell of it",
    arguments: AgentSamples.all)
  func samples(sample: AgentSamples.Sample) throws {
    let native = sample.payload.replacing("\"/repo\"", with: "\"\(repository)\"")
    for payload in [native, native] {
      let outcome = try hook(payload, in: sandbox.root)
      #expect(outcome.status == 0 && outcome.output == "" && outcome.errors == "")
    }
    // What the same run looks like in Claude Code's form, which others load as well.
    if let id = try JSON.parse(native)["tool_use_id"]?.text {
      let other = AgentSamples.filled(
        AgentSamples.claudeFailure, "pytest", "another wording of the same run"
      ).replacing("toolu_02", with: id).replacing("\"/repo\"", with: "\"\(repository)\"")
      _ = try hook(other)
    }
    let all = try tests()
    #expect(all.count == 1)
    #expect(all.first?["result"]?.text == sample.result)
    #expect(all.first?["count"]?.int == sample.passed + sample.failed)
    #expect(all.first?["failed"]?.int ?? 0 == sample.failed)
    #expect(all.first?["by"]?.text != nil)
  }

  @Test(
    "a run without a name is the same in another form, and an exit code is never anything but 0")
  func unnamedForms() throws {
    let copilot = AgentSamples.filled(AgentSamples.copilot, "pytest", AgentSamples.pytest, code: 1)
    let gemini = AgentSamples.filled(AgentSamples.gemini, "pytest", AgentSamples.pytest, code: 1)
    for payload in [copilot, gemini] {
      let outcome = try hook(payload.replacing("\"/repo\"", with: "\"\(repository)\""))
      #expect(outcome.status == 0)
    }
    #expect(try tests().count == 1)
  }

  @Test("runs without a name are told apart by what they wrote")
  func unnamed() throws {
    _ = try hook(payload(id: nil))
    _ = try hook(payload(id: nil))
    #expect(try tests().count == 1)
    _ = try hook(payload(id: nil, output: "3 failed, 40 passed in 4.99s"))
    #expect(try tests().count == 2)
  }

  @Test("a session's start is given the context, from wherever the agent was started")
  func sessionStart() throws {
    let payload =
      #"{"hook_event_name":"SessionStart","source":"startup","cwd":"\#(repository)","session_id":"1"}"#
    let outcome = try hook(payload, in: sandbox.root)
    #expect(outcome.status == 0)
    let answer = try JSON.parse(outcome.line).object?["hookSpecificOutput"]?.object
    #expect(answer?["hookEventName"]?.text == "SessionStart")
    #expect(answer?["additionalContext"]?.text?.contains("feature: main") == true)
  }

  @Test(
    "whatever else comes in, there is silence and exit 0",
    arguments: [
      "", "{", "not JSON", "{}", #"{"hook_event_name":"Stop"}"#,
      #"{"hook_event_name":"PostToolUse","tool_name":"Bash"}"#,
      String(repeating: "[", count: 100_000), "\u{0}\u{1}",
    ])
  func silence(input: String) throws {
    let outcome = try hook(input)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
  }

  @Test("outside of a repository there is silence and exit 0")
  func outside() throws {
    let outcome = try hook(
      #"{"hook_event_name":"SessionStart","source":"startup"}"#, in: sandbox.root)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
  }
}
