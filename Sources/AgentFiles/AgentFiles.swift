internal import LiveContext

/// What stands in agents' configuration files for codex-hook, and how it gets there and out again.
///
/// Everything here is text in, text out. What is not ours keeps its bytes; placing twice is as once; and removing gives back
/// the bytes that were there before.
public enum AgentFiles {
  /// The command of every hook that we place.
  ///
  /// Fixed for good: Codex CLI trusts a hook by a hash of its definition, and any change would switch it off.
  public static let hookCommand = "codex-hook agent-hook"

  /// A file and what belongs into it.
  public struct File: Sendable {
    /// Its path below the work tree's top.
    public let path: String
    /// Whether it is made where it is missing.
    public let isMade: Bool
    let parts: [Part]

    /// The text with all of our parts; nil where there is no file and none is to be made.
    public func placed(in text: [UInt8]?) throws(AgentFileError) -> [UInt8]? {
      if text == nil, !isMade { return nil }
      return try AgentFiles.placed(parts, in: text)
    }

    /// The text without our parts; nil where nothing would be left of a file that we have made.
    public func removed(from text: [UInt8]) throws(AgentFileError) -> [UInt8]? {
      if isMade, try text == AgentFiles.placed(parts, in: nil) { return nil }
      var left = text
      for part in parts.reversed() {
        guard let rest = try part.removed(from: left) else { return nil }
        left = rest
      }
      return left
    }
  }

  enum Part: Sendable {
    case block(MarkedBlock)
    case entry(JSONEntry)
    case geminiFileName
    /// What a file of hooks needs besides, where we make it.
    case version

    func placed(in text: [UInt8]?) throws(AgentFileError) -> [UInt8] {
      switch self {
      case .block(let block): try block.placed(in: text)
      case .entry(let entry): try entry.placed(in: text ?? AgentFiles.emptyObject)
      case .geminiFileName: try GeminiFileName.placed(in: text ?? AgentFiles.emptyObject)
      case .version: text ?? Array("{\n  \"version\": 1\n}\n".utf8)
      }
    }

    func removed(from text: [UInt8]) throws(AgentFileError) -> [UInt8]? {
      switch self {
      case .block(let block): try block.removed(from: text)
      case .entry(let entry): try entry.removed(from: text)
      case .geminiFileName: try GeminiFileName.removed(from: text)
      case .version: text
      }
    }
  }

  private static let emptyObject = Array("{\n}\n".utf8)

  private static func placed(_ parts: [Part], in text: [UInt8]?) throws(AgentFileError) -> [UInt8]?
  {
    var placed = text
    for part in parts { placed = try part.placed(in: placed) }
    // The blank that tells of an empty object from before has nothing to tell where we make the file.
    if text == nil, let made = placed, made.starts(with: "{ \n".utf8) {
      return [made[0]] + made[2...]
    }
    return placed
  }

  /// The files of some agents, AGENTS.md first; which all of them read.
  public static func files(for agents: [Agent], withInstructions: Bool = true) -> [File] {
    var files = withInstructions ? [instructions] : []
    for agent in agents { files += own(agent) }
    return files
  }

  private static func own(_ agent: Agent) -> [File] {
    switch agent {
    case .codex:
      [
        File(
          path: ".codex/hooks.json", isMade: true,
          parts: [
            .entry(.hook("SessionStart", group(timeout: 10))),
            .entry(.hook("PostToolUse", group(matcher: "Bash", timeout: 10))),
          ]),
        File(
          path: ".codex/config.toml", isMade: true,
          parts: [
            .block(
              .hashed([
                "[mcp_servers.codex-hook]", "command = \"codex-hook\"", "args = [\"mcp\"]",
              ]))
          ]),
      ]
    case .claude:
      [
        File(path: "CLAUDE.md", isMade: false, parts: [.block(.markdown(["@AGENTS.md"]))]),
        File(
          path: ".claude/settings.json", isMade: true,
          parts: [
            .entry(.hook("SessionStart", group(timeout: 10))),
            .entry(.hook("PostToolUse", group(matcher: "Bash", timeout: 10))),
            .entry(.hook("PostToolUseFailure", group(matcher: "Bash", timeout: 10))),
          ]),
        File(path: ".mcp.json", isMade: true, parts: [.entry(.server(server))]),
      ]
    case .cursor:
      [
        File(
          path: ".cursor/hooks.json", isMade: true,
          parts: [
            .version, .entry(.hook("sessionStart", plain())),
            .entry(.hook("postToolUse", plain(matcher: "Shell"))),
            .entry(.hook("postToolUseFailure", plain(matcher: "Shell"))),
          ]),
        File(path: ".cursor/mcp.json", isMade: true, parts: [.entry(.server(server))]),
      ]
    case .copilot:
      [
        File(
          path: ".github/hooks/codex-hook.json", isMade: true,
          parts: [
            .version, .entry(.hook("sessionStart", copilot)),
            .entry(.hook("postToolUse", copilot)), .entry(.hook("postToolUseFailure", copilot)),
          ])
      ]
    case .gemini:
      [
        File(
          path: ".gemini/settings.json", isMade: true,
          parts: [
            .geminiFileName, .entry(.hook("SessionStart", group(timeout: 10_000))),
            .entry(
              .hook("AfterTool", group(matcher: "run_shell_command", timeout: 10_000))),
            .entry(.server(server)),
          ])
      ]
    }
  }

  /// Facts and commands, in ten lines: what every agent's session starts with.
  private static let instructions = File(
    path: "AGENTS.md", isMade: true,
    parts: [
      .block(
        .markdown([
          "## What happened here",
          "codex-hook keeps a journal of this repository. At the start: `codex-hook context`; without the program,",
          "`cat .codex/state.json .codex/summary.md; tail -n 100 .codex/journal.ndjson`.",
          "Recorded by hand: `codex-hook note \"...\"`, `codex-hook issue \"...\" --area A`,",
          "`codex-hook fix \"...\" --closes ID`, `codex-hook test -- COMMAND`, `codex-hook state set --feature F`.",
          "Commits are recorded by themselves. The files in `.codex/` are never edited, except `state.json`.",
        ]))
    ])

  /// A group of hooks, as Codex CLI, Claude Code and Gemini CLI have it.
  private static func group(matcher: String? = nil, timeout: Int) -> JSON {
    var group = JSONObject()
    group["matcher"] = matcher.map { .string($0) }
    group["hooks"] = .array([
      .object([
        "type": .string("command"), "command": .string(hookCommand), "timeout": .integer(timeout),
      ])
    ])
    return .object(group)
  }

  private static func plain(matcher: String? = nil) -> JSON {
    var hook: JSONObject = ["command": .string(hookCommand)]
    hook["matcher"] = matcher.map { .string($0) }
    return .object(hook)
  }

  private static let copilot = JSON.object([
    "type": .string("command"), "bash": .string(hookCommand), "timeoutSec": .integer(10),
  ])

  private static let server = JSON.object([
    "command": .string("codex-hook"), "args": .array([.string("mcp")]),
  ])
}
