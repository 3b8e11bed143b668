public import LiveContext

/// What an agent tells of itself when it calls us, read out of the JSON that it writes to our standard input.
///
/// Anything that is not known to mean something means nothing: agents add events and fields with every release.
public struct AgentCall: Sendable, Equatable {
  /// What has happened.
  public enum Event: Sendable, Equatable {
    /// A session begins, goes on, or has forgotten what it knew.
    case sessionStart(SessionAnswer)
    /// A command has ended in the agent's shell.
    case finished(FinishedCommand)
  }

  /// What has happened.
  public let event: Event
  /// The agent's name, where the fields tell it.
  public let agent: String?
  /// The folder that the agent was in.
  public let directory: String?

  /// Reads a call; nil for what we have nothing to do with.
  public init?(_ payload: JSON) {
    guard let payload = payload.object else { return nil }
    let name = payload["hook_event_name"]?.text
    let event: Event?
    switch name {
    case "SessionStart": event = .sessionStart(.hookSpecific)
    case "sessionStart": event = .sessionStart(.cursor)
    case "PostToolUse", "AfterTool", "postToolUse":
      event = FinishedCommand(payload, hasFailed: false).map { .finished($0) }
    case "PostToolUseFailure", "postToolUseFailure":
      event = FinishedCommand(payload, hasFailed: true).map { .finished($0) }
    case nil: event = AgentCall.unnamed(payload)
    default: event = nil
    }
    guard let event else { return nil }
    self.event = event
    agent = AgentCall.agent(payload, event: name)
    directory =
      payload["cwd"]?.text ?? payload["workspace_roots"]?.elements?.first?.text
  }

  /// Copilot's own format names no event: the fields tell which it is.
  private static func unnamed(_ payload: JSONObject) -> Event? {
    if payload["toolName"] != nil {
      let hasFailed = payload["toolResult"] == nil && payload["error"] != nil
      return FinishedCommand(payload, hasFailed: hasFailed).map { .finished($0) }
    }
    guard payload["source"]?.text != nil, payload["timestamp"]?.double != nil else { return nil }
    return .sessionStart(.copilot)
  }

  private static func agent(_ payload: JSONObject, event: String?) -> String? {
    if payload["cursor_version"] != nil || event?.first?.isLowercase == true { return "cursor" }
    if event == nil { return "copilot" }
    if payload["turn_id"] != nil { return "codex" }
    let transcript = payload["transcript_path"]?.text ?? ""
    let homes = [
      ("/.codex/", "codex"), ("/.claude/", "claude-code"), ("/.gemini/", "gemini-cli"),
      ("/.copilot/", "copilot"),
    ]
    return homes.first { transcript.contains($0.0) }?.1
      ?? (event == "AfterTool" ? "gemini-cli" : nil)
  }
}

/// The form in which an agent takes in text at the start of a session.
public enum SessionAnswer: Sendable, Equatable {
  /// `hookSpecificOutput.additionalContext`: Codex CLI, Claude Code, Gemini CLI.
  case hookSpecific
  /// `additional_context`.
  case cursor
  /// `additionalContext`.
  case copilot

  /// The answer that holds a text.
  public func json(_ context: String) -> JSON {
    switch self {
    case .hookSpecific:
      .object([
        "hookSpecificOutput": .object([
          "hookEventName": .string("SessionStart"), "additionalContext": .string(context),
        ])
      ])
    case .cursor: .object(["additional_context": .string(context)])
    case .copilot: .object(["additionalContext": .string(context)])
    }
  }
}
