import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("The summary")
struct SummaryTests {
  let contract = Contract()
  let moment = Timestamp(seconds: 1_795_386_610)

  static let headings = [
    "## Current Work", "## Recent Activity", "## Health Snapshot", "## Open Questions / Next Steps",
  ]

  private func event(_ type: EventType, _ values: JSONObject) throws -> Event {
    try contract.event(type, at: moment, values)
  }

  private func day(_ text: String) throws -> Digest {
    let long = JSON.string(text)
    var events = try (0..<8).map { try Desk().commit($0) }
    events += try (0..<6).map {
      try event(.issue, ["desc": .string("\($0) \(text)"), "area": "a", "severity": long])
    }
    events += [
      try event(.test, ["result": "fail", "count": 120, "failed": 2, "focus": long]),
      try event(
        .perf, ["metric": long, "delta_pct": 12.5, "env": "dev", "value": 3, "unit": long]),
      try event(.build, ["result": "pass", "desc": long]),
      try event(.ci, ["result": "pass", "desc": long]),
    ]
    let state = try State(branch: "feat/sync", at: moment).setting(
      notes: text, at: moment, contract: contract)
    return Digest(state: state, events: events.reversed())
  }

  @Test("has the plan's four headings, also when nothing is recorded")
  func headings() throws {
    for digest in [Digest(state: nil, events: []), try day("text")] {
      let text = Summary.render(digest, contract: contract)
      #expect(
        text.split(separator: "\n").filter { $0.hasPrefix("## ") } == Self.headings.map { $0[...] })
      #expect(text.hasPrefix("# Summary\n\n") && text.hasSuffix("\n"))
    }
  }

  @Test("is the same for the same events, word for word")
  func golden() throws {
    let digest = Digest(
      state: State(branch: "feat/branching-ui", at: moment),
      events: [
        try event(.test, ["result": "pass", "count": 9]),
        try event(.commit, ["sha": .string(Desk.sha(1)), "files_changed": 2, "message": "Add it"]),
      ])
    let test = try #require(digest.test)
    #expect(
      Summary.render(digest, contract: contract) == """
        # Summary

        ## Current Work

        - Feature: branching_ui
        - Branch: feat/branching-ui
        - Status: in_progress
        - Last updated: 2026-11-22T22:30:10Z

        ## Recent Activity

        - 2026-11-22 22:30Z commit \(Desk.sha(1).prefix(7)): Add it (2 files)

        ## Health Snapshot

        - 2026-11-22 22:30Z tests pass, 9 run [\(test.id)]

        ## Open Questions / Next Steps

        - none recorded

        """)
  }

  @Test("has at most 500 words on an ordinary day")
  func ordinary() throws {
    let text = Summary.render(
      try day("the sync drops a record when two writers meet at midnight"), contract: contract)
    #expect(Summary.words(in: text) <= 500)
  }

  @Test("has at most 2,000 words at worst, texts of single letters from writers without limits")
  func worst() throws {
    let letters = String(repeating: "x ", count: 900)
    let lines =
      (0..<20).map {
        #"{"ts":"2026-11-22T22:30:10Z","type":"issue","desc":"\#($0) \#(letters)","area":"\#(letters.prefix(80))"}"#
      } + [
        #"{"ts":"2026-11-22T22:30:10Z","type":"perf","metric":"\#(letters)","delta_pct":1,"env":"dev"}"#
      ]
    let events = try lines.map { try contract.read(Array($0.utf8)[...]) }
    let text = Summary.render(Digest(state: nil, events: events), contract: contract)
    #expect(Summary.words(in: text) <= Summary.maximumWords)
    let day = Summary.render(try day(letters), contract: contract)
    #expect(Summary.words(in: day) <= Summary.maximumWords)
  }

  @Test("carries an id in every bullet of activity, health and open issues")
  func ids() throws {
    let digest = try day("text")
    let text = Summary.render(digest, contract: contract)
    let ids =
      (digest.recent + digest.openIssues + digest.performance + digest.runs + [digest.test!])
      .map(\.shortID)
    for section in text.split(separator: "## ").dropFirst(2) {
      for bullet in section.split(separator: "\n")
      where bullet.hasPrefix("- ") && bullet != "- text" {
        #expect(ids.contains { bullet.contains($0) }, "\(bullet)")
      }
    }
    let steps = text.split(separator: "## ").last!.split(separator: "\n").filter {
      $0.hasPrefix("- ")
    }
    #expect(steps.count == 5)
    #expect(steps[0] == "- text")
  }
}
