import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("codex-hook test -- COMMAND")
struct TestRunTests {
  private func last(_ clone: Clone) throws -> JSONObject {
    let line = try #require(try clone.journal().last)
    return try #require(JSON.parse(line).object)
  }

  @Test("passes input, output and exit code through", arguments: [0, 1, 3, 77])
  func untouched(code: Int) throws {
    let clone = try Clone()
    let outcome = try clone.run(
      ["test", "--", "sh", "-c", "cat; echo complaint >&2; exit \(code)"],
      input: "one\ntwo without an end")
    #expect(outcome.status == Int32(code))
    #expect(outcome.output == "one\ntwo without an end")
    #expect(outcome.errors.hasPrefix("complaint\n"))
    let event = try last(clone)
    #expect(event["type"]?.text == "test")
    #expect(event["result"]?.text == (code == 0 ? "pass" : "fail"))
    #expect(event["count"]?.int == 1)
    #expect(try clone.status() == "")
  }

  @Test("ends as a command does that a signal ended")
  func signal() throws {
    let clone = try Clone()
    let outcome = try clone.run(["test", "--", "sh", "-c", "kill -TERM $$"])
    #expect(outcome.status == 128 + 15)
    #expect(try last(clone)["result"]?.text == "fail")
  }

  @Test("counts the tests in the JUnit file that the command wrote")
  func junit() throws {
    let clone = try Clone()
    let report = #"""
      <testsuite name="s" tests="3" failures="1"><testcase name="a"/><testcase name="b"/><testcase name="c"><failure/></testcase></testsuite>
      """#
    let outcome = try clone.run(
      ["test", "--focus", "parser", "--", "sh", "-c", "cat >junit.xml; exit 1"], input: report)
    #expect(outcome.status == 1)
    let event = try last(clone)
    #expect(event["result"]?.text == "mixed")
    #expect(event["count"]?.int == 3)
    #expect(event["failed"]?.int == 1)
    #expect(event["focus"]?.text == "parser")
  }

  @Test("never fails a run that it cannot record, and says why")
  func notRecorded() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: sandbox.root, in: sandbox)
    let outcome = try clone.run(["test", "--", "sh", "-c", "echo fine"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "fine\n")
    #expect(outcome.errors.hasPrefix("codex-hook: the test run is not recorded: "))
  }

  @Test("says in JSON what was recorded, on standard error: standard output is the command's")
  func json() throws {
    let clone = try Clone()
    let outcome = try clone.run(["test", "--json", "--", "sh", "-c", "echo fine"])
    #expect(outcome.output == "fine\n")
    let said = try #require(JSON.parse(String(outcome.errors.dropLast())).object)
    #expect(said.members.map(\.key) == ["recorded", "event"])
  }

  @Test("a command that is not there ends with 127, as in a shell")
  func missing() throws {
    let clone = try Clone()
    let outcome = try clone.run(["test", "--", "no-such-command-here"])
    #expect(outcome.status == 127)
    #expect(try clone.journal().isEmpty)
  }
}
