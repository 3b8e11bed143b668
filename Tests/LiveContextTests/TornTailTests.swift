import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("A torn end of the journal")
struct TornTailTests {
  private func torn(_ desk: Desk) -> [FilePath] {
    names(in: desk.store.archive).filter { $0.hasPrefix("torn-") }
      .map { desk.store.archive.appending($0) }
  }

  @Test("that is a whole event gets its line break")
  func whole() throws {
    let desk = try Desk()
    let (one, two) = (try desk.note("one"), try desk.note("two"))
    try writeText(one.line + "\n" + two.line, to: desk.store.journal)
    try desk.record(try desk.note("three"))
    #expect(try desk.journal.count == 3)
    #expect(torn(desk).isEmpty)
  }

  @Test(
    "that is half a line goes to the archive",
    arguments: ["{\"ts\":\"2026-11", "x", "\u{0}\u{0}\u{0}", "{\"ts\":\"2026-11-22T22:30:10Z\"}"])
  func half(tail: String) throws {
    let desk = try Desk()
    let one = try desk.note("one")
    try writeText(one.line + "\n" + tail, to: desk.store.journal)
    let two = try desk.note("two")
    try desk.record(two)
    #expect(try desk.journal == [one.line, two.line])
    #expect(try torn(desk).map { try readText($0) } == [tail])
  }

  @Test("without any line before it goes to the archive too, and two in one second both stay")
  func twice() throws {
    let desk = try Desk()
    try writeText("half", to: desk.store.journal)
    try desk.record(try desk.note("one"))
    try appendText("another half", to: desk.store.journal)
    try desk.record(try desk.note("two"))
    #expect(try desk.journal.count == 2)
    #expect(try torn(desk).map { try readText($0) }.sorted() == ["another half", "half"])
  }

  @Test("of many megabytes is moved in pieces, byte for byte")
  func large() throws {
    let desk = try Desk()
    let one = try desk.note("one")
    let tail = [UInt8](repeating: 0x61, count: 3_000_000) + [UInt8](repeating: 0, count: 2_000_000)
    try writeBytes(Array((one.line + "\n").utf8) + tail, to: desk.store.journal)
    try desk.record()
    #expect(try readText(desk.store.journal) == one.line + "\n")
    #expect(try readBytes(try #require(torn(desk).first)) == tail)
  }

  @Test("that a foreign writer is still writing is waited for")
  func inFlight() throws {
    let desk = try Desk()
    let (one, two) = (try desk.note("one"), try desk.note("two"))
    let half = two.line.prefix(30)
    try writeText(one.line + "\n" + half, to: desk.store.journal)
    let journal = desk.store.journal
    let rest = String(two.line.dropFirst(30)) + "\n"
    onThreads(2) { number in
      if number == 0 {
        usleep(20_000)
        try? appendText(rest, to: journal)
      } else {
        _ = try? desk.record()
      }
    }
    #expect(try desk.journal == [one.line, two.line])
    #expect(torn(desk).isEmpty)
  }
}
