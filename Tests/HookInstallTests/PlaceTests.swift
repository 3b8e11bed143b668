import HookInstall
import SystemPackage
import TestSupport
import Testing

@Suite("Folders where git looks for hooks")
struct PlaceTests {
  @Test(
    "the repository's own hooksPath, relative or absolute, is written to",
    arguments: [".githooks", "absolute"])
  func own(kind: String) throws {
    let it = try Fixture()
    let folder =
      kind == "absolute"
      ? it.sandbox.root.appending("my hooks") : it.repository.appending(".githooks")
    try it.sandbox.git(
      "config", "core.hooksPath", kind == "absolute" ? folder.string : kind, in: it.repository)
    let plan = try it.install(["post-commit", "pre-push"])
    #expect(plan.byHand == [])
    #expect(
      plan.toIgnore
        == (kind == "absolute" ? [] : [".githooks/post-commit", ".githooks/pre-push"]))
    try appendText(
      plan.toIgnore.joined(separator: "\n") + "\n",
      to: it.repository.pushing(".git/info/exclude"))
    try it.sandbox.commit("a", in: it.repository)
    #expect(try it.calls() == "post-commit\n")
    #expect(try it.sandbox.git("status", "--porcelain", in: it.repository) == "")
    if kind == "absolute" {
      let linked = it.sandbox.root.appending("linked")
      try it.sandbox.git("worktree", "add", "-q", linked.string, in: it.repository)
      try it.forget()
      try it.sandbox.commit("b", in: linked)
      #expect(try it.calls() == "post-commit\n")
    }
    try it.uninstall()
    #expect(names(in: folder) == [])
  }

  @Test("a hooksPath from the user's configuration is never written to, and the lines are given")
  func global() throws {
    let it = try Fixture()
    let folder = it.sandbox.root.appending("everybody's hooks")
    try makeFolder(folder)
    try it.sandbox.git("config", "--global", "core.hooksPath", folder.string, in: it.repository)
    let plan = try it.install(["post-commit"])
    #expect(plan.steps == [])
    #expect(names(in: folder) == [])
    let lines = try #require(plan.byHand.first)
    #expect(lines.file == folder.appending("post-commit").string)
    #expect(try HookInstallation(it.place()).status("post-commit") == .shadowed(by: nil))

    // The lines do what they promise, also where the binary is not on PATH.
    try writeText(lines.text, to: folder.appending("post-commit"))
    setMode(0o755, of: folder.appending("post-commit"))
    try it.sandbox.commit("a", in: it.repository)
    #expect(try it.calls() == "")
    try it.sandbox.git(
      "commit", "-q", "--allow-empty", "-m", "b", in: it.repository,
      environment: ["PATH": try withBinary(it)])
    #expect(try it.calls() == "post-commit\n")
    #expect(try HookInstallation(it.place()).status("post-commit").runs)
    #expect(try it.install(["post-commit"]).byHand == [])
    #expect(try it.uninstall().remarks.count == 1)
  }

  @Test("hook files that git tracks are left alone, and the lines for them work")
  func tracked() throws {
    let it = try Fixture()
    try it.sandbox.git("config", "core.hooksPath", "hooks", in: it.repository)
    try it.sandbox.commit(
      "hooks/pre-push", in: it.repository, content: "#!/bin/sh\ncat >>'\(it.log)'\n")
    let path = it.repository.pushing("hooks/pre-push")
    setMode(0o755, of: path)
    try it.sandbox.git("commit", "-aqm", "mode", in: it.repository)
    let plan = try it.install(["post-commit", "pre-push"])
    #expect(plan.steps == [])
    #expect(plan.byHand.map(\.hook) == ["post-commit", "pre-push"])
    let theirs = try readText(path)
    try writeText("#!/bin/sh\n" + plan.byHand[1].text + "cat >>'\(it.log)'\n", to: path)
    let outcome = try it.sandbox.run(
      [path.string, "r"], in: it.repository, input: "line\n",
      environment: ["PATH": try withBinary(it)])
    #expect(outcome.status == 0)
    #expect(try it.calls() == "pre-push r\nline\n")
    #expect(theirs.hasSuffix("cat >>'\(it.log)'\n"))
  }

  @Test("husky's folder is left alone; its own file is named", arguments: [".husky/_", ".husky"])
  func husky(folder: String) throws {
    let it = try Fixture()
    try it.sandbox.git("config", "core.hooksPath", folder, in: it.repository)
    // As husky 9 lays it out: a shared script that runs the file one folder up.
    let hooks = it.repository.pushing(FilePath(folder))
    try makeFolder(hooks)
    let plan = try it.install(["post-commit", "pre-push"])
    #expect(plan.steps == [])
    #expect(names(in: hooks) == [])
    #expect(plan.byHand.map(\.file) == [".husky/post-commit", ".husky/pre-push"])
    #expect(try HookInstallation(it.place()).status("post-commit") == .shadowed(by: .husky))
    guard folder == ".husky/_" else { return }
    try writeText(
      """
      #!/usr/bin/env sh
      n=$(basename "$0")
      s=$(dirname "$(dirname "$0")")/$n
      [ ! -f "$s" ] && exit 0
      sh -e "$s" "$@"

      """, to: hooks.appending("post-commit"), mode: [.ownerReadWriteExecute])
    try writeText(plan.byHand[0].text, to: it.repository.pushing(".husky/post-commit"))
    try it.sandbox.git(
      "commit", "-q", "--allow-empty", "-m", "b", in: it.repository,
      environment: ["PATH": try withBinary(it)])
    #expect(try it.calls() == "post-commit\n")
    #expect(try HookInstallation(it.place()).status("post-commit") == .through(.husky))
  }

  @Test(
    "files that a manager made are left as they are, without the manager at hand too",
    arguments: [
      (
        HookManager.lefthook, "#!/bin/sh\ncall_lefthook run \"post-commit\" \"$@\"\n",
        "post-commit:\n"
      ),
      (
        .overcommit, "#!/usr/bin/env ruby\n# Entrypoint for Overcommit hook integration.\n",
        "PostCommit:\n"
      ),
    ])
  func generated(manager: HookManager, file: String, snippet: String) throws {
    let it = try Fixture()
    // Overcommit makes every hook a link to one file.
    try writeText(file, to: it.hook("one-for-all"), mode: [.ownerReadWriteExecute])
    _ = try it.sandbox.run(["ln", "-s", "one-for-all", it.hook("post-commit").string])
    let before = try it.snapshot()
    let plan = try it.install(["post-commit"])
    #expect(plan.byHand.first?.text.hasPrefix(snippet) == true)
    #expect(try readText(it.hook("post-commit")) == file)
    #expect(try HookInstallation(it.place()).status("post-commit") == .shadowed(by: manager))
    #expect(try it.install(["post-commit"]).steps == [])
    try it.uninstall()
    #expect(try it.snapshot() == before)
  }

  @Test("hooks that are switched off stay off")
  func noFolder() throws {
    let it = try Fixture()
    try it.sandbox.git("config", "core.hooksPath", "/dev/null", in: it.repository)
    let plan = try it.install(["post-commit"])
    #expect(plan.steps == [])
    #expect(plan.byHand == [])
    #expect(plan.remarks.count == 1)
    #expect(try HookInstallation(it.place()).status("post-commit") == .shadowed(by: nil))
    #expect(try it.uninstall().steps == [])
  }

  /// A PATH on which the stub is `codex-hook`.
  private func withBinary(_ it: Fixture) throws -> String {
    let bin = BinaryPlace.binary(in: try it.store(of: it.repository)).removingLastComponent()
    return "\(bin):\(it.sandbox.environment["PATH"] ?? "")"
  }
}

@Suite("The binary's place")
struct BinaryPlaceTests {
  @Test("it is copied once, and again only when it differs")
  func copies() throws {
    let sandbox = try Sandbox()
    let (source, store) = (sandbox.root.appending("built"), sandbox.root.appending("store"))
    try writeText("one", to: source)
    #expect(try BinaryPlace.install(from: source, store: store))
    #expect(try !BinaryPlace.install(from: source, store: store))
    try writeText("two", to: source)
    #expect(try BinaryPlace.install(from: source, store: store))
    let binary = BinaryPlace.binary(in: store)
    #expect(try readText(binary) == "two")
    #expect(try sandbox.run(["stat", "-c", "%a", binary.string]).line == "755")
    #expect(names(in: binary.removingLastComponent()) == ["codex-hook"])
  }

  @Test("what cannot be read or written is said, and leaves no folder")
  func refusals() throws {
    let sandbox = try Sandbox()
    let store = sandbox.root.appending("store")
    let failure = #expect(throws: HookInstallError.self) {
      try BinaryPlace.install(from: sandbox.root.appending("none"), store: store)
    }
    #expect(
      failure?.description
        == "cannot read \(sandbox.root.appending("none")): No such file or directory; nothing was changed"
    )
    #expect(!exists(store))
  }

  @Test("the link on PATH is made, kept, mended and removed, and never replaces what is not ours")
  func links() throws {
    let sandbox = try Sandbox()
    let folder = sandbox.root.pushing("home/.local/bin")
    let path = folder.appending("codex-hook")
    let source = sandbox.root.appending("built")
    try writeText("#!/bin/sh\n", to: source)
    let one = sandbox.root.pushing("one/codex-hook")
    let other = sandbox.root.pushing("other/codex-hook")
    for store in [one, other] { try BinaryPlace.install(from: source, store: store) }

    #expect(try BinaryPlace.link(to: one, in: folder) == .made(path))
    #expect(try BinaryPlace.link(to: one, in: folder) == .unchanged(path))
    #expect(try BinaryPlace.link(to: other, in: folder) == .unchanged(path))
    #expect(try !BinaryPlace.removeLink(from: other, in: folder))
    removeTree(one)
    #expect(try BinaryPlace.link(to: other, in: folder) == .made(path))
    #expect(try BinaryPlace.removeLink(from: other, in: folder))
    #expect(names(in: folder) == [])

    try writeText("mine", to: path)
    #expect(try BinaryPlace.link(to: other, in: folder) == .foreign(path))
    #expect(try !BinaryPlace.removeLink(from: other, in: folder))
    #expect(try readText(path) == "mine")
    #expect(BinaryPlace.linkFolder(isRoot: true, home: nil) == "/usr/local/bin")
    #expect(BinaryPlace.linkFolder(isRoot: false, home: "/home/a") == "/home/a/.local/bin")
  }
}
