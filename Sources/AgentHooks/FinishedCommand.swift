internal import LiveContext
public import TestReports

/// A command that an agent's shell has run to its end.
public struct FinishedCommand: Sendable, Equatable {
  /// What was run.
  public enum Line: Sendable, Equatable {
    /// A line of shell.
    case shell(String)
    /// A program with its arguments.
    case words([String])
  }

  /// What was run.
  public let line: Line
  /// What it wrote, as far as the agent tells.
  public let output: String
  /// How it ended; nil where the agent does not tell.
  public let status: CommandStatus?
  /// What names this one run for all who tell of it; nil where the agent gives no such name.
  public let id: String?

  /// Reads a tool's result; nil if the tool is no shell, or its command has not ended.
  init?(_ payload: JSONObject, hasFailed: Bool) {
    let tool = payload["tool_name"]?.text ?? payload["toolName"]?.text ?? ""
    guard FinishedCommand.shells.contains(tool.lowercased()),
      let input = FinishedCommand.object(
        payload["tool_input"] ?? payload["toolArgs"] ?? payload["tool_args"]),
      let line = FinishedCommand.line(input["command"] ?? input["cmd"])
    else { return nil }
    let isBackground = input["run_in_background"]?.bool ?? input["is_background"]?.bool ?? false
    if isBackground || payload["is_interrupt"]?.bool == true { return nil }
    self.line = line
    id = payload["tool_use_id"]?.text ?? payload["toolCallId"]?.text
    let result = ShellResult(payload)
    if result.hasNotEnded { return nil }
    output = result.output
    status = result.status ?? (hasFailed ? .exited(1) : nil)
  }

  /// What agents call their shells.
  private static let shells: Set<String> = [
    "bash", "shell", "shell_command", "local_shell", "exec_command", "run_shell_command",
    "run_in_terminal", "runinterminal", "terminal",
  ]

  private static func line(_ value: JSON?) -> Line? {
    if let text = value?.text { return .shell(text) }
    guard let words = value?.elements?.compactMap(\.text), !words.isEmpty else { return nil }
    return .words(words)
  }

  /// An object, or the object that a text holds.
  static func object(_ value: JSON?) -> JSONObject? {
    if let object = value?.object { return object }
    guard let text = value?.text, text.utf8.first == UInt8(ascii: "{") else { return nil }
    return (try? JSON.parse(text))?.object
  }

  /// The runner that the command started; nil if it ran no tests.
  public var runner: Runner? {
    switch line {
    case .shell(let text): TestCommand.recognise(shell: text)
    case .words(let words): TestCommand.recognise(words)
    }
  }

  /// What the test run came to; nil if the command ran no tests, or nothing tells how it ended.
  public var report: TestReport? {
    guard let runner else { return nil }
    var reader = TestOutput()
    reader.append(output)
    let closing = reader.closing(of: runner)
    guard status != nil || closing != nil else { return nil }
    return TestReading(junit: nil, closing: closing, status: status ?? .exited(0)).report
  }
}
