import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

/// A store or a work tree that may not be written, as in an agent's sandbox.
@Suite("A recorder in a sandbox")
struct SandboxedRecorderTests {
  private func readOnly(_ path: FilePath, _ body: () throws -> Void) rethrows {
    setMode(0o555, of: path)
    for name in names(in: path) {
      setMode(name == "journal.ndjson" || name == "lock" ? 0o444 : 0o555, of: path.appending(name))
    }
    defer {
      setMode(0o755, of: path)
      for name in names(in: path) { setMode(0o755, of: path.appending(name)) }
    }
    try underFileModes(body)
  }

  @Test("appends to the copy when only the store may not be written, and it is taken in later")
  func storeReadOnly() throws {
    let desk = try Desk()
    try desk.record(try desk.note("before"))
    let event = try desk.note("during")
    try readOnly(desk.store.root) {
      let recording = try desk.recorder(isDurable: true).record([event])
      #expect(recording.kept.map(\.path) == [desk.folder.journal])
      #expect(!exists(desk.folder.lock))
    }
    #expect(try desk.record().takenIn == 1)
    #expect(try desk.journal.last == event.line)
  }

  @Test("spools under the temporary folder when neither may be written")
  func bothReadOnly() throws {
    let desk = try Desk()
    try desk.record(try desk.note("before"))
    let event = try desk.note("during")
    try readOnly(desk.store.root) {
      try readOnly(desk.folder.root) {
        let recording = try desk.record(event)
        #expect(recording.kept.count == 1)
        #expect(
          recording.kept[0].path.starts(with: Spool.temporary(for: desk.store).folder))
      }
    }
    #expect(try desk.record().takenIn == 1)
    #expect(try desk.copyIsWhole)
  }

  @Test("records without a word when only .codex may not be written")
  func folderReadOnly() throws {
    let desk = try Desk()
    try desk.record(try desk.note("before"))
    try readOnly(desk.folder.root) {
      let recording = try desk.record(try desk.note("during"))
      #expect(recording.appended.count == 1 && recording.warnings.isEmpty)
    }
  }
}

@Suite("An append to the copy")
struct AppendToCopyTests {
  private func append(_ event: Event, _ desk: Desk) throws -> FilePath? {
    try WorkTreeUpdate.appendToCopy(
      event, of: desk.workTree(), desk.store, "test", deadline: .milliseconds(50), synced: true)
  }

  @Test("happens under both locks and leaves neither")
  func appends() throws {
    let desk = try Desk()
    try desk.record(try desk.note("before"))
    let event = try desk.note("kept")
    #expect(try append(event, desk) == desk.folder.journal)
    #expect(!exists(desk.folder.lock))
    #expect(try desk.record().takenIn == 1)
    #expect(try desk.journal.last == event.line)
  }

  @Test("does not happen while somebody else holds either lock")
  func locked() throws {
    let desk = try Desk()
    try desk.record(try desk.note("before"))
    do {
      let lock = try desk.lock()
      try lock.during { () throws(FileError) in
        let path = try? append(try desk.note("kept"), desk)
        #expect(path == nil)
      }
    }
    try writeText("an agent's", to: desk.folder.lock)
    #expect(try append(try desk.note("kept"), desk) == nil)
    #expect(try desk.lines(desk.folder.journal).count == 1)
  }

  @Test("does not happen behind somebody's unfinished line")
  func unfinished() throws {
    let desk = try Desk()
    try desk.record(try desk.note("before"))
    try appendText("{\"ts\"", to: desk.folder.journal)
    #expect(try append(try desk.note("kept"), desk) == nil)
    #expect(try readText(desk.folder.journal).hasSuffix("{\"ts\""))
  }

  @Test("does not happen through a link")
  func link() throws {
    let desk = try Desk()
    try desk.record(try desk.note("before"))
    let outside = desk.sandbox.root.appending("outside")
    try writeText("", to: outside)
    unlink(desk.folder.journal.string)
    symlink(outside.string, desk.folder.journal.string)
    #expect(throws: FileError.self) { try append(try desk.note("kept"), desk) }
    #expect(try readText(outside).isEmpty)
  }
}
