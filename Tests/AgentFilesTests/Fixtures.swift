/// Configuration files as people have them.
enum Fixtures {
  /// Texts by the path that they stand under; several of a path are told apart by a name behind `#`.
  static let all: [(name: String, text: String)] = [
    ("AGENTS.md#", ""),
    ("AGENTS.md#break", "\n"),
    ("AGENTS.md#plain", "# Rules\n\nUse tabs.\n"),
    ("AGENTS.md#no break at the end", "# Rules\n\n- use tabs"),
    ("AGENTS.md#crlf", "# Rules\r\n\r\n- use tabs\r\n"),
    ("AGENTS.md#other block", "<!-- tool begin -->\nx\n<!-- tool end -->\n"),
    ("CLAUDE.md#plain", "# Claude\n\nBe brief.\n"),
    (
      ".claude/settings.json#full",
      """
      {
        "$schema": "https://json.schemastore.org/claude-code-settings.json",
        "permissions": {
          "allow": ["Bash(npm run test:*)", "Read(~/.zshrc)"],
          "deny": []
        },
        "hooks": {
          "PostToolUse": [
            {
              "matcher": "Edit|Write",
              "hooks": [{ "type": "command", "command": "prettier --write ." }]
            }
          ],
          "Stop": []
        },
        "env": {"FOO": "a // no comment", "BAR": "/* nor this */"}
      }

      """
    ),
    (".claude/settings.json#empty", "{}\n"),
    (".claude/settings.json#blank", "{ }"),
    (".claude/settings.json#break", "{\n}\n"),
    (".claude/settings.json#empty hooks", "{\"hooks\": {}}"),
    (".claude/settings.json#empty hooks, lines", "{\n    \"hooks\": {}\n}\n"),
    (".claude/settings.json#empty event", "{\n  \"hooks\": {\n    \"SessionStart\": []\n  }\n}"),
    (
      ".claude/settings.json#empty event, lines",
      "{\n  \"hooks\": {\n    \"SessionStart\": [\n    ]\n  }\n}"
    ),
    (".claude/settings.json#one line", #"{"model":"opus","hooks":{"Stop":[{"hooks":[]}]}}"#),
    (
      ".claude/settings.json#tabs",
      "{\n\t\"model\": \"opus\",\n\t\"hooks\": {\n\t\t\"Stop\": []\n\t}\n}\n"
    ),
    (".claude/settings.json#crlf", "{\r\n  \"model\": \"opus\"\r\n}\r\n"),
    (".claude/settings.json#mark", "\u{feff}{\n  \"model\": \"opus\"\n}\n"),
    (
      ".codex/hooks.json#others",
      """
      {
        "hooks": {
          "SessionStart": [
            {"matcher": "startup|resume", "hooks": [{"type": "command", "command": "python3 .codex/hooks/start.py", "statusMessage": "Loading"}]}
          ],
          "Stop": [
            {"hooks": [{"type": "command", "command": "notify"}]}
          ]
        }
      }
      """
    ),
    (
      ".codex/config.toml#full",
      """
      # my settings
      model = "gpt-5"   # the best
      [mcp_servers.context7]
      command = "npx"
      args = ["-y", "@upstash/context7-mcp"]
      [features]
      codex_hooks = true
      """
    ),
    (
      ".mcp.json#others",
      "{\n  \"mcpServers\": {\n    \"github\": {\n      \"type\": \"http\",\n      \"url\": \"https://x\"\n    }\n  }\n}\n"
    ),
    (".mcp.json#none", "{\n  \"mcpServers\": {}\n}\n"),
    (
      ".cursor/hooks.json#others",
      "{\n  \"version\": 1,\n  \"hooks\": {\n    \"afterFileEdit\": [{ \"command\": \"./format.sh\" }]\n  }\n}\n"
    ),
    (".cursor/hooks.json#bare", "{\"version\": 1}"),
    (".cursor/mcp.json#others", #"{"mcpServers":{"a":{"command":"a"}}}"#),
    (".github/hooks/codex-hook.json#ours by hand", "{\n  \"version\": 1,\n  \"hooks\": {}\n}\n"),
    (
      ".gemini/settings.json#comments",
      """
      // settings of the team
      {
        /* what it reads */
        "context": {
          "fileName": "GEMINI.md", // one file
        },
        "hooks": {
          "BeforeTool": [
            { "matcher": "write_file", "hooks": [ { "type": "command", "command": "check" }, ] }, // ours
            // more to come
          ],
        }, // hooks
        "ui": { "theme": "GitHub" } // a theme
        // the end
      }
      // behind it
      """
    ),
    (".gemini/settings.json#list", #"{"context": {"fileName": ["GEMINI.md", "CONTEXT.md"]}}"#),
    (
      ".gemini/settings.json#list of one",
      "{\n  \"context\": {\n    \"fileName\": [\"GEMINI.md\"]\n  }\n}\n"
    ),
    (".gemini/settings.json#empty list", #"{"context": {"fileName": []}, "a": 1 /* x */}"#),
    (".gemini/settings.json#theirs", #"{"context": {"fileName": ["AGENTS.md"]}}"#),
    (
      ".gemini/settings.json#theirs as ours",
      #"{"context": {"fileName": ["AGENTS.md", "GEMINI.md"]}}"#
    ),
    (".gemini/settings.json#their text", #"{"context": {"fileName": "AGENTS.md"}}"#),
    (".gemini/settings.json#only a comment", "{\n  // nothing yet\n}\n"),
    (".gemini/settings.json#one line with a comment", "{\"a\": 1 // one\n}"),
    (".gemini/settings.json#context empty", "{\"context\": {}}"),
  ]
}
