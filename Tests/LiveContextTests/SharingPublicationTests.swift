import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("Which events are pending")
struct SharingPublicationTests {
  /// `TYPE ID BRANCH TIP`, a dash for what is not known.
  private func entries(_ rows: [String]) -> [Outbox.Entry] {
    rows.map { row in
      let words = row.split(separator: " ").map(String.init)
      let state = words[0] == "focus" ? #","state":{"status":"testing"}"# : ""
      let type = words[0] == "focus" ? "note" : words[0]
      return Outbox.Entry(
        id: words[1], tip: words[3] == "-" ? nil : words[3],
        branch: words[2] == "-" ? nil : words[2],
        line: #"{"ts":"2026-11-22T22:30:10Z","type":"\#(type)","text":"\#(words[1])"\#(state)}"#)
    }
  }

  @Test(
    "are those of the branch or of its history that no segment holds",
    arguments: [
      (["note a main t1"], "", "a", false),
      (["note a main t1", "note b main t1"], "a", "b", false),
      (["note a side t1"], "", "a", false),
      (["note a side t9"], "", "", true),
      (["note a side -", "note b - t1", "note c - -"], "", "b", true),
      (["note a side t9", "note a main t9"], "", "", true),
      (["test a main t1", "note b main t1", "test c main t1"], "", "b c", false),
      (["test a main t1", "test c main t1"], "c", "", false),
      (["test a side t1", "test c main t1"], "", "a c", false),
      (["focus a main t1", "note b main t1", "focus c main t1"], "", "b c", false),
    ])
  func pending(rows: [String], held: String, expected: String, waits: Bool) {
    let publication = Publication(
      of: entries(rows), on: "main", held: Set(held.split(separator: " ").map(String.init))
    ) { $0 == "t1" }
    #expect(publication.pending.map(\.id).joined(separator: " ") == expected)
    #expect(publication.waitsElsewhere == waits)
  }

  @Test("leave to the next commit what would make a segment too large")
  func tooLarge() throws {
    let text = String(repeating: "x", count: 1900)
    let rows = (0..<1000).map {
      Outbox.Entry(id: "\($0)", tip: "t1", branch: "main", line: "{\(text)\($0)}")
    }
    let publication = Publication(of: rows, on: "main", held: []) { _ in true }
    let (segment, entries) = try #require(publication.segment(at: Timestamp(seconds: 0)))
    #expect(segment.bytes.count <= Segment.maximumSize)
    #expect(entries.count > 500)
    #expect(entries.count < 1000)
  }

  @Test("give a segment whose name says when, and what is in it")
  func name() {
    let segment = Segment(lines: ["{}"], at: Timestamp(seconds: 1_795_386_610))
    // git hash-object of "{}\n"
    #expect(
      segment.path == ".codex/segments/2026-11/20261122T223010Z-0967ef424bce.ndjson")
    #expect(Segment.isPath(segment.path))
    #expect(!Segment.isPath("other/\(segment.path)"))
  }
}

@Suite("The outbox")
struct SharingOutboxTests {
  @Test(
    "holds what is recorded here once the clone takes part, and neither commits nor what stays at home"
  )
  func holds() throws {
    let desk = try Desk()
    let early = try desk.note("early")
    try desk.record(early)
    #expect(try Outbox(desk.store).entries().isEmpty)
    try desk.store.startSharing()
    let home = try desk.note("at home")
    try PrivateEvents(desk.store).add(home)
    let note = try desk.note("goes")
    try desk.record(desk.commit(1), home, note)
    #expect(try Outbox(desk.store).entries().map(\.line) == [note.line])
    #expect(try Outbox(desk.store).entries().map(\.branch) == ["main"])
    #expect(try desk.recorder().putOutHistory(except: []) == 1)
    #expect(try Outbox(desk.store).entries().map(\.id) == [note.id, early.id])
    #expect(try desk.store.stopSharing())
    try desk.record(desk.note("private again"))
    try desk.store.startSharing()
    #expect(try Outbox(desk.store).entries().count == 2)
  }

  @Test("takes nothing that came in a segment, and takes it once however often it comes")
  func foreign() throws {
    let desk = try Desk()
    try desk.store.startSharing()
    let one = try desk.note("of others")
    for (tree, name) in [("aa", "one"), ("bb", "two")] {
      let incoming = IncomingSegments(
        tree: tree,
        files: [
          .init(
            path: "\(Segment.folder)/\(name).ndjson", id: name,
            bytes: Array("\(one.line)\r\n\n\(one.line)\n".utf8))
        ])
      let recording = try desk.recorder().record([], incoming: incoming)
      #expect(recording.warnings.isEmpty)
      #expect(SeenSegments(desk.store, workTree: "").tree == tree)
    }
    #expect(try desk.lines(desk.store.journal) == [one.line])
    #expect(try Outbox(desk.store).entries().isEmpty)
    #expect(
      try SeenSegments(desk.store, workTree: "").unseen(among: ["one", "two", "three"]) == ["three"]
    )
  }

  @Test("mixes what comes by time among what is recorded along with it")
  func order() throws {
    let desk = try Desk()
    let notes = try [1, 3, 5].map { try desk.note("at \($0)", at: $0) }
    let incoming = IncomingSegments(
      tree: "aa",
      files: notes.reversed().enumerated().map {
        .init(path: "\($0).ndjson", id: "\($0)", bytes: Array("\($1.line)\n".utf8))
      })
    let commits = try [desk.commit(1, at: 2), desk.commit(2, at: 4)]
    _ = try desk.recorder().record(commits, incoming: incoming)
    #expect(
      try desk.lines(desk.store.journal)
        == [notes[0], commits[0], notes[1], commits[1], notes[2]].map(\.line))
  }

  @Test("remembers when nothing was pending, by all that it depends on")
  func settled() throws {
    let desk = try Desk()
    try desk.store.startSharing()
    let settled = Settled(desk.store, workTree: "")
    #expect(settled.holds("tree 0 main", tips: ["t1"]) == nil)
    try settled.set("tree 0 main", tip: nil)
    #expect(settled.holds("tree 0 main", tips: ["t1"]) == Settled.anyTip)
    #expect(settled.holds("tree 1 main", tips: ["t1"]) == nil)
    try settled.set("tree 0 main", tip: "t1")
    #expect(settled.holds("tree 0 main", tips: ["t2", "t1"]) == "t1")
    #expect(settled.holds("tree 0 main", tips: ["t2"]) == nil)
  }
}
