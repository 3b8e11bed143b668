import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("The contract")
struct ContractTests {
  let contract = Contract()
  let moment = Timestamp(seconds: 1_795_386_610)

  static let sha = "0123456789abcdef0123456789abcdef01234567"

  /// Each type with all of its keys, given in the wrong order, and the line that must come of it.
  static let golden: [(EventType, JSONObject, String)] = [
    (
      .commit,
      [
        "branch": "main", "message": "m", "files_changed": 3, "replaces": [.string(sha)],
        "sha": .string(sha),
      ],
      #"{"ts":"2026-11-22T22:30:10Z","type":"commit","sha":"\#(sha)","files_changed":3,"message":"m","branch":"main","replaces":["\#(sha)"]}"#
    ),
    (
      .test,
      [
        "branch": "b", "by": "tool", "duration_s": 1.5, "skipped": 1, "failed": 2, "passed": 3,
        "focus": "sync", "count": 6, "result": "mixed",
      ],
      #"{"ts":"2026-11-22T22:30:10Z","type":"test","result":"mixed","count":6,"focus":"sync","passed":3,"failed":2,"skipped":1,"duration_s":1.5,"by":"tool","branch":"b"}"#
    ),
    (
      .issue, ["links": ["#12"], "severity": "high", "area": "sync", "desc": "d"],
      ##"{"ts":"2026-11-22T22:30:10Z","type":"issue","desc":"d","area":"sync","severity":"high","links":["#12"]}"##
    ),
    (
      .fix, ["replaces": ["abcd"], "links": ["abcdef"], "area": "sync", "desc": "d"],
      #"{"ts":"2026-11-22T22:30:10Z","type":"fix","desc":"d","area":"sync","links":["abcdef"],"replaces":["abcd"]}"#
    ),
    (
      .perf,
      ["area": "x", "unit": "ms", "value": 12, "env": "dev", "delta_pct": -3.25, "metric": "p95"],
      #"{"ts":"2026-11-22T22:30:10Z","type":"perf","metric":"p95","delta_pct":-3.25,"env":"dev","value":12,"unit":"ms","area":"x"}"#
    ),
    (
      .note, ["state": .object(["status": "testing"]), "area": "a", "text": "t"],
      #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"t","area":"a","state":{"status":"testing"}}"#
    ),
    (
      .ci, ["focus": "f", "links": ["https://example.com/1"], "desc": "d", "result": "fail"],
      #"{"ts":"2026-11-22T22:30:10Z","type":"ci","result":"fail","desc":"d","links":["https://example.com/1"],"focus":"f"}"#
    ),
    (
      .build, ["duration_s": 10, "desc": "d", "result": "pass"],
      #"{"ts":"2026-11-22T22:30:10Z","type":"build","result":"pass","desc":"d","duration_s":10}"#
    ),
  ]

  @Test(
    "writes each type's keys in their order and reads them back", arguments: ContractTests.golden)
  func writes(type: EventType, values: JSONObject, line: String) throws {
    let event = try contract.event(type, at: moment, values)
    #expect(event.line == line)
    #expect(try contract.read(Array(line.utf8)[...]) == event)
    #expect(try contract.adopt(Array(line.utf8)[...]) == event)
  }

  @Test("covers every type of the plan")
  func coversAll() {
    #expect(Set(Self.golden.map(\.0)) == Set(EventSchema.standardTypes))
  }

  @Test(
    "refuses what a writer may not say, naming the key",
    arguments: [
      (
        "commit", ["sha": "abc", "files_changed": 1, "message": "m"], "sha is not a full object id"
      ),
      (
        "commit", ["sha": .string(sha), "files_changed": -1, "message": "m"],
        "files_changed is not a whole number of zero or more"
      ),
      ("commit", ["sha": .string(sha), "message": "m"], "commit events need files_changed"),
      (
        "commit",
        ["sha": .string(sha), "files_changed": 1, "message": "m", "replaces": ["HEAD"]],
        "replaces is not a list of full object ids"
      ),
      (
        "commit", ["sha": .string(sha), "files_changed": 1, "message": "m", "by": "x"],
        "commit events have no key \"by\""
      ),
      ("test", ["result": "ok", "count": 1], "result \"ok\" is not one of pass, fail, mixed"),
      ("test", ["result": 1, "count": 1], "result \"1\" is not one of pass, fail, mixed"),
      ("test", ["result": "pass", "count": 1.5], "count is not a whole number of zero or more"),
      ("test", ["result": "pass", "count": "1"], "count is not a whole number of zero or more"),
      ("issue", ["desc": "", "area": "a"], "desc is empty"),
      ("issue", ["desc": " \n\t", "area": "a"], "desc is empty"),
      ("issue", ["desc": "\u{200b}\u{202e}", "area": "a"], "desc is empty"),
      ("issue", ["desc": 3, "area": "a"], "desc is not a text"),
      ("issue", ["desc": "d"], "issue events need area"),
      ("fix", ["desc": "d", "area": "a", "links": "x"], "links is not a list of texts"),
      ("fix", ["desc": "d", "area": "a", "links": [1]], "links is not a list of texts"),
      (
        "fix", ["desc": "d", "area": "a", "links": ["a b"]],
        "\"a b\" is no link: an id, a sha, #12 or a URL, without blanks"
      ),
      (
        "fix", ["desc": "d", "area": "a", "links": ["1", "2", "3", "4", "5", "6", "7", "8", "9"]],
        "links holds 9 links; the most is 8"
      ),
      (
        "perf", ["metric": "m", "delta_pct": "1", "env": "dev"], "delta_pct is not a finite number"
      ),
      (
        "perf", ["metric": "m", "delta_pct": .number("1e999"), "env": "dev"],
        "delta_pct is not a finite number"
      ),
      (
        "perf", ["metric": "m", "delta_pct": 1, "env": "live"],
        "env \"live\" is not one of dev, stg, prod"
      ),
      ("note", ["text": "t", "state": "s"], "state is not an object"),
      (
        "idea", ["text": "t"],
        "\"idea\" is not one of commit, test, issue, fix, note, ci, perf, build"
      ),
    ] as [(String, JSONObject, String)])
  func refuses(type: String, values: JSONObject, message: String) {
    do {
      let event = try contract.event(EventType(rawValue: type), at: moment, values)
      Issue.record("made \(event.line)")
    } catch { #expect(error.description == message) }
  }

  @Test(
    "an area is a tag",
    arguments: [
      ("sync", true), ("a", true), ("UI/menu-2.x_y", true), ("9", true), ("", false),
      ("-a", false), ("a b", false), ("größe", false), (String(repeating: "a", count: 40), true),
      (String(repeating: "a", count: 41), false), ("a\n", false),
    ])
  func areas(area: String, isTag: Bool) {
    #expect(Contract.isTag(area) == isTag)
    let event = try? contract.event(
      .issue, at: moment, ["desc": "d", "area": .string(area)])
    #expect((event != nil) == isTag)
  }

  @Test("approved types are made and read like the plan's own")
  func approved() throws {
    let deploy = EventSchema(
      type: EventType(rawValue: "deploy"), fields: [Field("env", .word(["prod"]), .plan)])
    let wider = Contract(approved: [deploy])
    let event = try wider.event(deploy.type, at: moment, ["env": "prod"])
    #expect(try wider.read(Array(event.line.utf8)[...]) == event)
    #expect(throws: ContractError.self) { try contract.read(Array(event.line.utf8)[...]) }
  }

  @Test("a line stays under 2 KB with eight long links and non-ASCII text")
  func lineLength() throws {
    let text = String(repeating: "界", count: 5000)
    for length in [100, 150, 200, 220] {
      let links = JSON.array((0..<8).map { _ in .string(String(repeating: "x", count: length)) })
      let event = try contract.event(
        .fix, at: moment,
        ["desc": .string(text), "area": "a", "links": links, "by": .string(text)])
      #expect(event.line.utf8.count < Event.maximumLineLength)
      #expect(event.words.hasSuffix("…"))
      #expect(event.texts("links").count == 8)
    }
    let long = JSON.array((0..<8).map { _ in .string(String(repeating: "x", count: 400)) })
    do {
      _ = try contract.event(.fix, at: moment, ["desc": "d", "area": "a", "links": long])
      Issue.record("a line of more than 2 KB was made")
    } catch {
      #expect(error.description == "the links take more than a line of 2048 bytes holds")
    }
  }

  @Test("5,000 characters become 120 code points, the ellipsis among them")
  func longText() throws {
    let event = try contract.event(
      .issue, at: moment, ["desc": .string(String(repeating: "word ", count: 1000)), "area": "a"])
    #expect(event.words.unicodeScalars.count <= 120)
    #expect(event.words.hasSuffix("…"))
  }
}
