import AgentFiles
import LiveContext
import Testing

@Suite("Configuration files of agents")
struct AgentFilesTests {
  private static let files = AgentFiles.files(for: Agent.allCases)

  private func file(_ fixture: String) throws -> AgentFiles.File {
    let path = fixture.prefix { $0 != "#" }
    return try #require(AgentFilesTests.files.first { $0.path == path })
  }

  @Test("what is placed can be taken out to the last byte", arguments: Fixtures.all)
  func roundTrip(name: String, text: String) throws {
    let file = try file(name)
    let before = Array(text.utf8)
    let placed = try #require(try file.placed(in: before))
    let removed = try #require(try file.removed(from: placed))
    #expect(placed != before)
    #expect(String(decoding: removed, as: UTF8.self) == text)
    #expect(removed == before)
  }

  @Test("twice is as once", arguments: Fixtures.all)
  func twice(name: String, text: String) throws {
    let file = try file(name)
    let once = try #require(try file.placed(in: Array(text.utf8)))
    #expect(try file.placed(in: once) == once)
  }

  @Test("every byte of theirs stays, in its order", arguments: Fixtures.all)
  func nothingChanges(name: String, text: String) throws {
    let placed = try #require(try file(name).placed(in: Array(text.utf8)))
    var rest = placed[...]
    for byte in text.utf8 {
      let place = try #require(rest.firstIndex(of: byte), "a byte of theirs is gone")
      rest = rest[(place + 1)...]
    }
  }

  @Test("JSON without comments stays JSON, and holds what it held", arguments: Fixtures.all)
  func validity(name: String, text: String) throws {
    guard name.prefix(while: { $0 != "#" }).hasSuffix(".json") else { return }
    let bytes = Array(text.utf8)
    let start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    guard case .object(let before)? = try? JSON.parse(bytes[start...]) else { return }
    let placed = try #require(try file(name).placed(in: bytes))
    let after = try #require(JSON.parse(placed[start...]).object)
    for member in before.members where !["hooks", "mcpServers", "context"].contains(member.key) {
      #expect(after[member.key] == member.value)
    }
    let hooks = before["hooks"]?.object?.members ?? []
    for event in hooks {
      let now = after["hooks"]?.object?[event.key]?.elements ?? []
      #expect(Array(now.prefix(event.value.elements?.count ?? 0)) == event.value.elements)
    }
  }

  @Test("a file that is made is removed again", arguments: AgentFilesTests.files.map(\.path))
  func made(path: String) throws {
    let file = try file(path)
    guard let made = try file.placed(in: nil) else {
      #expect(path == "CLAUDE.md")
      return
    }
    #expect(try file.placed(in: made) == made)
    #expect(try file.removed(from: made) == nil)
    if path.hasSuffix(".json") { _ = try JSON.parse(made) }
  }

  @Test("what others add later stays when ours goes")
  func addedLater() throws {
    let file = try file(".mcp.json")
    let made = String(decoding: try #require(try file.placed(in: nil)), as: UTF8.self)
    let place = try #require(made.lastIndex(of: "]"))
    let end = made.index(place, offsetBy: 1)
    let close = try #require(made[end...].firstIndex(of: "}"))
    let grown =
      made[...close] + ",\n    \"other\": { \"command\": \"other\" }"
      + made[made.index(after: close)...]
    let left = try #require(try file.removed(from: Array(String(grown).utf8)))
    let servers = try JSON.parse(left).object?["mcpServers"]?.object
    #expect(servers?.members.map(\.key) == ["other"])
  }

  @Test("the hook's command is what it has always been")
  func command() throws {
    #expect(AgentFiles.hookCommand == "codex-hook agent-hook")
    let made = try #require(try file(".codex/hooks.json").placed(in: nil))
    #expect(
      String(decoding: made, as: UTF8.self) == """
        {
          "hooks": {
            "SessionStart": [
              {
                "hooks": [
                  {
                    "type": "command",
                    "command": "codex-hook agent-hook",
                    "timeout": 10
                  }
                ]
              }
            ],
            "PostToolUse": [
              {
                "matcher": "Bash",
                "hooks": [
                  {
                    "type": "command",
                    "command": "codex-hook agent-hook",
                    "timeout": 10
                  }
                ]
              }
            ]
          }
        }

        """)
  }

  @Test(
    "a file that cannot be understood is left alone",
    arguments: [
      (".claude/settings.json", "{"), (".claude/settings.json", ""),
      (".claude/settings.json", "[]"), (".claude/settings.json", #"{"hooks": []}"#),
      (".claude/settings.json", #"{"hooks": {"SessionStart": {}}}"#),
      (".mcp.json", #"{"mcpServers": 7}"#),
      (".gemini/settings.json", #"{"context": {"fileName": 7}}"#),
      ("AGENTS.md", "<!-- codex-hook begin -->\n"),
      ("AGENTS.md", "<!-- codex-hook end -->\n<!-- codex-hook begin -->\n"),
      (
        "AGENTS.md",
        "<!-- codex-hook begin -->\n<!-- codex-hook end -->\n<!-- codex-hook begin -->\n<!-- codex-hook end -->\n"
      ),
    ])
  func refused(path: String, text: String) throws {
    let file = try file(path)
    #expect(throws: AgentFileError.self) { try file.placed(in: Array(text.utf8)) }
  }

  @Test("a block of an older version is replaced in its place")
  func olderBlock() throws {
    let text = "# A\n<!-- codex-hook begin -->\nold\n<!-- codex-hook end -->\n# B\n"
    let placed = try #require(try file("AGENTS.md").placed(in: Array(text.utf8)))
    let now = String(decoding: placed, as: UTF8.self)
    #expect(now.hasPrefix("# A\n<!-- codex-hook begin -->\n## "))
    #expect(now.hasSuffix("<!-- codex-hook end -->\n# B\n"))
    let removed = try file("AGENTS.md").removed(from: placed)
    #expect(removed.map { String(decoding: $0, as: UTF8.self) } == "# A\n# B\n")
  }

  @Test("the block has at most ten lines, and says what to run")
  func block() throws {
    let made = try #require(try file("AGENTS.md").placed(in: nil))
    let lines = String(decoding: made, as: UTF8.self).split(separator: "\n")
    #expect(lines.count <= 10)
    #expect(lines.contains { $0.contains("`codex-hook context`") })
  }

  @Test("a difference shows the changed lines and little else")
  func difference() throws {
    let old = Array((1...9).map { "line \($0)\n" }.joined().utf8)
    let new = Array(((1...9).map { "line \($0)\n" } + ["more\n"]).joined().utf8)
    #expect(LineDifference.text(from: old, to: new) == ["  line 8", "  line 9", "+ more"])
    #expect(LineDifference.text(from: old, to: old).isEmpty)
    #expect(LineDifference.text(from: nil, to: Array("a\n".utf8)) == ["+ a"])
  }
}
