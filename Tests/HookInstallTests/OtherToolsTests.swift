import HookInstall
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A hook tool as its users know it: how it comes, how it goes, and how its work shows.
enum Tool: String, CaseIterable, Sendable {
  case lefthook
  case preCommit = "pre-commit"
  case prek
  case lfs = "git-lfs"

  /// PATH, after the folder `CODEX_HOOK_TEST_TOOLS` where lefthook and pre-commit may be installed.
  static var path: String {
    let tools = getenv("CODEX_HOOK_TEST_TOOLS").map { String(cString: $0) + ":" } ?? ""
    return tools + (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin")
  }

  /// Whether the tool is on that PATH.
  var isThere: Bool {
    Self.path.split(separator: ":").contains { exists(FilePath(String($0)).appending(rawValue)) }
  }
}

@Suite("Beside other tools")
struct OtherToolsTests {
  /// Two things come in one order and go in another: `true` is ours first.
  static let orders = [(true, true), (true, false), (false, true), (false, false)]

  @Test(
    "lefthook runs us by its snippet, whoever came or goes first",
    .enabled(if: Tool.lefthook.isThere),
    arguments: orders)
  func lefthook(oursFirst: Bool, oursGoesFirst: Bool) throws {
    let (it, before) = try start()
    let settings = it.repository.appending("lefthook-local.yml")
    try writeText(
      "post-commit:\n  commands:\n    t:\n      run: echo tool >>'\(it.log)'\n",
      to: it.repository.appending("lefthook.yml"))
    if oursFirst { try it.install() }
    try run(it, "lefthook", "install")
    let plan = try it.install()
    #expect(plan.byHand.map(\.hook) == ["post-commit"])
    #expect(try HookInstallation(it.place()).status("post-commit") == .shadowed(by: .lefthook))
    try writeText(try #require(plan.byHand.first).text, to: settings)
    #expect(try HookInstallation(it.place()).status("post-commit") == .through(.lefthook))
    #expect(try it.install().byHand == [])
    try commit(it)
    #expect(try called(it) == ["post-commit", "tool"])

    if oursGoesFirst {
      try it.uninstall()
      _ = try it.sandbox.run(["rm", settings.string])
      try commit(it)
      #expect(try called(it) == ["tool"])
      try run(it, "lefthook", "uninstall")
    } else {
      try run(it, "lefthook", "uninstall")
      try commit(it)
      #expect(try called(it) == ["post-commit"])
      try it.uninstall()
    }
    #expect(try it.snapshot() == before)
  }

  @Test(
    "pre-commit runs us, whoever came or goes first",
    arguments: [Tool.preCommit, .prek].filter(\.isThere), orders)
  func preCommit(tool: Tool, order: (oursFirst: Bool, oursGoesFirst: Bool)) throws {
    let (it, before) = try start()
    let (oursFirst, oursGoesFirst) = order
    try writeText(
      """
      default_install_hook_types: [post-commit, pre-push]
      repos:
      - repo: local
        hooks:
        - id: t
          name: t
          entry: sh -c 'echo tool >>"$LOG"'
          language: system
          stages: [post-commit, pre-push]
          always_run: true
          pass_filenames: false

      """, to: it.repository.appending(".pre-commit-config.yaml"))
    try it.sandbox.git("add", "-A", in: it.repository)
    try it.addOrigin()
    if oursFirst { try it.install() }
    try run(it, tool.rawValue, "install")
    #expect(try it.install().byHand == [])
    #expect(try it.install().steps == [])
    #expect(
      try HookInstallation(it.place()).status("post-commit")
        == .through(tool == .prek ? .prek : .preCommit))
    try commit(it)
    #expect(try called(it) == ["post-commit", "tool"])
    try run(it, "git", "push", "-q", "origin", "main")
    let pushed = try called(it)
    #expect(pushed.count == 3, "\(pushed)")
    #expect(pushed.contains { $0.hasPrefix("<refs/heads/main ") })

    if oursGoesFirst {
      try it.uninstall()
      try commit(it)
      #expect(try called(it) == ["tool"])
      try run(it, tool.rawValue, "uninstall")
    } else {
      try run(it, tool.rawValue, "uninstall")
      try commit(it)
      #expect(try called(it) == ["post-commit"])
      try it.uninstall()
    }
    #expect(try it.snapshot() == before)
  }

  @Test(
    "git-lfs uploads its objects and we record, whoever came or goes first",
    .enabled(if: Tool.lfs.isThere),
    arguments: orders)
  func lfs(oursFirst: Bool, oursGoesFirst: Bool) throws {
    let (it, before) = try start()
    try it.addOrigin()
    let origin = it.sandbox.root.appending("origin.git")
    try run(it, "git", "remote", "set-url", "origin", "file://\(origin)")
    if oursFirst {
      try it.install()
      // git-lfs refuses where any hook stands; its own way out is to overwrite it.
      let refused = try it.sandbox.run(["git", "lfs", "install", "--local"], in: it.repository)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("run `codex-hook install`: both run"))
      try run(it, "git", "lfs", "install", "--local", "--force")
      try run(it, "git", "lfs", "update", "--force")
      #expect(try HookInstallation(it.place()).status("pre-push") == .shadowed(by: nil))
    } else {
      try run(it, "git", "lfs", "install", "--local")
    }
    let theirs = try it.snapshot()
    try it.install()
    try writeText("*.bin filter=lfs -text\n", to: it.repository.appending(".gitattributes"))
    func push(_ text: String) throws -> Int {
      try writeText(text, to: it.repository.appending("a.bin"))
      try run(it, "git", "add", "-A")
      try run(it, "git", "commit", "-q", "-m", text)
      try run(it, "git", "push", "-q", "origin", "main")
      return try it.sandbox.run(
        ["find", origin.appending("lfs").string, "-type", "f", "-size", "\(text.utf8.count)c"]
      ).output.split(separator: "\n").count
    }
    #expect(try push("twelve bytes") == 1)
    let calls = try called(it).filter { !$0.hasPrefix("post-checkout") }
    #expect(calls.count == 3, "\(calls)")

    if oursGoesFirst {
      try it.uninstall()
      if !oursFirst { #expect(try it.snapshot() == theirs) }
      #expect(try push("more than twelve") == 1)
      try run(it, "git", "lfs", "uninstall", "--local")
    } else {
      // It leaves hooks that are not its own alone, so its part goes when it is asked again after ours.
      try run(it, "git", "lfs", "uninstall", "--local")
      try commit(it)
      #expect(try called(it) == ["post-commit"])
      try it.uninstall()
      try run(it, "git", "lfs", "uninstall", "--local")
    }
    #expect(try it.snapshot() == before)
  }

  @Test(
    "the lines that git-lfs asks people to add to a hook work in ours",
    .enabled(if: Tool.lfs.isThere))
  func lfsByHand() throws {
    let it = try Fixture()
    try it.install(["pre-push"])
    let fake = it.sandbox.root.appending("fake")
    try makeFolder(fake)
    try writeText(
      "#!/bin/sh\necho \"lfs $*\" >>'\(it.log)'\nsed 's/^/lfs</' >>'\(it.log)'\nexit 2\n",
      to: fake.appending("git-lfs"), mode: [.ownerReadWriteExecute])
    let advice = try it.sandbox.run(["git", "lfs", "update", "--manual"], in: it.repository).output
    let lines = advice.split(separator: "\n").prefix { !$0.contains("post-checkout'") }
      .filter { $0.hasPrefix("\t") }.map { $0.dropFirst() }
    #expect(lines.count == 3)
    try appendText(lines.joined(separator: "\n") + "\n", to: it.hook("pre-push"))
    let outcome = try it.sandbox.run(
      [it.hook("pre-push").string, "r"], in: it.repository, input: "one\n",
      environment: ["PATH": "\(fake):\(Tool.path)"])
    #expect(outcome.status == 2)
    #expect(try it.calls() == "pre-push r\n<one\nlfs pre-push r\nlfs<one\n")
  }

  private func start() throws -> (Fixture, before: String) {
    let it = try Fixture()
    return (it, try it.snapshot())
  }

  private func environment(_ it: Fixture) throws -> [String: String] {
    let bin = BinaryPlace.binary(in: try it.store(of: it.repository)).removingLastComponent()
    return ["PATH": "\(bin):\(Tool.path)", "LOG": it.log.string]
  }

  private func run(_ it: Fixture, _ command: String...) throws {
    let outcome = try it.sandbox.run(command, in: it.repository, environment: environment(it))
    guard !command.contains("uninstall") else { return }
    try #require(outcome.status == 0, "\(command): \(outcome.output)\(outcome.errors)")
  }

  private func commit(_ it: Fixture) throws {
    try run(it, "git", "commit", "-q", "--allow-empty", "-m", "x")
  }

  /// What has been called since the last question, sorted.
  private func called(_ it: Fixture) throws -> [String] {
    defer { try? it.forget() }
    return try it.calls().split(separator: "\n").map(String.init).sorted()
  }
}
