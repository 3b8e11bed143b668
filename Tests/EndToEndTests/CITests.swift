import SystemPackage
import TestSupport
import Testing

@Suite("CI=true")
struct CITests {
  private let ci = ["CI": "true"]

  @Test(
    "a commit, a merge, a push and every recording command write nothing, and git is not stopped")
  func writesNothing() throws {
    let clone = try Clone()
    try clone.addOrigin()
    try clone.commit("one")
    try clone.git("branch", "side")
    let store = try clone.contents(of: clone.store)
    let folder = try clone.contents(of: clone.folder)
    try writeText("two\n", to: clone.root.appending("two"))
    try clone.git("add", "two")
    try clone.git("commit", "-q", "-m", "two", environment: ci)
    try clone.git("checkout", "-q", "side", environment: ci)
    try clone.git("merge", "-q", "--no-ff", "-m", "merge", "main", environment: ci)
    try clone.git("commit", "-q", "--amend", "-m", "merge again", environment: ci)
    try clone.git("push", "-q", "origin", "side", environment: ci)
    for command in [
      "note x", "issue x", "fix x", "test --result pass --count 1", "perf p --delta 1 --env dev",
      "build --result pass x", "ci --result pass x", "state set --notes x", "rotate",
      "summary --write", "reconcile", "event deploy --env prod",
      "propose event-type deploy --field env:string", "propose policy rotation=propose",
    ] {
      let outcome = try clone.run(command.split(separator: " ").map(String.init), environment: ci)
      #expect(outcome.status == 1, "\(command)")
      #expect(
        outcome.errors
          == "codex-hook: CI only reads: nothing is recorded while CI=true, unless git config codexHook.ci is write\n",
        "\(command)")
    }
    #expect(try clone.contents(of: clone.store) == store)
    #expect(try clone.contents(of: clone.folder) == folder)
    for command in ["context", "log", "summary", "state", "validate", "status", "pr-block"] {
      #expect(try clone.run([command], environment: ci).status == 0, "\(command)")
    }
    #expect(try clone.contents(of: clone.store) == store)
  }

  @Test(
    "nothing is set up, and the message says why",
    arguments: ["init", "install", "init --shared", "init --private", "init --agents codex"])
  func setsNothingUp(command: String) throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    let before = try clone.contents(of: clone.root)
    let outcome = try clone.run(command.split(separator: " ").map(String.init), environment: ci)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "codex-hook: CI only reads: nothing is set up or changed while CI=true, unless git config codexHook.ci is write\n"
    )
    let script = try sandbox.run(
      ["sh", packageRoot().appending("install-hooks.sh").string, clone.root.string],
      environment: ci)
    #expect(script.status == 1)
    #expect(script.errors.hasPrefix("install-hooks.sh: CI only reads; nothing was done."))
    #expect(try clone.contents(of: clone.root) == before)
  }

  @Test("a lock that somebody left stands until somebody removes it elsewhere")
  func unlocksNothing() throws {
    let clone = try Clone()
    let lock = clone.root.pushing(".codex/lock")
    try writeText("elsewhere:1\n", to: lock)
    let outcome = try clone.run(["unlock", "--force"], environment: ci)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("codex-hook: CI only reads"))
    #expect(try readText(lock) == "elsewhere:1\n")
  }

  @Test("codexHook.ci = write lets a repository's CI record")
  func allowed() throws {
    let clone = try Clone()
    try clone.git("config", "codexHook.ci", "write")
    try clone.done("note", "from CI", environment: ci)
    #expect(try clone.journal().count == 1)
    #expect(try clone.run(["ci-check"], environment: ci).status == 0)
  }

  @Test("ci-check passes on a checkout that was only read, and names what was written otherwise")
  func check() throws {
    let origin = try Clone()
    try makeFolder(origin.folder)
    try writeText("published\n", to: origin.folder.appending("notes.md"))
    try origin.git("add", "-f", ".codex/notes.md")
    try origin.git("commit", "-q", "-m", "a tracked file")
    let checkout = origin.sandbox.root.appending("checkout")
    try origin.sandbox.run(["git", "clone", "-q", "file://\(origin.root)", checkout.string])
      .expectSuccess()
    let clone = Clone(at: checkout, in: origin.sandbox)
    try clone.commit("built", message: "a commit that CI makes")
    for command in ["context", "pr-block", "summary", "note x"] {
      _ = try clone.run(command.split(separator: " ").map(String.init), environment: ci)
    }
    #expect(
      try clone.done("ci-check", environment: ci)
        == "nothing was written to .codex/ or to the store")

    try clone.done("init")
    let outcome = try clone.run(["ci-check"], environment: ci)
    #expect(outcome.status == 1)
    let named = outcome.output.split(separator: "\n").map(String.init)
    #expect(named.contains(".codex/journal.ndjson"))
    #expect(named.contains("\(try clone.store)/start.json"))
    #expect(!named.contains(".codex/notes.md"))
    #expect(outcome.errors.hasPrefix("codex-hook: CI only reads, and this run has written these "))
    let object = try clone.run(["ci-check", "--json"], environment: ci)
    #expect(object.status == 1 && object.output.split(separator: "\n").count == 1)

    try clone.sandbox.run(["rm", "-rf", clone.store.string, clone.folder.string]).expectSuccess()
    try clone.git("checkout", "-q", "--", ".codex")
    try writeText("changed\n", to: clone.folder.appending("notes.md"))
    #expect(try clone.run(["ci-check"], environment: ci).output == ".codex/notes.md\n")
  }
}
