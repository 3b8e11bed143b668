/// Calls as the agents make them, by their documentation and sources.
public enum AgentSamples {
  /// A call that tells of a finished test run, and what is to be read out of it.
  public struct Sample: Sendable, CustomStringConvertible {
    /// What it is a sample of.
    public let name: String
    /// What the agent writes.
    public let payload: String
    /// The result that it stands for.
    public let result: String
    /// How many tests passed.
    public let passed: Int
    /// How many tests failed.
    public let failed: Int
    /// The name.
    public var description: String { name }
  }

  /// A command that Codex CLI has run.
  public static let codex = """
    {"session_id":"0199","turn_id":"1","transcript_path":"/home/u/.codex/sessions/r.jsonl","cwd":"/repo","hook_event_name":"PostToolUse","model":"gpt","permission_mode":"default","tool_name":"Bash","tool_input":{"command":"COMMAND"},"tool_response":"OUTPUT","tool_use_id":"call_1"}
    """
  /// One that ended well in Claude Code.
  public static let claude = """
    {"session_id":"a","transcript_path":"/home/u/.claude/projects/p/a.jsonl","cwd":"/repo","permission_mode":"default","hook_event_name":"PostToolUse","tool_name":"Bash","tool_input":{"command":"COMMAND","description":"Run the tests"},"tool_response":{"stdout":"OUTPUT","stderr":"","interrupted":false,"isImage":false},"tool_use_id":"toolu_01"}
    """
  /// One that failed there.
  public static let claudeFailure = """
    {"session_id":"a","transcript_path":"/home/u/.claude/projects/p/a.jsonl","cwd":"/repo","hook_event_name":"PostToolUseFailure","tool_name":"Bash","tool_input":{"command":"COMMAND"},"tool_use_id":"toolu_02","error":"Exit code 1\\nOUTPUT","is_interrupt":false}
    """
  /// One that ended well in Cursor.
  public static let cursor = """
    {"conversation_id":"c","generation_id":"g","hook_event_name":"postToolUse","cursor_version":"2.4.0","workspace_roots":["/repo"],"tool_name":"Shell","tool_input":{"command":"COMMAND"},"tool_output":"{\\"exitCode\\":0,\\"stdout\\":\\"OUTPUT\\"}","tool_use_id":"tool_1","duration":12}
    """
  /// One that failed there.
  public static let cursorFailure = """
    {"conversation_id":"c","hook_event_name":"postToolUseFailure","cursor_version":"2.4.0","workspace_roots":["/repo"],"tool_name":"Shell","tool_input":{"command":"COMMAND"},"tool_use_id":"tool_2","error_message":"Command exited with code 1\\nOUTPUT","failure_type":"error"}
    """
  /// One that Copilot has run.
  public static let copilot = """
    {"sessionId":"s","timestamp":1704614700000,"cwd":"/repo","toolName":"bash","toolArgs":"{\\"command\\":\\"COMMAND\\"}","toolResult":{"resultType":"success","textResultForLlm":"OUTPUT\\n<exited with exit code CODE>"}}
    """
  /// One that Gemini CLI has run.
  public static let gemini = """
    {"session_id":"s","transcript_path":"/home/u/.gemini/tmp/x/chats/s.json","cwd":"/repo","hook_event_name":"AfterTool","timestamp":"2026-11-20T10:00:00Z","tool_name":"run_shell_command","tool_input":{"command":"COMMAND"},"tool_response":{"llmContent":"Command: COMMAND\\nDirectory: (root)\\nOutput: OUTPUT\\nError: (none)\\nExit Code: CODE\\nSignal: (none)","returnDisplay":""}}
    """

  /// A call with the command, its output and its exit code put in.
  public static func filled(
    _ template: String, _ command: String, _ output: String, code: Int = 0
  ) -> String {
    var text = template
    for (word, value) in [("COMMAND", command), ("OUTPUT", output), ("CODE", "\(code)")] {
      text = text.split(separator: word, omittingEmptySubsequences: false).joined(separator: value)
    }
    return text
  }

  /// pytest's closing line.
  public static let pytest = "============ 3 failed, 40 passed, 2 skipped in 4.21s ============"
  /// swift test's closing line.
  public static let swiftTest =
    "\\u2714 Test run with 12 tests in 3 suites passed after 0.015 seconds."

  /// Success and failure of each agent.
  public static let all: [Sample] = [
    Sample(
      name: "Codex, passed", payload: filled(codex, "swift test", swiftTest), result: "pass",
      passed: 12, failed: 0),
    Sample(
      name: "Codex, failed", payload: filled(codex, "cd app && pytest -q | tail -3", pytest),
      result: "mixed", passed: 40, failed: 3),
    Sample(
      name: "Codex, a header with the exit code and no closing line",
      payload: filled(
        codex, "make test", "Exit code: 2\\nWall time: 3 seconds\\nOutput:\\nmake: *** Error"),
      result: "fail", passed: 0, failed: 1),
    Sample(
      name: "Claude Code, passed",
      payload: filled(claude, "go test ./...", "ok  \\texample.com/a\\t0.01s"), result: "pass",
      passed: 1, failed: 0),
    Sample(
      name: "Claude Code, failed", payload: filled(claudeFailure, "uv run pytest", pytest),
      result: "mixed", passed: 40, failed: 3),
    Sample(
      name: "Claude Code, failed before any test",
      payload: filled(claudeFailure, "cargo test", "error: could not compile `x`"),
      result: "fail", passed: 0, failed: 1),
    Sample(
      name: "Cursor, passed",
      payload: filled(
        cursor, "swift test", "\\\\u2714 Test run with 12 tests passed after 0.1 seconds."),
      result: "pass", passed: 12, failed: 0),
    Sample(
      name: "Cursor, failed", payload: filled(cursorFailure, "pytest", pytest), result: "mixed",
      passed: 40, failed: 3),
    Sample(
      name: "Copilot, passed", payload: filled(copilot, "npm test", "done"), result: "pass",
      passed: 1, failed: 0),
    Sample(
      name: "Copilot, failed", payload: filled(copilot, "pytest", pytest, code: 1),
      result: "mixed", passed: 40, failed: 3),
    Sample(
      name: "Gemini, passed", payload: filled(gemini, "swift test", swiftTest), result: "pass",
      passed: 12, failed: 0),
    Sample(
      name: "Gemini, failed", payload: filled(gemini, "make test", "boom", code: 2),
      result: "fail", passed: 0, failed: 1),
  ]

  /// How each agent tells of a session, and the answer that it understands.
  public static let sessionStarts: [(agent: String, payload: String, answer: String)] = [
    (
      "codex",
      #"{"session_id":"1","transcript_path":"/h/.codex/s.jsonl","cwd":"/repo","hook_event_name":"SessionStart","model":"gpt","permission_mode":"default","source":"startup"}"#,
      #"{"hookSpecificOutput":{"hookEventName":"SessionStart","additionalContext":"x"}}"#
    ),
    (
      "claude-code",
      #"{"session_id":"1","transcript_path":"/h/.claude/projects/p/1.jsonl","cwd":"/repo","hook_event_name":"SessionStart","source":"compact"}"#,
      #"{"hookSpecificOutput":{"hookEventName":"SessionStart","additionalContext":"x"}}"#
    ),
    (
      "gemini-cli",
      #"{"session_id":"1","transcript_path":"/h/.gemini/tmp/1.json","cwd":"/repo","hook_event_name":"SessionStart","timestamp":"2026-11-20T10:00:00Z","source":"resume"}"#,
      #"{"hookSpecificOutput":{"hookEventName":"SessionStart","additionalContext":"x"}}"#
    ),
    (
      "cursor",
      #"{"session_id":"1","is_background_agent":false,"composer_mode":"agent","hook_event_name":"sessionStart","cursor_version":"2.4.0","workspace_roots":["/repo"]}"#,
      #"{"additional_context":"x"}"#
    ),
    (
      "copilot",
      #"{"sessionId":"1","timestamp":1704614400000,"cwd":"/repo","source":"new","initialPrompt":"hello"}"#,
      #"{"additionalContext":"x"}"#
    ),
  ]
}
