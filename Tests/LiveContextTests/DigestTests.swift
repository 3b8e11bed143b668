import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("The digest")
struct DigestTests {
  let contract = Contract()

  private func event(_ type: EventType, _ values: JSONObject, at second: Int64 = 0) throws -> Event
  {
    try contract.event(type, at: Timestamp(seconds: 1_795_386_610 + second), values)
  }

  private func issue(_ text: String) throws -> Event {
    try event(.issue, ["desc": .string(text), "area": "a"])
  }

  /// The digest of events that were recorded in this order.
  private func digest(_ events: [Event]) -> Digest {
    Digest(state: nil, events: events.reversed())
  }

  @Test("picks the ten newest of what people want to know, newest first")
  func recent() throws {
    let desk = try Desk()
    let events = try (0..<15).map { try desk.commit($0, at: Int64($0)) }
    let test = try event(.test, ["result": "pass", "count": 3])
    let digest = digest(events + [test])
    #expect(digest.recent == events.suffix(10).reversed())
    #expect(digest.test == test)
    #expect(digest.lastEvent == test.timestamp)
  }

  @Test("an issue is open until a fix links its id or the start of it")
  func closes() throws {
    let (one, two, three) = (try issue("one"), try issue("two"), try issue("three"))
    func fix(_ link: String) throws -> Event {
      try event(.fix, ["desc": "f", "area": "a", "links": [.string(link)]])
    }
    let fixes = [
      try fix(one.id), try fix(String(two.id.prefix(4))), try fix(String(three.id.prefix(3))),
    ]
    #expect(digest([one, two, three] + fixes).openIssues == [three])
    #expect(digest(fixes + [one, two, three]).openIssues == [three], "in any order")
  }

  @Test("what is replaced is not shown, commits and manual events alike")
  func replaces() throws {
    let desk = try Desk()
    let wrong = try issue("wrong")
    let right = try event(
      .issue, ["desc": "right", "area": "a", "replaces": [.string(String(wrong.id.prefix(6)))]])
    let old = try desk.commit(1)
    let new = try event(
      .commit,
      [
        "sha": .string(Desk.sha(2)), "files_changed": 1, "message": "amended",
        "replaces": [.string(Desk.sha(1))],
      ])
    let digest = digest([wrong, old, right, new])
    #expect(digest.openIssues == [right])
    #expect(digest.recent == [new, right])
  }

  @Test("a correction counts when its own type is no longer wanted")
  func lateCorrection() throws {
    let desk = try Desk()
    let wrong = try issue("wrong")
    let note = try event(.note, ["text": "never mind", "replaces": [.string(wrong.id)]])
    let commits = try (0..<20).map { try desk.commit($0) }
    try writeText(
      ([wrong, note] + commits).map { $0.line + "\n" }.joined(), to: desk.store.journal)
    let digest = try Digest(state: nil, journal: JournalReader(desk.store), contract: contract)
    #expect(digest.openIssues.isEmpty)
  }

  @Test("the newest change of each of three metrics, the newest build and CI run")
  func health() throws {
    let perf = try ["a", "b", "a", "c", "d"].enumerated().map { index, metric in
      try event(.perf, ["metric": .string(metric), "delta_pct": .integer(index), "env": "dev"])
    }
    let builds = try ["fail", "pass"].map {
      try event(.build, ["result": .string($0), "desc": "b"])
    }
    let ci = try event(.ci, ["result": "mixed", "desc": "c"])
    let digest = digest(perf + builds + [ci])
    #expect(digest.performance == [perf[4], perf[3], perf[2]])
    #expect(digest.runs == [builds[1], ci])
    #expect(digest.recent.isEmpty)
  }

  @Test("one commit that is recorded twice is one, and commits of other branches are left out")
  func commits() throws {
    let desk = try Desk()
    let lines = [try desk.commit(1), try desk.commit(1, at: 9), try desk.commit(2)]
    try writeText(lines.map { $0.line + "\n" }.joined(), to: desk.store.journal)
    let reader = JournalReader(desk.store)
    #expect(try Digest(state: nil, journal: reader, contract: contract).recent.count == 2)
    let ours = try Digest(state: nil, journal: reader, contract: contract) {
      $0.text("sha") == Desk.sha(2)
    }
    #expect(ours.recent.map(\.words) == ["commit 2"])
  }

  @Test("the state of a branch that travels as a note is no activity")
  func stateNotes() throws {
    let note = try event(.note, ["text": "focus", "state": .object(["status": "testing"])])
    #expect(digest([note]).recent.isEmpty)
  }
}
