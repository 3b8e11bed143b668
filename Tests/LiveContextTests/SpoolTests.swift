import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("The spool")
struct SpoolTests {
  @Test("keeps events in the order in which they came, and gives each once")
  func order() throws {
    let desk = try Desk()
    let events = try (0..<20).map { try desk.note("waiting \($0)") }
    let spool = Spool.inStore(desk.store)
    let paths = try events.map { try spool.write($0, synced: false) }
    #expect(spool.waiting() == paths)
    #expect(FileStatus.of(paths[0])?.permissions == 0o600)
    #expect(FileStatus.of(spool.folder)?.permissions == 0o700)
    let late = try desk.note("later")
    #expect(try desk.record(late).takenIn == 20)
    #expect(try desk.journal == (events + [late]).map(\.line))
    #expect(!exists(spool.folder))
    #expect(try desk.record().takenIn == 0)
  }

  @Test("gives an event once when its drainer died between the append and the removal")
  func killedDrainer() throws {
    let desk = try Desk()
    let event = try desk.note("waiting")
    try desk.record(event)
    let path = try Spool.inStore(desk.store).write(event, synced: true)
    #expect(try desk.record().takenIn == 0)
    #expect(try desk.journal == [event.line])
    #expect(!exists(path))
  }

  @Test("gives an event once that stands in two files, or in an archived segment")
  func once() throws {
    let desk = try Desk()
    let (one, two) = (try desk.note("one"), try desk.note("two"))
    try desk.record(one)
    do {
      var held = try desk.held()
      try held.rotate()
    }
    for event in [one, two, two] { _ = try Spool.inStore(desk.store).write(event, synced: false) }
    #expect(try desk.record().takenIn == 1)
    #expect(try desk.allLines == [one.line, two.line])
  }

  @Test("is drained once by two that drain at the same moment")
  func concurrentDrains() throws {
    let desk = try Desk()
    for number in 0..<50 {
      _ = try Spool.inStore(desk.store).write(try desk.note("waiting \(number)"), synced: false)
    }
    onThreads(4) { _ in _ = try? desk.record() }
    #expect(try desk.journal.count == 50)
  }

  @Test(
    "leaves what is no event for doctor, and goes on",
    arguments: [
      "", "half", "{}\n", "{\"ts\":\n\"2026-11-22T22:30:10Z\",\"type\":\"note\",\"text\":\"t\"}\n",
      "{\"ts\":\"2026-11-22T22:30:10Z\",\"type\":\"note\",\"text\":\"unfinished\"}",
    ])
  func garbage(content: String) throws {
    let desk = try Desk()
    let spool = Spool.inStore(desk.store)
    try makeFolder(spool.folder)
    let bad = spool.folder.appending("20200101T000000Z-0-1.json")
    try writeText(content, to: bad)
    mkfifo(spool.folder.appending("20200101T000000Z-0-2.json").string, 0o600)
    symlink("/etc/passwd", spool.folder.appending("20200101T000000Z-0-3.json").string)
    try makeFolder(spool.folder.appending("20200101T000000Z-0-4.json"))
    _ = try spool.write(try desk.note("good"), synced: false)
    let recording = try desk.record()
    #expect(recording.takenIn == 1 && recording.warnings.isEmpty)
    #expect(try desk.journal == [try desk.note("good").line])
    #expect(try readText(bad) == content)
  }

  @Test("outside the store is a folder that only its owner can enter")
  func temporary() throws {
    let desk = try Desk()
    let spool = Spool.temporary(for: desk.store)
    let event = try desk.note("waiting")
    let path = try spool.write(event, synced: false)
    #expect(FileStatus.of(spool.folder)?.permissions == 0o700)
    #expect(FileStatus.of(path)?.permissions == 0o600)
    #expect(try desk.record().takenIn == 1)
    #expect(try desk.journal == [event.line])
  }

  @Test(
    "that is not our own is neither written nor read",
    arguments: ["others may enter", "a link", "a file", "another owner"])
  func foreign(kind: String) throws {
    let desk = try Desk()
    let spool = Spool.temporary(for: desk.store)
    let real = desk.sandbox.root.appending("elsewhere")
    try makeFolder(real)
    setMode(0o700, of: real)
    try writeText(try desk.note("planted").line + "\n", to: real.appending("1.json"))
    try makeFolder(spool.folder.removingLastComponent())
    setMode(0o700, of: spool.folder.removingLastComponent())
    defer { if kind == "a link" || kind == "a file" { unlink(spool.folder.string) } }
    switch kind {
    case "a link": symlink(real.string, spool.folder.string)
    case "a file": try writeText("x", to: spool.folder)
    default:
      try makeFolder(spool.folder)
      try writeText(try desk.note("planted").line + "\n", to: spool.folder.appending("1.json"))
      if kind == "another owner" {
        // Only root can give a folder away.
        guard chown(spool.folder.string, 12_345, 0) == 0 else { return }
      } else {
        setMode(0o770, of: spool.folder)
      }
    }
    #expect(throws: FileError.self) { try spool.write(try desk.note("n"), synced: false) }
    #expect(try desk.record().takenIn == 0)
    #expect(exists(real.appending("1.json")))
  }

  @Test("is not made where the store is gone")
  func noStore() throws {
    let desk = try Desk()
    removeTree(desk.store.root)
    let event = try desk.note("n")
    let recording = try desk.record(event)
    #expect(recording.kept.map(\.event) == [event])
    #expect(!exists(desk.store.root))
    try makeFolder(desk.store.root)
    #expect(try desk.record().takenIn == 1)
  }
}
