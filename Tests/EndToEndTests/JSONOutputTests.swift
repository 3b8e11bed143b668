import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("--json")
struct JSONOutputTests {
  struct Case: CustomTestStringConvertible {
    let command: String
    let keys: String

    init(_ command: String, _ keys: String) {
      self.command = command
      self.keys = keys
    }

    var testDescription: String { command }
    var arguments: [String] { command.split(separator: " ").map(String.init) }
  }

  /// The keys are a promise to whoever reads them with a program: a change here is a change of the interface.
  static let cases = [
    Case("--json", "recording hooks missing branch commits_today open_issues waiting"),
    Case("status --json", "recording hooks missing branch commits_today open_issues waiting"),
    Case(
      "context --json",
      "now branch focus uncommitted recent unrecorded test performance runs open_issues work_trees"),
    Case("log --json", "events"),
    Case("summary --json", "summary"),
    Case("state --json", "current_feature current_branch status last_updated"),
    Case(
      "state set --notes later --json",
      "current_feature current_branch status last_updated notes"),
    Case("validate --json", "events problems"),
    Case("note a remark --json", "recorded event"),
    Case("issue a problem --json", "recorded event"),
    Case("fix a mend --json", "recorded event"),
    Case("test --result pass --count 3 --json", "recorded event"),
    Case("perf p95_ms --delta -3 --env dev --json", "recorded event"),
    Case("build --result pass debug --json", "recorded event"),
    Case("ci --result pass nightly --json", "recorded event"),
    Case("init --json", "new taken_in received shared"),
    Case("install --json", "done remarks by_hand"),
    Case("install --dry-run --json", "done remarks by_hand"),
    Case("uninstall --dry-run --json", "done remarks journal"),
    Case("uninstall --json", "done remarks journal"),
    Case("doctor --json", "mended findings"),
    Case("doctor --fix --json", "mended findings"),
    Case("reconcile --json", "recorded more"),
    Case("rotate --json", "segment"),
    Case("unlock --json", "removed"),
    Case("pr-block --json", "body"),
    Case("propose event-type deploy --field env:string --json", "proposed file title"),
    Case("propose policy rotation=propose --json", "proposed file title"),
    Case("propose list --json", "proposals"),
  ]

  @Test("is one object whose keys do not change", arguments: cases)
  func keys(_ given: Case) throws {
    let clone = try Clone()
    try clone.commit("one")
    let outcome = try clone.run(given.arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").count == 1)
    let object = try #require(JSON.parse(outcome.line).object)
    #expect(object.members.map(\.key).joined(separator: " ") == given.keys)
    #expect(outcome.errors == "")
  }

  @Test("has the same keys where nothing is recorded yet")
  func notSetUp() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    let status = try #require(JSON.parse(try clone.done("--json")).object)
    #expect(status["recording"] == .bool(false))
    #expect(
      status.members.map(\.key).joined(separator: " ")
        == "recording hooks missing branch commits_today open_issues waiting")
    let context = try #require(JSON.parse(try clone.done("context", "--json")).object)
    #expect(
      context.members.map(\.key).joined(separator: " ")
        == "now branch focus uncommitted recent unrecorded test performance runs open_issues work_trees"
    )
  }

  @Test(
    "the context is valid by its schema, with everything in it and with nothing, says a validator that is not ours",
    .enabled(if: SchemaCheck.python != nil, Comment(rawValue: SchemaCheck.hint)))
  func contextSchema() throws {
    let clone = try Clone()
    var said = [try clone.done("context", "--json")]
    try clone.commit("one")
    for command in [
      "note a remark <b>", "issue a problem --area ui --severity high", "fix a mend --link #12",
      "test --result mixed --count 3 --failed 1", "perf p95_ms --delta -3 --env dev",
      "build --result pass debug", "ci --result fail nightly",
    ] {
      try clone.run(command.split(separator: " ").map(String.init)).expectSuccess()
    }
    try clone.git("commit", "-q", "--allow-empty", "-m", "unseen", environment: ["CODEX_HOOK": "0"])
    try clone.git("worktree", "add", "-q", "--detach", "../second")
    try writeText("new\n", to: clone.root.appending("new"))
    said.append(try clone.done("context", "--json"))
    let full = try JSON.parse(said[1])
    for key in ["recent", "unrecorded", "performance", "runs", "open_issues", "work_trees"] {
      #expect(full[key]?.elements?.isEmpty == false, "\(key)")
    }
    #expect(full["test"]?["id"] != nil && full["uncommitted"]?.text == "1 untracked (new)")
    try clone.git("switch", "-q", "--detach")
    said.append(try clone.done("context", "--json"))
    #expect(try SchemaCheck.problems(said, schema: "context", in: clone.sandbox) == "")
    // The check itself can fail.
    let bad = said[0].replacing("\"now\"", with: "\"then\"")
    #expect(try SchemaCheck.problems([bad], schema: "context", in: clone.sandbox) != "")
  }

  @Test("is one object with an error wherever a command fails", arguments: cases.dropFirst())
  func failures(_ given: Case) throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: sandbox.root, in: sandbox)
    let outcome = try clone.run(given.arguments)
    #expect(outcome.status == 1)
    let error = try #require(JSON.parse(outcome.line).object?["error"]?.object)
    #expect(error.members.map(\.key) == ["code", "message"])
    #expect(error["code"]?.int == 1)
  }

  @Test("gives an event with its id and its own keys")
  func event() throws {
    let clone = try Clone()
    let said = try JSON.parse(
      try clone.done("issue", "a problem", "--area", "ui", "--json"))
    let event = try #require(said.object?["event"]?.object)
    #expect(event.members.map(\.key) == ["id", "ts", "type", "desc", "area", "branch"])
    #expect(said.object?["recorded"] == .bool(true))
    let log = try JSON.parse(try clone.done("log", "--json"))
    #expect(log.object?["events"]?.elements == [.object(event)])
  }
}
