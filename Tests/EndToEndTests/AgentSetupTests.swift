import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("codex-hook init --agents")
struct AgentSetupTests {
  let sandbox: Sandbox
  let repository: FilePath

  init() throws {
    sandbox = try Sandbox()
    repository = try sandbox.repository()
    try sandbox.commit("a", in: repository)
  }

  private func setUp(_ arguments: String...) throws -> Outcome {
    try sandbox.run(
      [codexHookBinary().string, "init", "--agents"] + arguments, in: repository)
  }

  private func untracked() throws -> [String] {
    try sandbox.git("status", "--porcelain", "-uall", in: repository).split(separator: "\n")
      .map { String($0.dropFirst(3)) }.sorted()
  }

  @Test("it writes the files of the agents that are named, and takes them out without a trace")
  func thereAndBack() throws {
    #expect(try setUp("codex,claude", "cursor", "copilot", "gemini").status == 0)
    #expect(
      try untracked() == [
        ".claude/settings.json", ".codex/config.toml", ".codex/hooks.json", ".cursor/hooks.json",
        ".cursor/mcp.json", ".gemini/settings.json", ".github/hooks/codex-hook.json", ".mcp.json",
        "AGENTS.md",
      ])
    #expect(try setUp("--check", "codex,claude,cursor,copilot,gemini").status == 0)
    #expect(try setUp("--remove").status == 0)
    #expect(try untracked().isEmpty)
    #expect(!exists(repository.appending(".cursor")))
  }

  @Test("it finds the agents that are in use")
  func finds() throws {
    try writeText("# Claude\n", to: repository.appending("CLAUDE.md"))
    #expect(try setUp("--check").status == 1)
    #expect(try untracked() == ["CLAUDE.md"])
    #expect(try setUp().status == 0)
    #expect(try untracked() == [".claude/settings.json", ".mcp.json", "AGENTS.md", "CLAUDE.md"])
    let text = try readText(repository.appending("CLAUDE.md"))
    #expect(text.split(separator: "\n").contains("@AGENTS.md"))
    #expect(try setUp("--check").status == 0)
  }

  @Test("a dry run shows the lines and writes nothing")
  func dryRun() throws {
    try writeText("# Rules\n", to: repository.appending("AGENTS.md"))
    let outcome = try setUp("codex", "--dry-run")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("change AGENTS.md\n    # Rules\n  + <!-- codex-hook begin -->"))
    #expect(outcome.output.contains("make .codex/hooks.json\n"))
    #expect(try untracked() == ["AGENTS.md"])
    #expect(try readText(repository.appending("AGENTS.md")) == "# Rules\n")
  }

  @Test("a file that is in the way is named, and the others are written")
  func refusal() throws {
    try writeText("{ broken", to: repository.appending(".mcp.json"))
    let outcome = try setUp("claude")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(".mcp.json is left alone: it is no JSON"))
    #expect(try readText(repository.appending(".mcp.json")) == "{ broken")
    #expect(exists(repository.appending("AGENTS.md")))
  }

  @Test("a CLAUDE.md that is a link to AGENTS.md needs no line, and stays a link")
  func link() throws {
    try writeText("# Rules\n", to: repository.appending("AGENTS.md"))
    #expect(
      try sandbox.run(["ln", "-s", "AGENTS.md", "CLAUDE.md"], in: repository).status == 0)
    #expect(try setUp("claude").status == 0)
    let text = try readText(repository.appending("AGENTS.md"))
    #expect(!text.contains("@AGENTS.md"))
    #expect(text.contains("codex-hook context"))
    #expect(try sandbox.run(["test", "-L", "CLAUDE.md"], in: repository).status == 0)
    #expect(try setUp("--remove").status == 0)
    #expect(try readText(repository.appending("AGENTS.md")) == "# Rules\n")
    #expect(try sandbox.run(["test", "-L", "CLAUDE.md"], in: repository).status == 0)
  }

  @Test("as JSON: the agents, what becomes of each file, and what was refused")
  func json() throws {
    try writeText("# Rules\n", to: repository.appending("AGENTS.md"))
    try writeText("{ broken", to: repository.appending(".mcp.json"))
    func said(_ arguments: String...) throws -> (Int32, JSON) {
      let outcome = try sandbox.run(
        [codexHookBinary().string, "init", "--agents"] + arguments + ["--json"], in: repository)
      #expect(outcome.errors == "")
      return (outcome.status, try JSON.parse(outcome.line))
    }
    func actions(_ json: JSON) -> [String] {
      (json["files"]?.elements ?? []).map {
        "\($0["action"]?.text ?? "") \($0["path"]?.text ?? "")"
      }.sorted()
    }
    let wanted = ["change AGENTS.md", "make .claude/settings.json"]
    for task in ["--dry-run", "--check"] {
      let (status, json) = try said("claude", task)
      #expect(status == 1)
      #expect(json.object?.members.map(\.key) == ["agents", "files", "refused"])
      #expect(json["agents"]?.elements == [.string("claude")])
      #expect(actions(json) == wanted)
      #expect(try untracked() == [".mcp.json", "AGENTS.md"])
    }
    let (status, made) = try said("claude")
    #expect(status == 1)
    #expect(actions(made) == wanted)
    #expect(made["refused"]?.elements?.count == 1)
    #expect(made["refused"]?.elements?[0].text?.hasPrefix(".mcp.json is left alone: ") == true)
    #expect(try untracked() == [".claude/settings.json", ".mcp.json", "AGENTS.md"])
    try sandbox.run(["rm", ".mcp.json"], in: repository).expectSuccess()
    let (done, removed) = try said("--remove")
    #expect(done == 0)
    #expect(actions(removed) == ["change AGENTS.md", "remove .claude/settings.json"])
    #expect(try actions(said("--remove").1).isEmpty)
    #expect(try readText(repository.appending("AGENTS.md")) == "# Rules\n")
  }

  @Test("uninstall takes out of every agent's files what init --agents has put in, and no more")
  func uninstall() throws {
    let before = [
      "AGENTS.md": "# Rules\n", "CLAUDE.md": "# Claude\n",
      ".gemini/settings.json": "{\n  // ours\n  \"ui\": {\"theme\": \"GitHub\"},\n}\n",
      ".codex/config.toml": "model = \"gpt-5\"\n",
    ]
    for (path, text) in before {
      let file = repository.pushing(FilePath(path))
      try makeFolder(file.removingLastComponent())
      try writeText(text, to: file)
    }
    func run(_ arguments: String...) throws -> Outcome {
      try sandbox.run([codexHookBinary().string] + arguments, in: repository)
    }
    #expect(try run("install").status == 0)
    #expect(try setUp("codex,claude,cursor,copilot,gemini").status == 0)
    let preview = try run("uninstall", "--dry-run")
    #expect(preview.output.contains("would take our lines out of .gemini/settings.json\n"))
    #expect(preview.output.contains("would remove .cursor/hooks.json\n"))
    #expect(try setUp("--check", "codex,claude,cursor,copilot,gemini").status == 0)
    let outcome = try run("uninstall")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("take our lines out of AGENTS.md\n"))
    #expect(try untracked() == before.keys.sorted())
    for (path, text) in before {
      #expect(try readText(repository.pushing(FilePath(path))) == text, "\(path)")
    }
    #expect(!exists(repository.appending(".cursor")) && !exists(repository.appending(".github")))
  }

  @Test("uninstall leaves a file alone that it cannot understand, and goes on")
  func uninstallRefused() throws {
    #expect(try setUp("claude").status == 0)
    try appendText("broken", to: repository.appending(".mcp.json"))
    let broken = try readText(repository.appending(".mcp.json"))
    let outcome = try sandbox.run([codexHookBinary().string, "uninstall"], in: repository)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n.mcp.json is left alone: it is no JSON"))
    #expect(try readText(repository.appending(".mcp.json")) == broken)
    #expect(try untracked() == [".mcp.json"])
  }

  @Test("an agent that nobody knows is wrong use")
  func unknown() throws {
    let outcome = try setUp("clippy")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("codex, claude, cursor, copilot, gemini"))
  }
}
