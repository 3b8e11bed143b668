import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("A reader of the journal")
struct JournalReaderTests {
  private func words(_ desk: Desk, types: Set<EventType>? = nil, limit: Int = 10_000) throws
    -> [String]
  {
    var words: [String] = []
    try JournalReader(desk.store).forEachEvent(desk.contract, types: types, limit: limit) { event in
      words.append(event.words)
      return true
    }
    return words
  }

  @Test("gives the newest first and reads on into the archive")
  func readsOn() throws {
    let desk = try Desk()
    for number in 0..<3 {
      var held = try desk.held()
      _ = try held.append(try desk.note("a\(number)"))
      _ = try held.append(try desk.note("b\(number)"))
      if number < 2 { try held.rotate() }
    }
    #expect(try words(desk) == ["b2", "a2", "b1", "a1", "b0", "a0"])
    #expect(try words(desk, limit: 3) == ["b2", "a2", "b1"])
  }

  @Test("leaves out an unterminated last line, broken lines, and what is recorded twice")
  func leavesOut() throws {
    let desk = try Desk()
    let (one, two, commit) = (try desk.note("one"), try desk.note("two"), try desk.commit(1))
    let again = try desk.commit(1, at: 5)
    let lines = [one.line, "junk", commit.line, "", two.line, again.line, one.line]
    try writeText(lines.joined(separator: "\n") + "\n" + two.line, to: desk.store.journal)
    #expect(try words(desk) == ["one", "commit 1", "two"])
  }

  @Test("gives only the wanted types, of lines in any order of keys")
  func types() throws {
    let desk = try Desk()
    let other = #"{"type":"note","text":"other order","ts":"2026-11-22T22:30:10Z"}"#
    try writeText(
      [try desk.commit(1).line, other, try desk.note("ours").line].joined(separator: "\n") + "\n",
      to: desk.store.journal)
    #expect(try words(desk, types: [.note]) == ["ours", "other order"])
    #expect(try words(desk, types: [.commit]) == ["commit 1"])
  }

  @Test("makes nothing where there is nothing")
  func nothing() throws {
    let desk = try Desk()
    #expect(try words(desk).isEmpty)
    #expect(names(in: desk.store.root).isEmpty)
  }

  @Test("misses no event beside a writer that rotates")
  func besideRotation() throws {
    let desk = try Desk()
    try desk.record(try desk.note("always there"))
    nonisolated(unsafe) var misses = 0
    onThreads(2) { number in
      for index in 0..<100 {
        if number == 0 {
          guard var held = try? desk.held() else { continue }
          _ = try? held.append((try? desk.note("n\(index)"))!)
          _ = try? held.rotate()
        } else if (try? words(desk).contains("always there")) != true {
          misses += 1
        }
      }
    }
    #expect(misses == 0)
  }

  @Test("tells the type of our writers' lines by its place, and of no other")
  func placeOfTheType() throws {
    for (type, _, line) in ContractTests.golden {
      #expect(JournalLine.type(Array(line.utf8)[...]) == type)
    }
    for line in [
      "", "{}", #"{"type":"note","ts":"2026-11-22T22:30:10Z","text":"t"}"#,
      #"{"ts":"2026-11-22T22:30:10+00:00","type":"note"}"#, String(repeating: "\"", count: 60),
    ] {
      #expect(JournalLine.type(Array(line.utf8)[...]) == nil)
    }
  }

  @Test("gives long lines cut, and bounded, and goes on behind them")
  func longLines() throws {
    let desk = try Desk()
    let note = try desk.note("n").line
    try writeText(
      note + "\n" + String(repeating: "x", count: 1_000_000) + "\n" + note + "\r\n\n" + note,
      to: desk.store.journal)
    var lengths: [Int] = []
    try LineReader(desk.store.journal)?.forEach { lengths.append($0.count) }
    #expect(lengths.count == 4)
    #expect(lengths[0] == note.utf8.count && lengths[2] == note.utf8.count + 1 && lengths[3] == 0)
    #expect(lengths[1] > Event.maximumLineLength && lengths[1] < 1_000_000)
  }
}
