import HookInstall
import SystemPackage
import TestSupport
import Testing

@Suite("Hooks in git's settings")
struct ConfiguredHookTests {
  private func file(_ it: Fixture) -> FilePath { it.repository.pushing(".git/config") }

  private func installation(
    _ it: Fixture, areRun: Bool = true, off: Set<String> = []
  ) throws -> HookInstallation {
    HookInstallation(
      try it.place(), configured: ConfiguredHooks(file: file(it), areRun: areRun, off: off))
  }

  /// What git 2.54 does with a command of its settings: a shell gets it, with the hook's arguments behind.
  private func call(
    _ hook: String, _ arguments: [String] = [], shell: [String] = ["sh"], in folder: FilePath,
    _ it: Fixture, input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    let command = try it.sandbox.git("config", "hook.codex-hook-\(hook).command", in: folder)
    return try it.sandbox.run(
      shell + ["-c", command + " \"$@\"", command] + arguments, in: folder, input: input,
      environment: environment)
  }

  static let files = [
    "[core]\n\tbare = false\n", "[core]\n\tbare = false", "", "\u{feff}[core]\n\tbare = false\n",
    "[core]\r\n\tbare = false\r\n",
    "# ours\n\n[user]\n  name = \"é # ; \\\" x\"\n[hook \"lint\"]\n\tevent = post-commit\n\tcommand = true\n\n",
  ]

  @Test("come and go without another byte being changed", arguments: files)
  func roundTrip(before: String) throws {
    let it = try Fixture()
    let bytes = try readText(file(it)) + before
    let whole = before.hasPrefix("\u{feff}") ? before + (try readText(file(it))) : bytes
    try writeText(whole, to: file(it))
    setMode(0o640, of: file(it))
    let hooks = try it.snapshot()
    let listed = try it.sandbox.git("config", "--list", in: it.repository)
    let install = try installation(it).planInstall(Fixture.recording)
    #expect(install.steps.map(\.path) == [file(it)])
    try HookStep.apply(install.steps)
    #expect(try it.snapshot() == hooks)
    #expect(try installation(it).planInstall(Fixture.recording).steps == [])
    for name in Fixture.recording {
      #expect(try installation(it).status(name) == .configured)
      #expect(
        try it.sandbox.git(
          "config", "--get-all", "hook.codex-hook-\(name).event", in: it.repository)
          == name)
    }
    // What git writes there, and what others add, is not ours.
    try it.sandbox.git("config", "user.email", "else@example.com", in: it.repository)
    try it.sandbox.git("config", "--unset", "user.email", in: it.repository)
    try it.sandbox.git("config", "hook.other.event", "post-commit", in: it.repository)
    try it.sandbox.git("config", "--remove-section", "hook.other", in: it.repository)
    try HookStep.apply(try installation(it, areRun: false).planUninstall().steps)
    #expect(try it.sandbox.git("config", "--list", in: it.repository) == listed)
    #expect(try it.sandbox.run(["stat", "-c", "%a", file(it).string]).line == "640")
    if before.hasSuffix("\n") || before.isEmpty { #expect(try readText(file(it)) == whole) }

    // Without git's own hand in it, it is the same to the last byte.
    try writeText(whole, to: file(it))
    try HookStep.apply(try installation(it).planInstall(Fixture.recording).steps)
    try HookStep.apply(try installation(it).planUninstall().steps)
    #expect(try readText(file(it)) == whole)
    #expect(try installation(it).planUninstall().steps == [])

    // Nor when somebody has put lines above ours.
    if before.hasPrefix("\u{feff}") { return }
    try HookStep.apply(try installation(it).planInstall(Fixture.recording).steps)
    let block = try readText(file(it))
    try writeText("[alias]\n\tst = status\n" + block, to: file(it))
    #expect(try installation(it).planInstall(Fixture.recording).steps.count <= 1)
    try HookStep.apply(try installation(it).planUninstall().steps)
    #expect(try readText(file(it)) == "[alias]\n\tst = status\n" + whole)
  }

  @Test("take the place of hook files, which are as they were before us, and give it back to them")
  func moving() throws {
    let it = try Fixture()
    try it.writeHook("post-commit", "#!/bin/sh\nexit 0\n", mode: 0o755)
    let (hooks, settings) = (try it.snapshot(), try readText(file(it)))
    try it.install(Fixture.names)
    let withFiles = try it.snapshot()
    try HookStep.apply(try installation(it).planInstall(Fixture.names).steps)
    // pre-commit stays a file: it must come after all others.
    #expect(names(in: it.hook("x").removingLastComponent()).contains("pre-commit"))
    #expect(try HookInstallation(it.place()).status("pre-commit").runs)
    #expect(try HookInstallation(it.place()).status("post-commit") == .shadowed(by: nil))
    #expect(try HookInstallation(it.place()).status("post-merge") == .missing)
    for name in Fixture.recording { #expect(try installation(it).status(name) == .configured) }

    // A git that does not know them is in PATH now.
    for name in Fixture.recording {
      #expect(try installation(it, areRun: false).status(name) == .notRead)
    }
    try HookStep.apply(try installation(it, areRun: false).planInstall(Fixture.names).steps)
    #expect(try readText(file(it)) == settings)
    #expect(try it.snapshot() == withFiles)
    try HookStep.apply(try installation(it).planInstall(Fixture.names).steps)
    try HookStep.apply(try installation(it).planUninstall().steps)
    #expect(try readText(file(it)) == settings)
    #expect(try it.snapshot() == hooks)
  }

  @Test("are not doubled where somebody calls us already, and are told where both stand")
  func once() throws {
    let it = try Fixture()
    try it.writeHook("post-commit", "#!/bin/sh\ncodex-hook hook post-commit\n")
    try HookStep.apply(try installation(it).planInstall(Fixture.recording).steps)
    #expect(try installation(it).status("post-commit") == .installed(before: nil))
    #expect(try installation(it).status("post-merge") == .configured)
    try it.install(["post-merge"])
    #expect(try installation(it).status("post-merge") == .twice)
    try HookStep.apply(try installation(it).planInstall(Fixture.recording).steps)
    #expect(try installation(it).status("post-merge") == .configured)
  }

  @Test("stand beside a folder that is not ours to write to, and beside a manager's files")
  func foreignFolders() throws {
    let it = try Fixture()
    try it.sandbox.git("config", "--global", "core.hooksPath", "/etc", in: it.repository)
    let plan = try installation(it).planInstall(Fixture.recording)
    #expect(plan.byHand == [] && plan.steps.count == 1)
    try it.sandbox.git("config", "--global", "core.hooksPath", ".husky/_", in: it.repository)
    #expect(try installation(it).planInstall(Fixture.recording).byHand == [])
    // No hooks at all is what somebody wants who says so.
    try it.sandbox.git("config", "--global", "core.hooksPath", "/dev/null", in: it.repository)
    #expect(try installation(it).planInstall(Fixture.recording).steps == [])
  }

  @Test("stay switched off by whoever has switched them off, over an upgrade too")
  func switchedOff() throws {
    let it = try Fixture()
    try HookStep.apply(try installation(it).planInstall(Fixture.recording).steps)
    let key = "hook.codex-hook-post-applypatch.enabled"
    try it.sandbox.git("config", key, "false", in: it.repository)
    #expect(
      try installation(it, off: ["post-applypatch"]).status("post-applypatch") == .switchedOff)
    let older = try readText(file(it)).replacing("exit 0; d=", with: "exit 0; older; d=")
    try writeText(older, to: file(it))
    #expect(try installation(it).status("post-merge") == .otherVersion)
    try HookStep.apply(try installation(it).planInstall(Fixture.recording).steps)
    #expect(try installation(it).status("post-merge") == .configured)
    #expect(try it.sandbox.git("config", key, in: it.repository) == "false")
    try HookStep.apply(try installation(it).planUninstall().steps)
    #expect(try it.sandbox.run(["git", "config", key], in: it.repository).status == 1)
  }

  @Test("are not written while git holds its lock, nor over what has changed since")
  func locked() throws {
    let it = try Fixture()
    let before = try readText(file(it))
    let steps = try installation(it).planInstall(Fixture.recording).steps
    let lock = FilePath(file(it).string + ".lock")
    try writeText("", to: lock)
    #expect(throws: HookInstallError.self) { try HookStep.apply(steps) }
    _ = try it.sandbox.run(["rm", lock.string])
    try appendText("[a]\n\tb = c\n", to: file(it))
    #expect(throws: HookInstallError.self) { try HookStep.apply(steps) }
    #expect(try readText(file(it)) == before + "[a]\n\tb = c\n")
    #expect(!exists(lock))
  }

  @Test(
    "run the clone's binary with arguments and input, in every work tree and by every shell",
    arguments: [["sh"], ["dash"], ["busybox", "sh"]],
    ["repo", "with blank's \"quoted\" and größe 漢字 $HOME `x`"])
  func command(shell: [String], name: String) throws {
    let it = try Fixture(name)
    guard try it.sandbox.run(shell + ["-c", "exit 0"]).status == 0 else { return }
    try it.sandbox.commit("a", in: it.repository)
    try HookStep.apply(try installation(it).planInstall(Fixture.recording).steps)
    let pushed = try call(
      "pre-push", ["origin", "a b"], shell: shell, in: it.repository, it, input: "one\ntwo\n")
    #expect(pushed.status == 0 && pushed.errors == "", "\(pushed.errors)")
    #expect(try it.calls() == "pre-push origin a b\n<one\n<two\n")
    try it.forget()

    let linked = it.sandbox.root.appending("linked tree")
    try it.sandbox.git("worktree", "add", "-q", "-b", "l", linked.string, in: it.repository)
    let gitDirectory = try it.sandbox.git("rev-parse", "--absolute-git-dir", in: linked)
    let outcome = try call(
      "post-commit", shell: shell, in: linked, it, environment: ["GIT_DIR": gitDirectory])
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
    #expect(try it.calls() == "post-commit\n")
    try it.forget()
    // As git does it for a work tree that it has just made.
    _ = try call("post-checkout", ["0", "1", "1"], shell: shell, in: linked, it)
    #expect(try it.calls() == "post-checkout 0 1 1\n")
    try it.forget()
    _ = try call(
      "post-commit", shell: shell, in: it.repository, it, environment: ["CODEX_HOOK": "0"])
    #expect(try it.calls() == "")

    // Whatever becomes of the binary, git goes on.
    let binary = BinaryPlace.binary(in: try it.store(of: it.repository))
    try it.placeStub(in: it.repository, exit: 3)
    #expect(try call("pre-push", shell: shell, in: it.repository, it).status == 0)
    try writeText("some words (and more\n", to: binary)
    setMode(0o755, of: binary)
    #expect(try call("pre-push", shell: shell, in: it.repository, it).status == 0)
    _ = try it.sandbox.run(["rm", binary.string])
    let missing = try call("pre-push", shell: shell, in: it.repository, it)
    #expect(missing.status == 0 && missing.errors == "")
  }
}
