import TestSupport
import Testing

@Suite("A command that need not be parsed")
struct PlainCommandTests {
  @Test(
    "does what it does when it is parsed",
    arguments: [
      (["note", "seen", "today"], ["-C", "."]), (["issue", "seen"], ["-C", "."]),
      (["fix", "gone"], ["-C", "."]), (["summary"], ["-C", "."]),
      (["note", "seen", "-a", "ui", "today"], ["-C", "."]),
      (["issue", "--area", "ui", "seen"], ["-C", "."]),
    ])
  func sameAsParsed(plain: [String], option: [String]) throws {
    let clone = try Clone()
    try clone.commit("one")
    let given = try clone.run(plain)
    let parsed = try clone.run(plain + option)
    #expect(given.status == 0, "\(given.errors)")
    #expect(parsed.status == 0, "\(parsed.errors)")
    #expect(given.output.split(separator: " ").first == parsed.output.split(separator: " ").first)
  }

  @Test("its words, its area and what it closes are recorded as they are when it is parsed")
  func options() throws {
    let clone = try Clone()
    try clone.commit("one")
    let issue = try clone.run(["issue", "lost", "--area", "ui", "in", "a", "switch"])
    let id = String(try #require(issue.output.split(separator: " ").dropFirst(2).first))
    let line = try #require(try clone.journal().last { $0.contains("lost in a switch") })
    #expect(line.contains("\"area\":\"ui\""))
    let fix = try clone.run(["fix", "found", "--closes", String(id.prefix(6)), "-a", "ui"])
    #expect(fix.status == 0, "\(fix.errors)")
    #expect(try clone.journal().last { $0.contains("found") }?.contains(id) == true)
    for wrong in [
      ["note", "x", "--closes", "ab"], ["note", "x", "--area"], ["note", "x", "--nothing", "y"],
    ] {
      #expect(try clone.run(wrong).status == 64)
    }
  }

  @Test("context is the same but for its fence and its clock")
  func context() throws {
    let clone = try Clone()
    try clone.commit("one")
    let given = try clone.run(["context"])
    let parsed = try clone.run(["context", "--budget", "6000"])
    #expect(given.status == 0, "\(given.errors)")
    #expect(
      given.output.split(separator: "\n").filter { $0.hasPrefix("- 2") }
        == parsed.output.split(separator: "\n").filter { $0.hasPrefix("- 2") })
  }
}
