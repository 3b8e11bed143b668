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

  @Test("an agent that nobody knows is wrong use")
  func unknown() throws {
    let outcome = try setUp("clippy")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("codex, claude, cursor, copilot, gemini"))
  }
}
