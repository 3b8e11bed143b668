import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

/// A store on a file system of 64 KB; only root can mount one.
@Suite(
  "A full disk", .serialized,
  .enabled(if: geteuid() == 0, "only root can mount a small file system"))
struct FullDiskTests {
  private func full(_ body: (Desk, FilePath) throws -> Void) throws {
    let desk = try Desk()
    let outcome = try desk.sandbox.run(
      ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", desk.store.root.string])
    guard outcome.status == 0 else { return }
    defer { _ = try? desk.sandbox.run(["umount", "-l", desk.store.root.string]) }
    let filler = desk.store.root.appending("filler")
    try desk.record(try desk.note("before"))
    _ = try desk.sandbox.run(["sh", "-c", "cat /dev/zero > \(filler) 2>/dev/null"])
    try body(desk, filler)
  }

  @Test("is an error that names the file, and nothing is torn or lost")
  func error() throws {
    try full { desk, filler in
      var kept: [Event] = [try desk.note("before")]
      var failure: FileError?
      for number in 0..<100 {
        let event = try desk.note("\(number) " + String(repeating: "x", count: 100))
        do throws(FileError) {
          kept += try desk.recorder().record([event]).appended
        } catch {
          failure = error
          break
        }
      }
      #expect(failure?.isFull == true)
      #expect(failure?.path == desk.store.journal)
      #expect(try readText(desk.store.journal) == kept.map { $0.line + "\n" }.joined())
      unlink(filler.string)
      let after = try desk.note("after")
      try desk.record(after)
      #expect(try desk.journal == (kept + [after]).map(\.line))
      #expect(try desk.copyIsWhole)
    }
  }

  @Test("in the middle of several events: what was appended is told from what was not")
  func several() throws {
    try full { desk, _ in
      let events = try (0..<100).map {
        try desk.note("\($0) " + String(repeating: "x", count: 100))
      }
      let recording = try desk.recorder().record(events)
      #expect(!recording.appended.isEmpty && !recording.lost.isEmpty)
      #expect(recording.appended + recording.lost == events)
      #expect(recording.warnings.count == 1)
      #expect(try desk.journal.count == 1 + recording.appended.count)
    }
  }
}
