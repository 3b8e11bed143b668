import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("The focus follows a switch, and says so when it does not fit")
struct FocusTests {
  private func focus(_ clone: Clone) throws -> String {
    let context = try JSON.parse(clone.done("context", "--json")).object
    let focus = context?["focus"]?.object
    return "\(focus?["current_branch"]?.text ?? ""): \(focus?["current_feature"]?.text ?? "")"
  }

  @Test("a new branch has its own, and the old one's comes back")
  func comesBack() throws {
    let clone = try Clone()
    try clone.commit("base")
    try clone.done("state", "set", "--feature", "parser", "--notes", "the lexer is next")
    try clone.git("switch", "-q", "-c", "fix/leak")
    #expect(try focus(clone) == "fix/leak: leak")
    try clone.done("state", "set", "--feature", "leak in the pool", "--status", "testing")
    try clone.git("switch", "-q", "main")
    #expect(try focus(clone) == "main: parser")
    #expect(try clone.done("context").contains("the lexer is next"))
    try clone.git("switch", "-q", "-")
    #expect(try focus(clone) == "fix/leak: leak in the pool")
    #expect(try readText(clone.folder.appending("state.json")).contains("\"testing\""))
    #expect(try readText(clone.folder.appending("summary.md")).contains("leak in the pool"))
    // A look at an old commit and a checkout of files change nothing.
    try clone.git("checkout", "-q", "HEAD~0")
    try clone.git("checkout", "-q", "--", "base")
    #expect(try focus(clone) == "fix/leak: leak in the pool")
  }

  @Test("it comes back after git clean -fdx, and a rebase leaves it alone")
  func survives() throws {
    let clone = try Clone()
    try clone.diverge()
    try clone.done("state", "set", "--feature", "three steps")
    try clone.git("rebase", "-q", "main")
    #expect(try focus(clone) == "topic: three steps")
    try clone.git("clean", "-qfdx")
    #expect(try focus(clone) == "topic: three steps")
    try clone.commit("after")
    #expect(try readText(clone.folder.appending("state.json")).contains("three steps"))
  }

  @Test(
    "a switch that no hook saw is told in the context, and so is a focus that is older than the work"
  )
  func doesNotFit() throws {
    let clone = try Clone()
    try clone.commit("base")
    try clone.done("state", "set", "--feature", "parser")
    try clone.git("switch", "-q", "-c", "other", environment: ["CODEX_HOOK": "0"])
    #expect(try clone.done("context").contains("- branch: other; the focus was set on main\n"))
    try clone.git("switch", "-q", "main")
    #expect(try !clone.done("context").contains("older than the newest event"))
    try clone.git(
      "commit", "-q", "--allow-empty", "-m", "later",
      environment: ["GIT_COMMITTER_DATE": "2099-01-01T00:00:00Z"])
    #expect(try clone.done("context").contains("older than the newest event\n"))
  }

  @Test("a new work tree gets its .codex and its branch's focus, whatever its name had before")
  func newWorkTree() throws {
    let clone = try Clone()
    try clone.commit("base")
    let top = clone.sandbox.root.appending("side")
    let side = Clone(at: top, in: clone.sandbox)
    try clone.git("worktree", "add", "-q", "-b", "one", top.string)
    #expect(
      exists(side.folder.appending("summary.md")) && exists(side.folder.appending("README.md")))
    #expect(try side.copy() == clone.journal())
    try side.done("state", "set", "--feature", "first thing")
    try clone.git("worktree", "remove", top.string)
    try clone.git("worktree", "add", "-q", "-b", "two", top.string)
    #expect(try focus(side) == "two: two")
    try clone.git("worktree", "remove", top.string)
    try clone.git("worktree", "add", "-q", top.string, "one")
    #expect(try focus(side) == "one: first thing")
    #expect(try side.status() == "" && clone.status() == "")
  }

  @Test(
    "the context lists what the other work trees are at, and when something last happened there")
  func neighbours() throws {
    let clone = try Clone()
    try clone.commit("base")
    for name in ["busy", "idle", "loose"] {
      let top = clone.sandbox.root.appending(name).string
      try clone.git("worktree", "add", "-q", name == "loose" ? "--detach" : "-b\(name)", top)
    }
    let busy = Clone(at: clone.sandbox.root.appending("busy"), in: clone.sandbox)
    try busy.done("state", "set", "--feature", "pool", "--status", "blocked")
    try busy.git(
      "commit", "-q", "--allow-empty", "-m", "theirs",
      environment: ["GIT_COMMITTER_DATE": "2020-01-01T00:00:00Z"])
    let loose = Clone(at: clone.sandbox.root.appending("loose"), in: clone.sandbox)
    try loose.git(
      "commit", "-q", "--allow-empty", "-m", "loose",
      environment: ["GIT_COMMITTER_DATE": "2021-01-01T00:00:00Z"])
    let context = try clone.done("context")
    let lines = context.split(separator: "\n")
    func line(_ name: String) -> String {
      String(lines.first { $0.hasPrefix("- \(clone.sandbox.root)/\(name): ") } ?? "")
    }
    #expect(line("busy").contains(": busy, pool, blocked, set "))
    #expect(line("busy").contains(/last event [0-9]{4} days ago$/))
    // Its branch has had no event; the commit that it stands at has.
    #expect(line("idle").contains(/idle, in_progress, set .* ago, last event .* s ago$/))
    #expect(line("loose").contains(": detached, "))
    #expect(line("loose").contains(/last event [0-9]{4} days ago$/))
    let object = try JSON.parse(clone.done("context", "--json")).object
    let moments = object?["work_trees"]?.elements?.map { $0.object?["last_event"]?.text ?? "" }
    #expect(Set(moments ?? []).isSuperset(of: ["2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"]))
  }
}
