import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Work trees, pushes and repositories that are not as most are")
struct WorkflowPlaceTests {
  @Test("a commit in a linked work tree is one event, seen from every work tree at once")
  func linked() throws {
    let clone = try Clone()
    try clone.commit("base")
    let top = clone.sandbox.root.appending("other")
    try clone.git("worktree", "add", "-q", "-b", "side", top.string)
    let other = Clone(at: top, in: clone.sandbox)
    let before = try clone.commits()
    try other.commit("theirs", message: "made next door")
    #expect(try clone.commits().count == before.count + 1)
    #expect(try clone.done("log") == other.done("log"))
    #expect(try clone.done("log").contains("made next door"))
    #expect(try other.copy() == clone.journal())
    #expect(try clone.status() == "" && other.status() == "")
  }

  @Test("commits that no hook saw are recorded at the push, oldest first")
  func unseen() throws {
    let clone = try Clone()
    try clone.commit("base")
    try clone.addOrigin()
    let new = try clone.recorded {
      try clone.script(
        """
        git -c core.hooksPath=/dev/null commit -q --allow-empty -m "hooks off"
        git update-ref refs/heads/main "$(git commit-tree -p HEAD -m plumbing 'HEAD^{tree}')"
        git push -q origin main
        """)
    }
    #expect(new.map(\.message) == ["hooks off", "plumbing"])
  }

  @Test(
    "a push that brings nothing records nothing and writes no file",
    arguments: [
      "push -q origin main", "push -q --dry-run origin HEAD:refs/heads/new",
      "push -q origin :side", "push -q origin main:refs/heads/known",
    ])
  func emptyPush(command: String) throws {
    let clone = try Clone()
    try clone.commit("base")
    try clone.addOrigin()
    try clone.git("push", "-q", "origin", "main", "main:side")
    let before = try clone.contents(of: clone.folder)
    let times = try clone.listing(of: clone.folder).split(separator: "\n").dropFirst()
    let new = try clone.recorded { try clone.script("git \(command)") }
    #expect(new == [])
    #expect(try clone.contents(of: clone.folder) == before)
    #expect(try clone.listing(of: clone.folder).split(separator: "\n").dropFirst() == times)
  }

  @Test(
    "a push goes through whatever stands in the binary's place",
    arguments: ["missing", "text", "other machine", "folder", "not executable"])
  func brokenBinary(what: String) throws {
    let clone = try Clone()
    try clone.commit("base")
    try clone.addOrigin()
    let binary = try clone.store.pushing("bin/codex-hook")
    try clone.sandbox.run(["rm", binary.string]).expectSuccess()
    switch what {
    case "text": try writeText("no program\n", to: binary, mode: [.ownerReadWriteExecute])
    case "not executable": try writeText("no program\n", to: binary)
    case "folder": try makeFolder(binary)
    case "other machine":
      // An ELF file of a machine that nobody has, with as much of a body as a program would have.
      let head: [UInt8] = [
        0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0xad, 0xde,
      ]
      try writeBytes(
        head + (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) }, to: binary,
        mode: [.ownerReadWriteExecute])
    default: break
    }
    let hook = try readBytes(clone.root.pushing(".git/hooks/pre-push"))
    #expect(hook.starts(with: Array("#!/bin/sh\n".utf8)) && !hook.contains(0x0d))
    // The command must not be found by its name either.
    let outcome = try clone.sandbox.run(
      ["git", "push", "-q", "origin", "main"], in: clone.root,
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(outcome.status == 0)
    #expect(
      try clone.git("ls-remote", "origin", "refs/heads/main").hasPrefix(clone.list("main")[0]))
  }

  @Test("three work trees, fifteen commits each at the same time, are forty-five events")
  func concurrent() throws {
    let clone = try Clone()
    try clone.commit("base")
    var trees = [clone.root]
    for name in ["one", "two"] {
      let top = clone.sandbox.root.appending(name)
      try clone.git("worktree", "add", "-q", "-b", name, top.string)
      trees.append(top)
    }
    let before = try clone.commits().count
    let loop = "for i in $(seq 15); do echo $i >f; git add f; git commit -qm \"$1 $i\"; done"
    let running = try trees.map { tree in
      try clone.sandbox.start(["sh", "-euc", loop, "sh", tree.lastComponent!.string], in: tree)
    }
    for process in running {
      let outcome = try process.wait()
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
    }
    let new = try clone.commits().dropFirst(before)
    #expect(new.count == 45)
    #expect(
      Set(new.map(\.sha))
        == Set(try clone.list("main", "one", "two")).subtracting(try clone.list("main~15")))
    try clone.done("validate")
    for tree in trees { #expect(try Clone(at: tree, in: clone.sandbox).status() == "") }
  }

  @Test("a sha256 repository, which libgit2 does not open")
  func sha256() throws {
    let sandbox = try Sandbox()
    let root = sandbox.root.appending("wide")
    try sandbox.git("init", "-q", "--object-format=sha256", root.string, in: sandbox.root)
    let clone = Clone(at: root, in: sandbox)
    try clone.install()
    try clone.commit("one")
    let new = try clone.recorded {
      try clone.script("git commit -q --amend -m again; git commit -q --allow-empty -m two")
    }
    #expect(new.map(\.sha) == (try clone.list("HEAD")).reversed())
    #expect(new.map(\.message) == ["again", "two"])
    #expect(new[0].sha.utf8.count == 64 && new[0].replaces.count == 1)
  }

  @Test(
    "a partial and sparse clone, a shallow one",
    arguments: ["--filter=blob:none --sparse", "--filter=tree:0", "--depth=1"])
  func reducedClone(options: String) throws {
    let sandbox = try Sandbox()
    let server = Clone(at: try sandbox.repository("server"), in: sandbox)
    try server.script(
      """
      git config uploadpack.allowFilter true
      for f in a b c; do mkdir -p $f; echo $f >$f/file; git add .; git commit -qm $f; done
      """)
    try sandbox.run(
      ["sh", "-euc", "git clone -q \(options) file://\(server.root) reduced"], in: sandbox.root
    ).expectSuccess()
    let clone = Clone(at: sandbox.root.appending("reduced"), in: sandbox)
    try clone.install()
    let new = try clone.recorded {
      try clone.script(
        "echo x >x; git add --sparse x; git commit -qm x; git push -q origin HEAD:new")
    }
    #expect(new.map(\.message) == ["x"])
    #expect(new.map(\.files) == [1])
  }

  @Test("a work tree that GIT_WORK_TREE and GIT_DIR name")
  func namedWorkTree() throws {
    let sandbox = try Sandbox()
    let root = sandbox.root.appending("tree")
    let directory = sandbox.root.appending("elsewhere.git")
    try makeFolder(root)
    try sandbox.git("init", "-q", "--bare", directory.string, in: sandbox.root)
    try sandbox.git("config", "core.bare", "false", in: directory)
    let names = ["GIT_DIR": directory.string, "GIT_WORK_TREE": root.string]
    let clone = Clone(at: root, in: sandbox)
    try clone.done("install", environment: names)
    try clone.script("echo a >a; git add a; git commit -qm a", environment: names)
    let lines = try Clone.lines(directory.pushing("codex-hook/journal.ndjson"))
    #expect(try lines.compactMap { try RecordedCommit($0)?.files } == [1])
    #expect(try clone.git("status", "--porcelain", "-uall", environment: names) == "")
    #expect(exists(clone.folder.appending("summary.md")))
  }

  @Test("a repository of another user that git trusts", .enabled(if: geteuid() == 0))
  func foreignOwner() throws {
    let clone = try Clone()
    try clone.commit("base")
    try clone.sandbox.run(["chown", "-R", "65534:65534", clone.root.string]).expectSuccess()
    try clone.git("config", "--global", "--add", "safe.directory", clone.root.string)
    let new = try clone.recorded { try clone.commit("ours") }
    #expect(new.map(\.message) == ["add ours"])
  }
}
