import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("Where git looks for hooks, they are; where it does not, nothing is")
struct PlaceTests {
  @Test("linked work trees share the journal and see each other's events at once")
  func linkedWorkTrees() throws {
    let clone = try Clone()
    try clone.commit("one")
    let root = clone.sandbox.root.appending("second tree")
    try clone.git("worktree", "add", "-q", "-b", "fix/crash", root.string)
    let second = Clone(at: root, in: clone.sandbox)
    try second.commit("two", message: "Made next door")
    try second.done("issue", "seen next door")
    #expect(try clone.journal().count == 3)
    #expect(try second.store == clone.store)
    #expect(try second.copy() == clone.journal())
    #expect(try clone.done("log").contains("seen next door"))
    let context = try clone.done("context")
    #expect(context.contains("seen next door"))
    #expect(context.contains("\(root): fix/crash, crash, in_progress"))
    #expect(try second.done("context").contains("- feature: crash\n"))
    #expect(try clone.status() == "" && second.status() == "")
    try clone.git("worktree", "remove", root.string)
    #expect(try clone.journal().count == 3)
  }

  @Test("a submodule has hooks and a journal of its own")
  func submodule() throws {
    let clone = try Clone()
    try clone.commit("one")
    let library = try clone.sandbox.repository("library")
    try clone.sandbox.commit("lib", in: library)
    try clone.git("submodule", "add", "-q", library.string, "library")
    try clone.git("commit", "-q", "-m", "Add the library")
    let inner = Clone(at: clone.root.appending("library"), in: clone.sandbox)
    try inner.install()
    try inner.commit("more")
    #expect(try inner.journal().count == 1)
    #expect(try inner.store == clone.root.pushing(".git/modules/library/codex-hook"))
    #expect(try inner.status() == "")
    #expect(try clone.journal().count == 2)
    let paths = try JSON.parse(clone.journal()[1]).object?["files_changed"]?.int
    #expect(paths == 2)
  }

  @Test(
    "the repository's own core.hooksPath is where they go",
    arguments: [".githooks", "sub/my hooks"])
  func ownHooksPath(folder: String) throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    try clone.git("config", "core.hooksPath", folder)
    try clone.install()
    #expect(exists(clone.root.pushing(FilePath(folder)).appending("post-commit")))
    #expect(!exists(clone.root.pushing(".git/hooks/post-commit")))
    try clone.commit("one")
    #expect(try clone.journal().count == 1)
    #expect(try clone.status() == "")
  }

  @Test("a folder that is everybody's is left alone")
  func globalHooksPath() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    let shared = sandbox.root.appending("hooks of all")
    try makeFolder(shared)
    try clone.git("config", "--global", "core.hooksPath", shared.string)
    _ = try clone.run(["install"])
    #expect(names(in: shared).isEmpty)
  }

  @Test("installing again changes nothing")
  func twice() throws {
    let clone = try Clone()
    try clone.commit("one")
    let before = try clone.contents(of: clone.root)
    let home = try clone.contents(of: clone.sandbox.root.appending("home"))
    #expect(try clone.install().hasPrefix("codex-hook is installed; nothing to do\n"))
    #expect(try clone.contents(of: clone.root) == before)
    #expect(try clone.contents(of: clone.sandbox.root.appending("home")) == home)
  }

  @Test("the command is linked where CODEX_HOOK_BIN_DIR says, and nowhere when it is empty")
  func linkFolder() throws {
    let clone = try Clone()
    let link = clone.sandbox.root.pushing("home/.local/bin/codex-hook")
    #expect(
      try clone.sandbox.run(["readlink", link.string]).line == clone.store.string
        + "/bin/codex-hook")
    let other = Clone(at: try clone.sandbox.repository("other"), in: clone.sandbox)
    try other.done("install", environment: ["CODEX_HOOK_BIN_DIR": ""])
    try other.commit("one")
    #expect(try other.journal().count == 1)
    try clone.done("uninstall")
    #expect(!exists(link))
  }

  @Test("uninstalling gives back the hooks that were there and keeps the journal")
  func uninstall() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    let hooks = clone.root.pushing(".git/hooks")
    let own = hooks.appending("post-commit")
    try makeFolder(hooks)
    try writeText("#!/bin/sh\necho ran >>.git/ran\n", to: own, mode: [.ownerReadWriteExecute])
    let before = try clone.contents(of: hooks)
    try clone.install()
    try clone.commit("one")
    #expect(try readText(clone.root.pushing(".git/ran")) == "ran\n")
    #expect(try clone.journal().count == 1)

    try clone.done("uninstall")
    #expect(try clone.contents(of: hooks) == before)
    #expect(try !exists(clone.store.appending("bin")))
    try clone.commit("two")
    #expect(try readText(clone.root.pushing(".git/ran")) == "ran\nran\n")
    #expect(try clone.journal().count == 1)
    #expect(try clone.status() == "")
    #expect(try clone.done("uninstall").hasPrefix("nothing to remove\n"))
  }

  @Test("without hooks, by init alone, the day's commits are taken in by reconcile")
  func withoutHooks() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    try clone.commit("before")
    try clone.done("init")
    try clone.commit("one")
    try clone.commit("two")
    #expect(try clone.journal().isEmpty)
    #expect(try clone.done("reconcile") == "recorded 2 commits")
    #expect(try clone.journal().count == 2)
    #expect(try clone.copy() == clone.journal())
    #expect(try clone.status() == "")
  }

  @Test("a dry run does nothing")
  func dryRun() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    let before = try clone.contents(of: clone.root)
    let preview = try clone.done("install", "--dry-run")
    #expect(preview.hasPrefix("would:\n"))
    for made in [".git/codex-hook", ".codex", ".git/codex-hook/bin/codex-hook"] {
      #expect(preview.contains(" \(clone.root)/\(made)\n"), "\(made)")
    }
    #expect(try clone.contents(of: clone.root) == before)
  }

  @Test("a bare repository is told what to do instead")
  func bare() throws {
    let sandbox = try Sandbox()
    let root = sandbox.root.appending("bare.git")
    try sandbox.git("init", "-q", "--bare", root.string, in: sandbox.root)
    let outcome = try Clone(at: root, in: sandbox).run(["install"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("bare repository"))
    #expect(!exists(root.appending("codex-hook")))
  }
}

@Suite("Switched off")
struct OffTests {
  @Test("CODEX_HOOK=0 switches the hooks off")
  func variable() throws {
    let clone = try Clone()
    let before = try clone.contents(of: clone.root.appending(".codex"))
    try clone.git("commit", "-q", "--allow-empty", "-m", "unseen", environment: ["CODEX_HOOK": "0"])
    #expect(try clone.journal().isEmpty)
    #expect(try clone.contents(of: clone.root.appending(".codex")) == before)
  }

  @Test("CI only reads: it records nothing and says why, unless the repository lets it write")
  func continuousIntegration() throws {
    let clone = try Clone()
    try clone.commit("one")
    let folder = try clone.listing(of: clone.folder)
    let store = try clone.listing(of: clone.store)
    let ci = ["CI": "true"]
    try clone.git("commit", "-q", "--allow-empty", "-m", "on CI", environment: ci)
    let refused = try clone.run(["note", "on CI"], environment: ci)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("codexHook.ci"))
    #expect(try clone.run(["context"], environment: ci).output.contains("on CI"))
    let tests = try clone.run(["test", "--", "true"], environment: ci)
    #expect(tests.status == 0)
    #expect(tests.errors.contains("codexHook.ci"))
    #expect(try clone.listing(of: clone.folder) == folder)
    #expect(try clone.listing(of: clone.store) == store)

    try clone.git("config", "codexHook.ci", "write")
    try clone.done("note", "on CI", environment: ci)
    try clone.git("commit", "-q", "--allow-empty", "-m", "on CI again", environment: ci)
    // The commit of before is found as well: git has it, and the journal had it not.
    #expect(try clone.journal().count == 4)
  }
}
