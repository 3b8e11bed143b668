import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// git 2.54 and later run hooks that stand in a repository's settings.
@Suite("A git that takes hooks from its settings")
struct ConfiguredHookTests {
  /// A repository in which hooks need not be files.
  private func repository(_ sandbox: Sandbox, _ name: String = "repo") throws -> Clone {
    try sandbox.git("config", "--global", "--unset", "codexHook.hooks", in: sandbox.root)
    return Clone(at: try sandbox.repository(name), in: sandbox)
  }

  /// A folder with a git that says it is 2.54 and is the machine's.
  private func pretender(_ sandbox: Sandbox) throws -> String {
    let real = try sandbox.run(["sh", "-c", "command -v git"]).line
    let folder = sandbox.root.appending("later")
    try makeFolder(folder)
    try writeText(
      "#!/bin/sh\nfor word; do [ \"$word\" != version ] || { echo 'git version 2.54.0'; exit; }; done\nexec '\(real)' \"$@\"\n",
      to: folder.appending("git"), mode: [.ownerReadWriteExecute])
    return "\(folder):\(sandbox.environment["PATH"] ?? "")"
  }

  @Test("gets ours there and nowhere else; an older one gets hook files again")
  func pretended() throws {
    let sandbox = try Sandbox()
    let clone = try repository(sandbox)
    let settings = clone.root.pushing(".git/config")
    let hooks = clone.root.pushing(".git/hooks")
    let before = (try readText(settings), try clone.contents(of: hooks))
    let later = ["PATH": try pretender(sandbox)]
    let dry = try clone.done("install", "--dry-run", environment: later)
    #expect(dry.contains("add hooks to \(settings)"))
    let said = try clone.done("install", environment: later)
    #expect(said.contains("in \(settings)\n") && !said.contains("\(hooks)"), "\(said)")
    #expect(try clone.contents(of: hooks) == before.1)
    #expect(try clone.done("install", environment: later).contains("nothing to do"))
    #expect(try clone.done("doctor", environment: later) == "all is well")
    #expect(try clone.done("status", environment: later).hasPrefix("recording; "))

    // The machine's own git is older than that, if it does not pass this by.
    if try !Equipment.takesConfiguredHooks(sandbox) {
      let outcome = try clone.run(["doctor"])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("where git looks from version 2.54 on"), "\(outcome.output)")
      try clone.done("doctor", "--fix")
      #expect(try readText(settings) == before.0)
      try clone.commit("one")
      #expect(try clone.journal().count == 1)
      try clone.done("doctor", "--fix", environment: later)
      #expect(try clone.contents(of: hooks) == before.1)
    }
    // A person may want files all the same.
    try clone.git("config", "--global", "codexHook.hooks", "files")
    #expect(try clone.run(["doctor"], environment: later).status == 1)
    try clone.done("install", environment: later)
    #expect(try readText(settings) == before.0 && exists(hooks.appending("post-commit")))
    try clone.git("config", "--global", "--unset", "codexHook.hooks")
    try clone.done("install", environment: later)
    #expect(try clone.contents(of: hooks) == before.1)
    try clone.done("uninstall")
    #expect(try readText(settings) == before.0)
    #expect(try clone.contents(of: hooks) == before.1)
  }

  @Test("says so when a setting switches ours off")
  func off() throws {
    let sandbox = try Sandbox()
    let clone = try repository(sandbox)
    let later = ["PATH": try pretender(sandbox)]
    try clone.done("install", environment: later)
    try clone.git("config", "--global", "hook.post-merge.enabled", "false")
    let outcome = try clone.run(["doctor", "--fix"], environment: later)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("hook post-merge: switched off by git's settings"))
  }

  @Test(
    "runs ours once each, beside a hook file, from every work tree",
    .enabled(if: Equipment.laterGit != nil, "needs git 2.54: CODEX_HOOK_TEST_GIT names its folder"))
  func real() throws {
    let sandbox = try Sandbox(variables: ["PATH": try #require(Equipment.laterGit)])
    let clone = try repository(sandbox, "größe 'x' \"y\"")
    let theirs = clone.root.pushing(".git/hooks/post-commit")
    try writeText("#!/bin/sh\necho ran >>.git/theirs\n", to: theirs)
    setMode(0o755, of: theirs)
    try clone.install()
    #expect(try !readText(theirs).contains("codex-hook"))
    try clone.addOrigin()
    try clone.commit("one")
    try clone.commit("two")
    try clone.git("commit", "-q", "--amend", "-m", "two again")
    #expect(try clone.journal().count == 3)
    #expect(try clone.journal().last?.contains("\"replaces\"") == true)
    #expect(try readText(clone.root.pushing(".git/theirs")) == "ran\nran\nran\n")
    try clone.git("switch", "-q", "-c", "side", "HEAD~1")
    #expect(try readText(clone.folder.appending("state.json")).contains("side"))
    for file in ["a", "b"] { try clone.commit(file) }
    try clone.git("rebase", "-q", "main")
    #expect(try clone.journal().count == 7)
    #expect(try clone.journal().suffix(2).allSatisfy { $0.contains("\"replaces\"") })
    try clone.git("switch", "-q", "main")
    try clone.git("merge", "-q", "--no-ff", "side")
    try clone.git("cherry-pick", "--allow-empty", "--keep-redundant-commits", "side")
    #expect(try clone.journal().count == 9)
    try clone.git(
      "commit", "-q", "--allow-empty", "-m", "unseen", environment: ["CODEX_HOOK": "0"])
    try clone.git("push", "-q", "origin", "main", "side")
    #expect(try clone.journal().count == 10)

    let top = sandbox.root.appending("second")
    try clone.git("worktree", "add", "-q", "-b", "other", top.string)
    let second = Clone(at: top, in: sandbox)
    #expect(exists(second.folder.appending("summary.md")))
    try second.commit("there")
    #expect(try clone.journal().count == 11)
    // On another parent, or it may be the very same commit.
    try clone.git("commit", "-q", "--allow-empty", "-m", "another parent")
    let patch = try clone.git("format-patch", "-1", "--stdout", "other") + "\n"
    _ = try sandbox.git("am", "-q", in: clone.root, input: patch)
    #expect(try clone.journal().count == 13)

    // A push with 300 refs to a binary that is gone, or that reads nothing.
    for number in 1...300 { try clone.git("branch", "b\(number)") }
    let binary = try clone.store.pushing("bin/codex-hook")
    try writeText("#!/bin/sh\nexit 3\n", to: binary)
    try clone.git("push", "-q", "--all", "origin")
    _ = try sandbox.run(["rm", binary.string])
    try clone.git("push", "-q", "origin", "main:again")
    try clone.install()
    #expect(try clone.done("doctor") == "all is well")
    #expect(try clone.status() == "")
    let settings = clone.root.pushing(".git/config")
    try clone.done("uninstall")
    #expect(try !readText(settings).contains("# codex-hook"))
    try clone.commit("last")
    #expect(try clone.journal().count == 13)
  }
}
