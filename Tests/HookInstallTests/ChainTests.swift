import HookInstall
import SystemPackage
import TestSupport
import Testing

@Suite("Hooks that were there before")
struct ChainTests {
  @Test(
    "keep their arguments, all of their input and their exit code; ours gets the input too",
    arguments: [
      ("#!/bin/sh\n", "cat >\"$OUT\"; echo \"$*\" >>\"$OUT\"; exit 7"),
      (
        "#!/usr/bin/env python3\n",
        "import os,sys\nopen(os.environ['OUT'],'w').write(sys.stdin.read()+' '.join(sys.argv[1:])+'\\n')\nsys.exit(7)"
      ),
    ])
  func pushInput(interpreter: String, body: String) throws {
    let it = try Fixture()
    try it.addOrigin()
    let out = it.sandbox.root.appending("out")
    try it.writeHook("pre-push", interpreter + body + "\n")
    try it.install()
    try it.sandbox.commit("a", in: it.repository)
    try it.forget()
    for index in 0..<300 { try it.sandbox.git("branch", "b\(index)", in: it.repository) }
    let pushed = try it.sandbox.run(
      ["git", "push", "-q", "--all", "origin"], in: it.repository,
      environment: ["OUT": out.string])
    #expect(pushed.status == 1)
    let ours = try it.calls().split(separator: "\n").filter { $0.hasPrefix("<") }
    let theirs = try readText(out).split(separator: "\n")
    #expect(ours.count == 301)
    #expect(theirs.dropLast().map { "<\($0)" } == ours.map(String.init))
    #expect(theirs.last == "origin \(it.sandbox.root.appending("origin.git"))")

    // The same hook, called by hand, ends as theirs does.
    let direct = try it.sandbox.run(
      [it.hook("pre-push").string], in: it.repository, input: "x\n",
      environment: ["OUT": out.string])
    #expect(direct.status == 7)
  }

  @Test(
    "a hook finds its own name, or the files beside it, as before",
    arguments: [
      ("#!/bin/sh\necho \"$(basename \"$0\")\"\n", "post-commit\n"),
      (
        "#!/usr/bin/env python3\nimport os,sys\nprint(os.path.basename(sys.argv[0]))\n",
        "post-commit\n"
      ),
      ("#!/bin/sh\n. \"$(dirname \"$0\")/beside\"\n", "beside\n"),
    ])
  func ownName(script: String, says: String) throws {
    let it = try Fixture()
    let shared = it.sandbox.root.appending("dispatch")
    try writeText(script, to: shared, mode: [.ownerReadWriteExecute])
    try it.writeHook("beside", "echo beside\n", mode: 0o644)
    _ = try it.sandbox.run(["ln", "-s", "../../../dispatch", it.hook("post-commit").string])
    let before = try it.snapshot()
    try it.install(["post-commit"])
    #expect(try it.install(["post-commit"]).steps == [])
    let outcome = try it.sandbox.run([it.hook("post-commit").string], in: it.repository)
    #expect(outcome.output == says)
    #expect(try it.calls() == "post-commit\n")
    try it.uninstall()
    #expect(try it.snapshot() == before)
  }

  @Test("lines that others append to ours run, with all of the input")
  func appended() throws {
    let it = try Fixture()
    try it.install(["pre-push"])
    try appendText("cat\nexit 5\n", to: it.hook("pre-push"))
    let outcome = try it.sandbox.run(
      [it.hook("pre-push").string, "r"], in: it.repository, input: "one\ntwo\n")
    #expect(outcome.status == 5)
    #expect(outcome.output == "one\ntwo\n")
    #expect(try it.calls() == "pre-push r\n<one\n<two\n")
    // An install leaves them, an uninstall leaves them and takes ours.
    #expect(try it.install(["pre-push"]).steps == [])
    try it.uninstall()
    #expect(try readText(it.hook("pre-push")) == "#!/bin/sh\ncat\nexit 5\n")
  }

  @Test("a pre-commit that refuses keeps ours from running; one that passes lets it")
  func preCommit() throws {
    let it = try Fixture()
    try it.writeHook("pre-commit", "#!/bin/sh\nexit ${REFUSE:-0}\n")
    try it.install(["pre-commit"])
    let refused = try it.sandbox.run(
      ["git", "commit", "-q", "--allow-empty", "-m", "x"], in: it.repository,
      environment: ["REFUSE": "1"])
    #expect(refused.status == 1)
    #expect(try it.calls() == "")
    try it.sandbox.git("commit", "-q", "--allow-empty", "-m", "x", in: it.repository)
    #expect(try it.calls() == "pre-commit\n")
  }

  @Test("install twice is install once, and uninstall gives back every byte, mode and link")
  func roundTrip() throws {
    let it = try Fixture()
    try it.writeHook("post-commit", "#!/usr/bin/env python3\nprint('é')", mode: 0o710)
    try it.writeHook("post-merge", "#!/bin/sh\nexit 0\r\n", mode: 0o644)
    try writeBytes([0x7f, 0x45, 0x4c, 0x46, 0, 255, 10], to: it.hook("post-rewrite"))
    try writeText("#!/bin/sh\nexit 0\n", to: it.sandbox.root.appending("shared-hook"))
    let linked = it.hook("pre-push").string
    _ = try it.sandbox.run(["ln", "-s", "../../../shared-hook", linked])
    _ = try it.sandbox.run(["ln", "-s", "nowhere", it.hook("post-checkout").string])
    let before = try it.snapshot()

    try it.install(Fixture.names)
    let after = try it.snapshot()
    #expect(after != before)
    for name in Fixture.names {
      let status = try HookInstallation(it.place()).status(name)
      #expect(status.runs, "\(name): \(status)")
    }
    #expect(try it.install(Fixture.names).steps == [])
    #expect(try it.snapshot() == after)
    try it.uninstall()
    #expect(try it.snapshot() == before)
    #expect(try it.uninstall().steps == [])
  }

  @Test("a hook that calls us by a person's own line is left alone")
  func calledByHand() throws {
    let it = try Fixture()
    try it.writeHook("post-commit", "#!/bin/sh\nmake tags\ncodex-hook hook post-commit\n")
    #expect(try it.install(["post-commit"]).steps == [])
    #expect(try HookInstallation(it.place()).status("post-commit") == .installed(before: nil))
  }

  @Test("an older version's hook is brought up to date, and what others appended stays")
  func upgrade() throws {
    let it = try Fixture()
    try it.install(["post-commit"])
    let current = try readText(it.hook("post-commit"))
    let begin = "#!/bin/sh\n# codex-hook: begin. Older.\nexit 0\n# codex-hook: end.\n"
    try it.writeHook("post-commit", begin + "echo theirs\n", mode: 0o700)
    #expect(try HookInstallation(it.place()).status("post-commit") == .otherVersion)
    try it.install(["post-commit"])
    #expect(try readText(it.hook("post-commit")) == current + "echo theirs\n")
    let mode = try it.sandbox.run(["stat", "-c", "%a", it.hook("post-commit").string]).line
    #expect(mode == "700")
  }

  @Test("a hook that somebody put over ours is told from the one that was kept")
  func replaced() throws {
    let it = try Fixture()
    try it.writeHook("post-commit", "#!/bin/sh\n: one\n")
    try it.install(["post-commit"])
    try it.writeHook("post-commit", "#!/bin/sh\n: two\n")
    #expect(try HookInstallation(it.place()).status("post-commit") == .shadowed(by: nil))
    let plan = try it.install(["post-commit"])
    #expect(plan.steps == [])
    #expect(plan.remarks.count == 1)
    #expect(try it.uninstall().remarks.count == 1)
    // The very hook that is kept, put back by its own installer, is chained again.
    try it.writeHook("post-commit", "#!/bin/sh\n: one\n")
    #expect(try it.install(["post-commit"]).steps.count == 1)
    try it.uninstall()
    #expect(try readText(it.hook("post-commit")) == "#!/bin/sh\n: one\n")
    #expect(!names(in: it.hook("x").removingLastComponent()).contains { $0.contains("codex") })
  }

  @Test("nothing is half done when a step fails")
  func undone() throws {
    let it = try Fixture()
    try it.writeHook("post-commit", "#!/bin/sh\n: basename\n", mode: 0o750)
    let before = try it.snapshot()
    var steps = try HookInstallation(it.place()).planInstall(Fixture.recording).steps
    let blocked = it.sandbox.root.appending("file")
    try writeText("", to: blocked)
    steps.append(.write(blocked.appending("post-x"), content: [], mode: 0o755))
    let failure = #expect(throws: HookInstallError.self) { try HookStep.apply(steps) }
    #expect(failure?.left == [])
    #expect(try it.snapshot() == before)

    try it.install()
    let installed = try it.snapshot()
    var removal = try HookInstallation(it.place()).planUninstall().steps
    removal.append(.remove(it.hook("not-there")))
    #expect(throws: HookInstallError.self) { try HookStep.apply(removal) }
    #expect(try it.snapshot() == installed)
  }
}
