import HookInstall
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// lefthook, pre-commit, git-lfs and we in one repository, each with hooks of its own and hooks that another has too.
@Suite("All tools in one repository", .enabled(if: Part.areThere))
struct AllToolsTests {
  /// The orders in which the four come; `CODEX_HOOK_LONG=1` tries each, and otherwise every one comes first once and last once.
  static let orders: [[Part]] = {
    var orders: [[Part]] = [[]]
    for part in Part.allCases {
      orders = orders.flatMap { order in
        (0...order.count).map { Array(order[..<$0] + [part] + order[$0...]) }
      }
    }
    if getenv("CODEX_HOOK_LONG") != nil { return orders }
    return (0..<Part.allCases.count).map { start in
      Array(Part.allCases[start...] + Part.allCases[..<start])
    }
  }()

  @Test("all do their work, whoever comes and goes first", arguments: orders)
  func together(order: [Part]) throws {
    let it = try Workshop()
    let before = try it.fixture.snapshot()
    var installed: Set<Part> = []
    for part in order {
      try it.install(part)
      installed.insert(part)
      // What another installer has overwritten or moved aside is put right by asking ours again.
      if installed.contains(.ours) { try it.install(.ours) }
      #expect(try it.work() == installed, "\(part) came in \(order)")
    }
    // They go in an order of their own.
    let leaving = order.sorted { order.firstIndex(of: $0)! % 2 < order.firstIndex(of: $1)! % 2 }
    for part in leaving {
      try it.uninstall(part)
      installed.remove(part)
      if part == .lfs, installed.contains(.ours) {
        // It leaves a hook that is not only its own, and what it left does no harm.
        #expect(try it.work().subtracting([.lfs]) == installed)
      } else {
        #expect(try it.work().subtracting(it.lingering) == installed, "\(part) left in \(leaving)")
      }
    }
    try it.uninstall(.lfs)
    #expect(try it.fixture.snapshot() == before)
  }
}

/// One of those who have hooks.
enum Part: String, CaseIterable, Sendable {
  case ours
  case lefthook
  case preCommit
  case lfs

  static let areThere = [Tool.lefthook, .preCommit, .lfs].allSatisfy(\.isThere)
}

/// A repository in which all of them can be installed, and a round of work that shows who has done his part.
private final class Workshop {
  let fixture: Fixture
  /// Those whose work goes on after they were asked to leave.
  private(set) var lingering: Set<Part> = []
  private var round = 0

  init() throws {
    fixture = try Fixture()
    try fixture.addOrigin()
    let repository = fixture.repository
    try fixture.sandbox.git(
      "remote", "set-url", "origin", "file://\(fixture.sandbox.root)/origin.git", in: repository)
    try writeText(
      """
      commit-msg:
        commands:
          t:
            run: echo lefthook >>'\(fixture.log)'

      """, to: repository.appending("lefthook.yml"))
    try writeText(
      """
      repos:
      - repo: local
        hooks:
        - id: t
          name: t
          entry: sh -c 'echo preCommit >>"$LOG"'
          language: system
          always_run: true
          pass_filenames: false

      """, to: repository.appending(".pre-commit-config.yaml"))
    try writeText("*.bin filter=lfs -text\n", to: repository.appending(".gitattributes"))
    try fixture.sandbox.git("add", "-A", in: repository)
    try fixture.sandbox.git("commit", "-q", "-m", "settings", in: repository)
  }

  func install(_ part: Part) throws {
    switch part {
    case .ours: try fixture.install(Fixture.names)
    case .lefthook: try run("lefthook", "install")
    case .preCommit: try run("pre-commit", "install")
    case .lfs:
      // It refuses where any hook stands; its own way out is to overwrite it.
      try run("git", "lfs", "install", "--local", "--force")
      try run("git", "lfs", "update", "--force")
    }
    lingering.remove(part)
  }

  func uninstall(_ part: Part) throws {
    switch part {
    case .ours: try fixture.uninstall()
    case .lefthook: try run("lefthook", "uninstall")
    case .preCommit: try run("pre-commit", "uninstall")
    case .lfs:
      try run("git", "lfs", "uninstall", "--local")
      lingering.insert(.lfs)
    }
  }

  /// Commits a large file and pushes it.
  func work() throws -> Set<Part> {
    round += 1
    try fixture.forget()
    let repository = fixture.repository
    let text = String(repeating: "x", count: 20 + round)
    try writeText(text, to: repository.appending("a.bin"))
    try run("git", "add", "-A")
    try run("git", "commit", "-q", "-m", "round \(round)")
    try run("git", "push", "-q", "origin", "main")
    let calls = try fixture.calls().split(separator: "\n").map(String.init)
    var done: Set<Part> = []
    if calls.contains("lefthook") { done.insert(.lefthook) }
    if calls.contains("preCommit") { done.insert(.preCommit) }
    let own = ["pre-commit", "post-commit"].filter(calls.contains).count
    let pushed = calls.filter { $0.hasPrefix("<refs/heads/main ") }.count
    if own == 2, pushed == 1 {
      done.insert(.ours)
    } else if own > 0 || pushed > 0 {
      Issue.record("only a part of our hooks ran: \(calls)")
    }
    let stored = try fixture.sandbox.run(
      [
        "find", "\(fixture.sandbox.root)/origin.git/lfs", "-type", "f", "-size",
        "\(text.utf8.count)c",
      ]
    ).output
    if !stored.isEmpty { done.insert(.lfs) }
    return done
  }

  private func run(_ command: String...) throws {
    let bin = BinaryPlace.binary(in: try fixture.store(of: fixture.repository))
      .removingLastComponent()
    let outcome = try fixture.sandbox.run(
      command, in: fixture.repository,
      environment: ["PATH": "\(bin):\(Tool.path)", "LOG": fixture.log.string])
    guard !command.contains("uninstall") else { return }
    try #require(outcome.status == 0, "\(command): \(outcome.output)\(outcome.errors)")
  }
}
