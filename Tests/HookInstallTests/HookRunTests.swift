import HookInstall
import SystemPackage
import TestSupport
import Testing

@Suite("Hooks that git runs")
struct HookRunTests {
  @Test(
    "every operation calls the binary with the hook's name and arguments",
    arguments: ["repo", "with blank's \"quoted\" and größe 漢字 $HOME `x`"])
  func calls(name: String) throws {
    let it = try Fixture(name)
    try it.install()
    let (git, repository) = (it.sandbox, it.repository)
    try git.commit("a", in: repository)
    #expect(try it.calls() == "post-commit\n")
    try it.forget()

    try git.git("switch", "-q", "-c", "side", in: repository)
    #expect(try it.calls().hasPrefix("post-checkout "))
    let old = try git.commit("b", in: repository)
    try git.git("switch", "-q", "main", in: repository)
    try it.forget()
    try git.git("merge", "-q", "side", in: repository)
    #expect(try it.calls() == "post-merge 0\n")
    try it.forget()

    try git.git("commit", "-q", "--amend", "-m", "b again", in: repository)
    let new = try git.git("rev-parse", "HEAD", in: repository)
    #expect(try it.calls() == "post-commit\npost-rewrite amend\n<\(old) \(new)\n")
    try it.forget()

    let patch = try git.git("format-patch", "-1", "--stdout", in: repository) + "\n"
    try git.git("reset", "-q", "--hard", "HEAD~1", in: repository)
    try git.git("am", "-q", in: repository, input: patch)
    #expect(try it.calls() == "post-applypatch\n")
    try it.forget()

    try it.addOrigin()
    let head = try git.git("rev-parse", "HEAD", in: repository)
    try git.git("push", "-q", "origin", "main", in: repository)
    let zeros = String(repeating: "0", count: 40)
    let url = it.sandbox.root.appending("origin.git")
    #expect(
      try it.calls()
        == "pre-push origin \(url)\n<refs/heads/main \(head) refs/heads/main \(zeros)\n")
    #expect(try git.git("status", "--porcelain", in: repository) == "")
  }

  @Test("linked work trees and submodules find the clone's binary")
  func elsewhere() throws {
    let it = try Fixture()
    try it.sandbox.commit("a", in: it.repository)
    try it.install(["post-commit"])
    let linked = it.sandbox.root.appending("linked tree")
    try it.sandbox.git("worktree", "add", "-q", "-b", "l", linked.string, in: it.repository)
    try it.sandbox.commit("b", in: linked)
    #expect(try it.calls() == "post-commit\n")

    let part = try it.sandbox.repository("part")
    try it.sandbox.commit("c", in: part)
    try it.sandbox.git("submodule", "--quiet", "add", part.string, "sub", in: it.repository)
    let sub = it.repository.appending("sub")
    try it.placeStub(in: sub)
    try it.install(["post-commit"], in: sub)
    try it.forget()
    try it.sandbox.commit("d", in: sub)
    #expect(try it.calls() == "post-commit\n")
  }

  @Test("a linked work tree finds it without being told where the repository is")
  func untold() throws {
    let it = try Fixture()
    try it.sandbox.commit("a", in: it.repository)
    try it.sandbox.git("config", "core.hooksPath", ".githooks", in: it.repository)
    try it.install(["post-commit"])
    let linked = it.sandbox.root.appending("linked tree")
    try it.sandbox.git("worktree", "add", "-q", "-b", "l", linked.string, in: it.repository)
    let hook = it.repository.pushing(".githooks/post-commit")
    _ = try it.sandbox.run(["sh", hook.string], in: linked)
    #expect(try it.calls() == "post-commit\n")
  }

  @Test("a repository that was moved, with its hooks in another folder of its own, still finds it")
  func moved() throws {
    let it = try Fixture()
    try it.sandbox.git("config", "core.hooksPath", ".githooks", in: it.repository)
    let plan = try it.install(["post-commit"])
    #expect(plan.toIgnore == [".githooks/post-commit"])
    let moved = it.sandbox.root.appending("moved")
    _ = try it.sandbox.run(["mv", it.repository.string, moved.string])
    try it.sandbox.commit("a", in: moved)
    #expect(try it.calls() == "post-commit\n")
  }

  @Test("without any PATH but git's own, by each shell", arguments: ["dash", "busybox", "bash"])
  func emptyPath(shell: String) throws {
    let it = try Fixture()
    guard let program = try programPath(shell, it.sandbox) else { return }
    try it.install()
    try it.writeHook(
      "pre-push.before-codex-hook",
      "#!/bin/sh\nwhile IFS= read -r line; do printf '%s\\n' \"$line\"; done >'\(it.sandbox.root)/theirs'\n"
    )
    let command = shell == "busybox" ? [program, "sh"] : [program]
    let lines = "refs/heads/a 1 refs/heads/a 2\nrefs/heads/b  3 refs/heads/b \\4\n"
    for name in ["post-commit", "pre-push"] {
      let outcome = try it.sandbox.run(
        command + [it.hook(name).string, "one", "two words"], in: it.repository, input: lines,
        environment: ["PATH": ""])
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
    }
    let given = lines.split(separator: "\n").map { "<\($0)\n" }.joined()
    // post-commit's own lines are not read by the script, the stub reads them itself.
    #expect(
      try it.calls() == "post-commit one two words\n\(given)pre-push one two words\n\(given)")
    let theirs = try readText(it.sandbox.root.appending("theirs"))
    #expect(theirs == lines)
  }

  @Test(
    "thousands of lines that nobody reads hold nothing up", arguments: ["dash", "busybox", "bash"])
  func unread(shell: String) throws {
    let it = try Fixture()
    guard let program = try programPath(shell, it.sandbox) else { return }
    try it.install(["pre-push"])
    try it.writeHook("pre-push.before-codex-hook", "#!/bin/sh\nexit 4\n")
    let binary = BinaryPlace.binary(in: try it.store(of: it.repository))
    try writeText("#!/bin/sh\n", to: binary, mode: [.ownerReadWriteExecute])
    let lines = (0..<5000).map { "refs/heads/a\($0) 1 refs/heads/a\($0) 2\n" }.joined()
    let outcome = try it.sandbox.run(
      ["timeout", "20", program] + (shell == "busybox" ? ["sh"] : [])
        + [it.hook("pre-push").string], in: it.repository, input: lines)
    #expect(outcome.status == 4)
    #expect(outcome.errors == "")
  }

  @Test("CODEX_HOOK=0 switches ours off and nothing else")
  func switchedOff() throws {
    let it = try Fixture()
    try it.writeHook("post-commit", "#!/bin/sh\necho theirs >>'\(it.log)'\n")
    try it.install(["post-commit"])
    try appendText("echo appended >>'\(it.log)'\n", to: it.hook("post-commit"))
    try it.sandbox.git(
      "commit", "-q", "--allow-empty", "-m", "x", in: it.repository,
      environment: ["CODEX_HOOK": "0"])
    #expect(try it.calls() == "theirs\nappended\n")
  }

  @Test(
    "a push goes through when the binary cannot run",
    arguments: ["missing", "plain", "text", "foreign", "failing", "folder"])
  func push(binary: String) throws {
    let it = try Fixture()
    try it.addOrigin()
    try it.install()
    let path = BinaryPlace.binary(in: try it.store(of: it.repository))
    _ = try it.sandbox.run(["rm", path.string])
    switch binary {
    case "plain": try writeText("some words\n", to: path)
    case "text":
      try writeText("some words (and more\n", to: path)
      setMode(0o755, of: path)
    case "foreign":
      // An ELF file's head for a machine that does not exist.
      try writeBytes(
        [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0] + [UInt8](repeating: 0, count: 8)
          + [2, 0, 0xfe, 0xca, 1, 0, 0, 0] + [UInt8](repeating: 0, count: 200), to: path)
      setMode(0o755, of: path)
    case "failing": try it.placeStub(in: it.repository, exit: 3)
    case "folder": try makeFolder(path)
    default: break
    }
    try it.sandbox.commit("a", in: it.repository)
    let switched = try it.sandbox.run(["git", "switch", "-q", "-c", "b"], in: it.repository)
    #expect(switched.status == 0)
    let pushed = try it.sandbox.run(["git", "push", "-q", "origin", "b"], in: it.repository)
    #expect(pushed.status == 0)
    #expect(
      try it.sandbox.git("rev-parse", "b", in: it.repository)
        == it.sandbox.git("rev-parse", "b", in: it.sandbox.root.appending("origin.git")))
    if ["missing", "plain"].contains(binary) { #expect(pushed.errors == "") }
    #expect(try it.sandbox.git("status", "--porcelain", in: it.repository) == "")
  }
}
