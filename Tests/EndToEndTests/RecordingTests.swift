import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("From a commit to the journal and the summary")
struct RecordingTests {
  /// Three commits and a test run; `after` is called when each step is done.
  private func threeCommitsAndATestRun(
    _ clone: Clone, after: () throws -> Void = {}
  ) throws {
    for name in ["one", "two", "three"] {
      try clone.commit(name)
      try after()
    }
    try clone.done("test", "--result", "pass", "--count", "12")
    try after()
  }

  @Test("three commits and one test run are exactly four lines of at most 2,048 bytes")
  func fourLines() throws {
    let clone = try Clone()
    #expect(try clone.status() == "")
    try threeCommitsAndATestRun(clone) {
      let status = try clone.status()
      #expect(status == "")
    }
    let journal = try clone.journal()
    let types = try journal.map { try #require(JSON.parse($0).object?["type"]?.text) }
    #expect(types == ["commit", "commit", "commit", "test"])
    #expect(journal.allSatisfy { $0.utf8.count + 1 <= 2048 })
    #expect(try clone.copy() == journal)
    #expect(try clone.done("validate") == "4 events, 0 problems")
  }

  @Test(
    "every line and the focus are valid by the schemas, says a validator that is not ours",
    .enabled(if: SchemaCheck.python != nil, Comment(rawValue: SchemaCheck.hint)))
  func validBySchema() throws {
    let clone = try Clone(branch: "feat/branching-ui")
    try threeCommitsAndATestRun(clone)
    try clone.done("issue", "the", "selection", "is", "lost", "--area", "ui", "--severity", "high")
    let id = try #require(try events(clone).last?.id)
    try clone.done("fix", "it is kept", "--closes", id, "--link", "#12")
    try clone.done("note", "naïve café 👩‍👩‍👧‍👦 \u{7}")
    try clone.done(
      "perf", "p95_ms", "--delta", "-12.5", "--env", "stg", "--value", "40", "--unit", "ms")
    try clone.done("build", "--result", "mixed", "release build", "--duration", "42.5")
    try clone.done("ci", "--result", "fail", "nightly", "--link", "https://ci.example.com/1")
    let journal = try clone.journal()
    #expect(journal.count == 10)
    #expect(try SchemaCheck.problems(journal, schema: "event", in: clone.sandbox) == "")
    let focus = try JSON.parse(try clone.done("state", "--json")).compact
    #expect(try SchemaCheck.problems([focus], schema: "state", in: clone.sandbox) == "")
    let policy = try JSON.parse(readText(clone.folder.appending("policy.json"))).compact
    #expect(try SchemaCheck.problems([policy], schema: "policy", in: clone.sandbox) == "")
  }

  @Test(
    "the validator does find what is wrong",
    .enabled(if: SchemaCheck.python != nil, Comment(rawValue: SchemaCheck.hint)))
  func validatorFindsFaults() throws {
    let line = #"{"ts":"2026-11-22T22:30:10Z","type":"test","result":"good","count":1}"#
    #expect(try SchemaCheck.problems([line], schema: "event", in: Sandbox()) != "")
  }

  @Test("git clean -fdx loses neither an event nor the focus")
  func cleanLosesNothing() throws {
    let clone = try Clone(branch: "feat/branching-ui")
    try threeCommitsAndATestRun(clone)
    try clone.done("state", "set", "--status", "testing", "--notes", "merge next")
    let journal = try clone.journal()
    let focus = try clone.done("state")
    try clone.git("clean", "-fdxq")
    #expect(!exists(clone.folder))
    #expect(try clone.journal() == journal)
    #expect(try clone.done("state") == focus)

    try clone.commit("four")
    #expect(try clone.copy().dropLast() == journal[...])
    #expect(try readText(clone.folder.appending("state.json")) == focus + "\n")
    #expect(try clone.status() == "")
  }

  @Test("after two commits and a test run the summary shows all three")
  func summaryShowsAll() throws {
    let clone = try Clone()
    let shas = [
      try clone.commit("one", message: "Teach the parser numbers"),
      try clone.commit("two", message: "Teach the parser strings"),
    ]
    try clone.done("test", "--result", "mixed", "--count", "12", "--failed", "2")
    #expect(try clone.journal().count == 3)
    let summary = try readText(clone.folder.appending("summary.md"))
    #expect(summary.contains("commit \(shas[0].prefix(7)): Teach the parser numbers (1 file)"))
    #expect(summary.contains("commit \(shas[1].prefix(7)): Teach the parser strings (1 file)"))
    #expect(summary.contains("tests mixed, 12 run, 2 failed"))
    let headings = summary.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(
      headings == [
        "## Current Work", "## Recent Activity", "## Health Snapshot",
        "## Open Questions / Next Steps",
      ])
    #expect(try clone.done("summary") + "\n" == summary)
  }

  @Test("an event's id is the blob id that git gives its line")
  func idIsGitsBlobID() throws {
    let clone = try Clone()
    let said = try clone.done("note", "anyone can check this")
    let line = try #require(try clone.journal().last)
    let blob = try clone.sandbox.git("hash-object", "--stdin", in: clone.root, input: line)
    #expect(said.hasPrefix("recorded note \(blob.prefix(12))"))
  }

  private func events(_ clone: Clone) throws -> [Event] {
    try clone.journal().map { try Contract().read(Array($0.utf8)[...]) }
  }
}
