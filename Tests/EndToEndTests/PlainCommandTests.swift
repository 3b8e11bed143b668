import TestSupport
import Testing

@Suite("A command without options")
struct PlainCommandTests {
  @Test(
    "does what it does when it is parsed",
    arguments: [
      (["note", "seen", "today"], ["--area", "general"]),
      (["issue", "seen"], ["--area", "general"]),
      (["fix", "gone"], ["--area", "general"]), (["summary"], ["-C", "."]),
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
