import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("What is remembered of older lines")
struct StandingTests {
  @Test("gives the digest that all lines give, whatever is recorded", arguments: 0..<6)
  func sameDigest(round: Int) throws {
    let seed = UInt64.random(in: .min ... .max)
    print("seed \(seed)")
    var numbers = SeededNumbers(seed: seed)
    let desk = try Desk()
    var issues: [String] = []
    var isUsed = false
    var time: Int64 = 1_795_386_610
    for step in 0..<40 {
      // Long runs of lines that change nothing, and then a few of any sort.
      let isQuiet = step % 4 != 3
      let count = isQuiet ? Int.random(in: 1...150, using: &numbers) : 5
      let events = try (0..<count).map { _ in
        time += 1
        return try event(desk, &numbers, &issues, at: time, isQuiet: isQuiet)
      }
      _ = try desk.recorder().record(events)
      let before = Standing.load(desk.store)
      let with = try Digest(
        state: nil, journal: JournalReader(desk.store), contract: desk.contract)
      removeTree(desk.store.standing)
      let without = try Digest(
        state: nil, journal: JournalReader(desk.store), contract: desk.contract)
      try before?.save(desk.store)
      if before != nil, with.standing == nil { isUsed = true }
      #expect(
        Summary.render(with, contract: desk.contract)
          == Summary.render(without, contract: desk.contract), "seed \(seed), step \(step)")
      #expect(with.recent == without.recent)
      #expect(with.openIssues == without.openIssues)
      #expect(with.performance == without.performance)
      #expect(with.lastEvent == without.lastEvent)
    }
    #expect(isUsed, "seed \(seed): nothing was remembered")
  }

  @Test("is not believed where the journal is another one")
  func otherJournal() throws {
    let desk = try Desk()
    _ = try desk.recorder().record((0..<300).map { try desk.note("note \($0)") })
    let issue = try desk.contract.event(
      .issue, at: Timestamp(seconds: 5), ["desc": "open", "area": "ui"])
    let standing = try #require(Standing.load(desk.store))
    let foreign = Standing(
      end: standing.end, last: Array("{}".utf8),
      entries: [Standing.Entry(distance: 1, line: Array(issue.line.utf8))])
    try foreign.save(desk.store)
    let digest = try Digest(
      state: nil, journal: JournalReader(desk.store), contract: desk.contract)
    #expect(digest.openIssues.isEmpty)

    try writeText("no such thing\n", to: desk.store.standing)
    #expect(Standing.load(desk.store) == nil)
  }

  private func event(
    _ desk: Desk, _ numbers: inout SeededNumbers, _ issues: inout [String], at time: Int64,
    isQuiet: Bool
  ) throws -> Event {
    let moment = Timestamp(seconds: time)
    func make(_ type: EventType, _ values: JSONObject) throws -> Event {
      try desk.contract.event(type, at: moment, values)
    }
    switch Int.random(in: 0..<(isQuiet ? 10 : 16), using: &numbers) {
    case 0..<8: return try desk.commit(Int(time - 1_795_386_610), at: time)
    case 8: return try make(.note, ["text": .string("note \(time)")])
    case 9: return try make(.test, ["result": "pass", "count": .integer(Int(time % 90))])
    case 10:
      return try make(
        .perf, ["metric": .string("m\(time % 5)"), "delta_pct": 1, "env": "dev"])
    case 11, 12:
      let issue = try make(.issue, ["desc": .string("issue \(time)"), "area": "ui"])
      issues.append(issue.id)
      return issue
    case 13:
      guard let id = issues.randomElement(using: &numbers) else { fallthrough }
      return try make(
        .fix, ["desc": .string("fix \(time)"), "area": "ui", "links": .array([.string(id)])])
    case 14:
      guard let id = issues.randomElement(using: &numbers) else { fallthrough }
      return try make(
        .note, ["text": .string("correction \(time)"), "replaces": .array([.string(id)])])
    default:
      return try make(.build, ["result": "pass", "desc": .string("build \(time)")])
    }
  }
}
