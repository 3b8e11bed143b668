import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("Without a text")
struct AskingTests {
  /// Whether `script`, which lends a program a terminal, is util-linux's.
  static let hasTerminal: Bool = {
    guard let sandbox = try? Sandbox() else { return false }
    return (try? sandbox.run(["script", "-qec", "true", "/dev/null"]))?.status == 0
  }()

  private func atTerminal(_ command: String, typing input: String, in clone: Clone) throws
    -> Outcome
  {
    try clone.sandbox.run(
      ["script", "-qec", "'\(codexHookBinary())' \(command)", "/dev/null"], in: clone.root,
      input: input)
  }

  @Test(
    "a person at a terminal is asked", .enabled(if: hasTerminal, "needs util-linux's script"),
    arguments: [
      ("note", "note"), ("issue", "issue"), ("fix", "fix"), ("note --issue", "issue"),
      ("note --fix", "fix"),
    ])
  func asked(command: String, type: String) throws {
    let clone = try Clone()
    let outcome = try atTerminal(command, typing: "typed by a person\n", in: clone)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains(": "))
    let event = try Contract().read(Array(try #require(try clone.journal().first).utf8)[...])
    #expect(event.type.rawValue == type)
    #expect(event.words == "typed by a person")
  }

  @Test(
    "a person who types nothing is told, and nothing is written",
    .enabled(if: hasTerminal, "needs util-linux's script"))
  func nothingTyped() throws {
    let clone = try Clone()
    let outcome = try atTerminal("issue", typing: "\n", in: clone)
    #expect(outcome.status == 64)
    #expect(outcome.output.contains("the text is missing"))
    #expect(try clone.journal().isEmpty)
  }

  @Test("nobody is asked where there is no terminal", arguments: ["note", "issue", "fix"])
  func neverWithout(command: String) throws {
    let clone = try Clone()
    let outcome = try clone.run([command], input: "this is not for us\n")
    #expect(outcome.status == 64)
    #expect(try clone.journal().isEmpty)
  }

  @Test("words need no quotes, and note has the two other commands in it")
  func words() throws {
    let clone = try Clone()
    try clone.done("note", "three", "plain", "words")
    try clone.done("note", "--issue", "the", "list", "jumps", "--severity", "low")
    let issue = try JSON.parse(try clone.done("log", "--type", "issue", "--json"))
    let id = try #require(issue.object?["events"]?.elements?.first?.object?["id"]?.text)
    let said = try clone.done("note", "--fix", "it", "stays", "--closes", String(id.prefix(4)))
    #expect(said.contains("Closed: the list jumps"))
    let events = try clone.journal().map { try Contract().read(Array($0.utf8)[...]) }
    #expect(events.map(\.type) == [.note, .issue, .fix])
    #expect(events.map(\.words) == ["three plain words", "the list jumps", "it stays"])
    #expect(events[1].text("severity") == "low")
    #expect(events[1].text("area") == "general")
    #expect(events[2].texts("links") == [id])
    #expect(!(try clone.done("context").contains("open issue")))
  }
}
