import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("What is wrong is refused, and what is too long is cut")
struct RefusalTests {
  struct Case: CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let says: String

    init(_ status: Int32, _ arguments: String..., says: String) {
      self.arguments = arguments
      self.status = status
      self.says = says
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases = [
    Case(64, "remember", "this", says: "there is no command \"remember\""),
    Case(64, "isseu", "this", says: "there is no command \"isseu\"; did you mean issue?"),
    Case(64, "unistall", says: "; did you mean uninstall?"),
    Case(
      64, "note", "see", "git", "log", "--oneline",
      says: "A text with options in it needs quotes: codex-hook note \"TEXT\""),
    Case(64, "log", "--type", "bug", says: "commit, test, issue"),
    Case(1, "note", "", says: "text is empty"),
    Case(1, "issue", " \t ", says: "desc is empty"),
    Case(1, "fix", "\u{1b}", says: "desc is empty"),
    Case(64, "note", says: "the text is missing"),
    Case(64, "issue", says: "the text is missing: codex-hook issue TEXT"),
    Case(1, "issue", "x", "--area", "two words", says: "area \"two words\" is not a tag"),
    Case(1, "note", "x", "--area", "", says: "is not a tag"),
    Case(1, "note", "x", "--link", "two words", says: "is no link"),
    Case(64, "note", "x", "--issue", "--fix", says: "exclude each other"),
    Case(1, "fix", "x", "--closes", "abcd", says: "no issue has an id that begins with abcd"),
    Case(1, "fix", "x", "--closes", "ab", says: "too short for an id"),
    Case(64, "test", "--result", "pass", says: "--count"),
    Case(1, "test", "--result", "ok", "--count", "3", says: "is not one of pass, fail, mixed"),
    Case(64, "test", "--result", "pass", "--count", "many", says: "many"),
    Case(64, "test", "--result", "pass", "--count", "1.5", says: "1.5"),
    Case(1, "test", "--result", "pass", "--count=-1", says: "count is not a whole number"),
    Case(1, "build", "--result", "green", "x", says: "is not one of pass, fail, mixed"),
    Case(64, "build", "--result", "pass", "x", "--duration", "nan", says: "not a finite number"),
    Case(1, "ci", "--result", "PASS", "x", says: "is not one of pass, fail, mixed"),
    Case(1, "perf", "p95", "--delta", "3", "--env", "test", says: "is not one of dev, stg, prod"),
    Case(64, "perf", "p95", "--delta", "much", "--env", "dev", says: "much"),
    Case(64, "perf", "p95", "--delta", "inf", "--env", "dev", says: "not a finite number"),
    Case(
      1, "state", "set", "--status", "done",
      says: "status \"done\" is not one of in_progress, testing, complete, blocked"),
    Case(1, "state", "set", "--feature", " ", says: "feature is empty"),
    Case(64, "state", "set", says: "nothing to set"),
    Case(64, "log", "--since", "yesterday", says: "is no time"),
    Case(64, "init", "--backfill", "-3", says: "backfill"),
    Case(1, "-C", "/nowhere", "note", "x", says: "cannot go to /nowhere"),
  ]

  @Test("with an exit code, a reason, in JSON too, and no line written", arguments: cases)
  func refused(_ given: Case) throws {
    let clone = try Clone()
    let state = try clone.done("state")
    let outcome = try clone.run(given.arguments)
    #expect(outcome.status == given.status, "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(given.says), "\(outcome.errors)")
    if given.status == 1 {
      #expect(outcome.errors.hasPrefix("codex-hook: "))
      #expect(outcome.errors.split(separator: "\n").count <= 2)
    }

    let inJSON = try clone.run(given.arguments + ["--json"])
    #expect(inJSON.status == given.status)
    #expect(inJSON.output.split(separator: "\n").count == 1)
    let error = try #require(JSON.parse(inJSON.line).object?["error"]?.object)
    #expect(error.members.map(\.key) == ["code", "message"])
    #expect(error["code"]?.int == Int(given.status))
    #expect(error["message"]?.text?.contains(given.says) == true || given.says == "Usage")

    #expect(try clone.journal().isEmpty)
    #expect(try clone.done("state") == state)
  }

  @Test(
    "an issue of 5,000 characters is cut to 120 and stays in every budget",
    arguments: ["x", "ж", "👩‍👩‍👧‍👦", "e\u{301}", "word "])
  func longText(piece: String) throws {
    let clone = try Clone()
    let text = String(repeating: piece, count: 5000 / piece.count)
    try clone.done("issue", text)
    let line = try #require(try clone.journal().first)
    let written = try #require(JSON.parse(line).object?["desc"]?.text)
    #expect(written.unicodeScalars.count <= 120)
    #expect(written.unicodeScalars.count > 100)
    #expect(written.hasSuffix("…"))
    #expect(text.hasPrefix(written.dropLast()))
    #expect(line.utf8.count < 2048)
    let summary = try readText(clone.folder.appending("summary.md"))
    #expect(summary.contains(written))
    #expect(summary.split { $0 == " " || $0 == "\n" }.count <= 500)
  }

  @Test("a stack trace of many lines becomes one line")
  func manyLines() throws {
    let clone = try Clone()
    let trace = (1...200).map { "  at frame\($0) (app.js:\($0))" }.joined(separator: "\n")
    try clone.done("issue", "TypeError: x is undefined\n" + trace)
    #expect(try clone.journal().count == 1)
    #expect(try clone.done("log").split(separator: "\n").count == 1)
  }

  @Test("a repository without a journal is told how to get one")
  func notSetUp() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    for command in ["note x", "log", "summary", "state", "validate", "rotate"] {
      let outcome = try clone.run(command.split(separator: " ").map(String.init))
      #expect(outcome.status == 1, "\(command)")
      #expect(outcome.errors.contains("codex-hook install"), "\(command): \(outcome.errors)")
    }
    #expect(names(in: clone.root) == [".git"])
    #expect(try clone.done() == "not recording; set it up with: codex-hook install")
  }

  @Test(
    "outside a repository every command but the context says so",
    arguments: ["note", "log", "install", "status"])
  func outside(command: String) throws {
    let sandbox = try Sandbox()
    let outcome = try Clone(at: sandbox.root, in: sandbox).run(
      command == "note" ? ["note", "x"] : [command])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("cannot find a repository"))
    #expect(outcome.errors.split(separator: "\n").count <= 2)
  }
}
