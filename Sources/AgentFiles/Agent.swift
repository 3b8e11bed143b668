/// An agent that can be told of codex-hook.
public enum Agent: String, Sendable, CaseIterable {
  case codex, claude, cursor, copilot, gemini

  /// Its name as its makers write it.
  public var title: String {
    switch self {
    case .codex: "Codex CLI"
    case .claude: "Claude Code"
    case .cursor: "Cursor"
    case .copilot: "GitHub Copilot"
    case .gemini: "Gemini CLI"
    }
  }

  /// Names in a work tree that show that somebody uses it there.
  ///
  /// `.codex` alone shows nothing: we make it ourselves.
  public var traces: [String] {
    switch self {
    case .codex: [".codex/config.toml", ".codex/hooks.json", ".codex/agents", ".codex/rules"]
    case .claude: ["CLAUDE.md", ".claude", ".mcp.json"]
    case .cursor: [".cursor", ".cursorrules"]
    case .copilot: [".github/copilot-instructions.md", ".github/hooks"]
    case .gemini: ["GEMINI.md", ".gemini"]
    }
  }

  /// Its folder in a user's home.
  public var home: String { self == .copilot ? ".copilot" : ".\(rawValue)" }
}
