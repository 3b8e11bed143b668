import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("The context that agents read")
struct AgentContextTests {
  let sandbox: Sandbox
  let repository: FilePath

  init() throws {
    sandbox = try Sandbox()
    repository = try sandbox.repository()
    try sandbox.commit("a", in: repository)
    #expect(try run("init").status == 0)
  }

  private func run(
    _ arguments: String..., in directory: FilePath? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try sandbox.run(
      [codexHookBinary().string] + arguments, in: directory ?? repository,
      environment: environment)
  }

  @Test("uncommitted work is told of in one line, and only where there is some")
  func uncommitted() throws {
    #expect(try !run("context").output.contains("uncommitted"))
    try writeText("more\n", to: repository.appending("a"))
    try writeText("new\n", to: repository.appending("b <x>"))
    let context = try run("context").output
    #expect(context.contains("- uncommitted: 1 changed (a), 1 untracked (b ‹x›)\n"))
    #expect(try run("context", "--json").output.contains("1 changed (a)"))
  }

  @Test("looking at the work tree writes nothing, not even git's index")
  func writesNothing() throws {
    let index = repository.appending(".git").appending("index")
    let before = try readBytes(index)
    _ = try sandbox.run(["touch", "-d", "2020-01-01", "a"], in: repository)
    _ = try run("context")
    #expect(try readBytes(index) == before)
  }

  @Test(
    "who recorded is known by the products' own variables",
    arguments: [
      (["AI_AGENT": "claude-code_2.1.0_cli"], "claude-code"), (["AGENT": "goose@1.2"], "goose"),
      (["AGENT": "1", "CODEX_THREAD_ID": "t"], "codex"), (["CLAUDECODE": "1"], "claude-code"),
      (["CURSOR_AGENT": "1"], "cursor"), (["GEMINI_CLI": "1"], "gemini-cli"),
      (["AI_AGENT": "my_agent"], "my_agent"), ([:], nil),
    ] as [([String: String], String?)])
  func recordedBy(variables: [String: String], agent: String?) throws {
    #expect(try run("note", "a fact", environment: variables).status == 0)
    for place in ["log", "context"] {
      let line = try run(place).output.split(separator: "\n").first { $0.contains("a fact") }
      #expect(line?.hasSuffix(agent.map { "a fact by \($0)" } ?? "a fact") == true)
    }
  }

  @Test("who names each work tree, its agent, and the paths that two have changed")
  func who() throws {
    let second = sandbox.root.appending("second")
    try sandbox.git("worktree", "add", "-q", "-b", "fix/x", second.string, in: repository)
    try sandbox.commit("shared", in: second)
    try writeText("mine\n", to: repository.appending("shared"))
    try writeText("mine\n", to: repository.appending("own"))
    let recorded = try run(
      "note", "x", in: second, environment: ["AI_AGENT": "codex"])
    #expect(recorded.status == 0)
    let lines = try run("who").output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("\(repository) (here): main; main, in_progress, set ") == true)
    #expect(lines.dropFirst().first?.hasPrefix("\(second): fix/x; ") == true)
    #expect(lines.dropFirst().first?.contains("; codex recorded a note ") == true)
    #expect(lines.last == "both changed shared: main, fix/x")
    let json = try JSON.parse(run("who", "--json").line).object
    #expect(json?["both_changed"]?.elements?.count == 1)
    #expect(json?["work_trees"]?.elements?.count == 2)
  }

  @Test(
    "in a sandbox that may not write, the context answers and a note is kept and taken in later")
  func readOnly() throws {
    let script = """
      mount --bind .git .git && mount -o remount,ro,bind .git \
      && mount --bind .codex .codex && mount -o remount,ro,bind .codex && "$0" context && "$0" note from inside
      """
    let outcome = try sandbox.run(
      ["unshare", "-rm", "sh", "-c", script, codexHookBinary().string], in: repository)
    if outcome.output.isEmpty,
      outcome.errors.contains("unshare") || outcome.errors.contains("mount")
    {
      return  // No namespaces here: the machine itself is such a sandbox.
    }
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Repository context at "))
    #expect(outcome.output.contains("kept note "))
    #expect(try !run("log").output.contains("from inside"))
    #expect(try run("note", "from outside").status == 0)
    #expect(try run("log").output.contains("from inside"))
  }
}
