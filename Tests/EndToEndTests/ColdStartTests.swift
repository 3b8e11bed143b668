import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("A cold start")
struct ColdStartTests {
  /// The bullets under a heading of a context.
  private func bullets(_ context: String, under title: String) -> [Substring] {
    let lines = context.split(separator: "\n")
    guard let start = lines.firstIndex(where: { $0.hasPrefix(title) }) else { return [] }
    return lines[(start + 1)...].prefix { $0.hasPrefix("- ") }.map { $0 }
  }

  private func expectOrientation(_ context: String, branch: String, feature: String) {
    let head = String(context.prefix(2000))
    #expect(head.contains("\n- feature: \(feature)\n"))
    #expect(head.contains("\n- status: in_progress ("))
    #expect(head.contains("\n- branch: \(branch)\n"))
    #expect(bullets(head, under: "Recent activity").count >= 5)
  }

  /// A repository with seven commits, made without any hook.
  private func history(_ sandbox: Sandbox) throws -> FilePath {
    let repository = try sandbox.repository("first")
    try sandbox.git("symbolic-ref", "HEAD", "refs/heads/feat/branching-ui", in: repository)
    for number in 1...7 {
      try sandbox.commit("file\(number)", in: repository, message: "Add part \(number)")
    }
    return repository
  }

  @Test("a second clone that takes in 50 commits knows feature, branch, status and 5 activities")
  func secondClone() throws {
    let sandbox = try Sandbox()
    let first = try history(sandbox)
    let root = sandbox.root.appending("second")
    try sandbox.git("clone", "-q", first.string, root.string, in: sandbox.root)
    let clone = Clone(at: root, in: sandbox)
    try clone.install()
    #expect(try clone.journal().isEmpty)
    #expect(try clone.done("init", "--backfill", "50").hasSuffix("took in 7 commits"))
    #expect(try clone.journal().count == 7)
    let context = try clone.done("context")
    expectOrientation(context, branch: "feat/branching-ui", feature: "branching_ui")
    #expect(bullets(context, under: "Recent activity").first?.contains("Add part 7") == true)
    #expect(try clone.status() == "")

    try clone.done("init", "--backfill", "50")
    #expect(try clone.journal().count == 7)
  }

  @Test(
    "a repository that has never seen the tool is told from git's history, and nothing is written")
  func withoutATrace() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try history(sandbox), in: sandbox)
    // Git itself refreshes its index when it is asked for the status, so that is asked for first.
    #expect(try clone.status() == "")
    let before = try clone.listing(of: clone.root)
    let context = try clone.done("context")
    let asJSON = try JSON.parse(try clone.done("context", "--json"))
    let after = try clone.listing(of: clone.root)
    #expect(before == after)
    expectOrientation(context, branch: "feat/branching-ui", feature: "branching_ui")
    #expect(asJSON.object?["recent"]?.elements?.count ?? 0 >= 5)
  }

  @Test("the reading commands write nothing in a clone that records, either")
  func readersWriteNothing() throws {
    let clone = try Clone()
    try clone.commit("one")
    try clone.done("issue", "something is wrong")
    #expect(try clone.status() == "")
    let before = try clone.listing(of: clone.root)
    for command in ["context", "log", "summary", "state", "status", "validate"] {
      try clone.done(command)
    }
    #expect(try clone.listing(of: clone.root) == before)
  }

  @Test("a context keeps to its budget and still has the focus")
  func budget() throws {
    let clone = try Clone(branch: "feat/branching-ui")
    for number in 1...12 {
      try clone.done("issue", "problem \(number) " + String(repeating: "x", count: 100))
    }
    let context = try clone.done("context", "--budget", "1200") + "\n"
    #expect(context.utf8.count <= 1200)
    #expect(context.contains("- feature: branching_ui\n"))
    #expect(context.contains("- more: codex-hook log\n"))
  }

  @Test(
    "the first 2,000 characters hold the focus, the test run and five activities, however long the texts are"
  )
  func whatMattersIsFirst() throws {
    let clone = try Clone(branch: "feat/branching-ui")
    let long = String(repeating: "long ", count: 40)
    for number in 1...6 {
      try clone.commit("file\(number)", message: long)
      try clone.done("issue", "\(number) \(long)", "--area", "editor/undo", "--severity", "high")
    }
    for metric in ["p50_ms", "p95_ms", "rss_mb"] {
      try clone.done("perf", metric, "--delta", "12.5", "--env", "prod", "--value", "1234.5")
    }
    try clone.done("test", "--result", "fail", "--count", "128", "--failed", "3")
    try clone.done("state", "set", "--notes", long)
    let context = try clone.done("context")
    #expect(context.count > 2000)
    let head = String(context.prefix(2000))
    expectOrientation(head, branch: "feat/branching-ui", feature: "branching_ui")
    #expect(head.contains("tests fail, 128 run, 3 failed"))
  }

  @Test("outside a repository the context says nothing, so that a session may always ask for it")
  func outside() throws {
    let sandbox = try Sandbox()
    let outcome = try Clone(at: sandbox.root, in: sandbox).run(["context"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
  }
}
