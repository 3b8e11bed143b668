import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("Copies of segments")
struct ArchiveCopiesTests {
  private func rotated(_ times: Int) throws -> Desk {
    let desk = try Desk()
    for number in 0..<times {
      var held = try desk.held()
      _ = try held.append(try desk.note("segment \(number)"))
      try held.rotate()
    }
    return desk
  }

  @Test("are those of the two newest, and older ones go")
  func newest() throws {
    let desk = try rotated(1)
    for _ in 0..<4 {
      do {
        var held = try desk.held()
        _ = try held.append(try desk.note("more"))
        try held.rotate()
      }
      try desk.record(try desk.note("n"))
      let segments = desk.store.segments().suffix(2)
      #expect(names(in: desk.folder.archive) == segments.compactMap { $0.lastComponent?.string })
      for segment in segments {
        let copy = desk.folder.archive.appending(segment.lastComponent!)
        #expect(try readBytes(copy) == readBytes(segment))
      }
    }
  }

  @Test("files that others put there are never removed or replaced")
  func foreign() throws {
    let desk = try rotated(3)
    let oldest = try #require(desk.store.segments().first?.lastComponent?.string)
    try makeFolder(desk.folder.archive)
    for name in ["journal-2020.ndjson", "notes.txt", oldest] {
      try writeText("theirs\n", to: desk.folder.archive.appending(name))
    }
    try desk.record(try desk.note("n"))
    for name in ["journal-2020.ndjson", "notes.txt", oldest] {
      #expect(try readText(desk.folder.archive.appending(name)) == "theirs\n")
    }
    #expect(names(in: desk.folder.archive).count == 5)
  }

  @Test("a link in the archive's place is not followed")
  func link() throws {
    let desk = try rotated(2)
    let outside = desk.sandbox.root.appending("outside")
    try makeFolder(outside)
    try makeFolder(desk.folder.root)
    symlink(outside.string, desk.folder.archive.string)
    let recording = try desk.record(try desk.note("n"))
    #expect(recording.appended.count == 1)
    #expect(recording.warnings.count == 1)
    #expect(names(in: outside).isEmpty)
  }
}
