import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("A work tree's lock")
struct WorkTreeLockTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try makeFolder(desk.folder.root)
    return desk
  }

  private func ours(boot: String, store: String) -> String {
    #"{"pid":1,"boot":"\#(boot)","store":"\#(store)","ts":"2026-11-22T22:30:10Z","command":"x"}"#
      + "\n"
  }

  private func isFree(_ desk: Desk) throws -> Bool {
    try WorkTreeLock.held(desk.folder, store: desk.store, command: "test") { true } ?? false
  }

  @Test("says who holds it, keeps others out, and is gone afterwards, after an error too")
  func holds() throws {
    let desk = try desk()
    try WorkTreeLock.held(desk.folder, store: desk.store, command: "note") { () throws(FileError) in
      let holder = WorkTreeLock.holder(desk.folder.lock)
      #expect(holder?["pid"]?.int == Int(getpid()))
      #expect(holder?["command"]?.text == "note")
      #expect(holder?["store"]?.text == desk.store.root.string)
      #expect(ForeignLock.standing(in: desk.folder)?.isOurs == true)
    }
    #expect(!exists(desk.folder.lock))
    #expect(throws: FileError.self) {
      try WorkTreeLock.held(desk.folder, store: desk.store, command: "note") {
        () throws(FileError) in throw FileError("write", desk.folder.root, Errno.ioError)
      }
    }
    #expect(!exists(desk.folder.lock))
  }

  @Test("is the store's file by a second name, or one of its own where that cannot be")
  func linked() throws {
    let desk = try desk()
    for isLinked in [true, false, true] {
      if !isLinked {
        unlink(desk.store.holder.string)
        try makeFolder(desk.store.holder)
      }
      let lock = try WorkTreeLock.held(desk.folder, store: desk.store, command: "note") {
        WorkTreeLock.holder(desk.folder.lock)?["command"]?.text == "note"
          ? FileStatus.of(desk.folder.lock) : nil
      }
      let held = try #require(lock ?? nil)
      #expect(FileStatus.of(desk.store.holder)?.isSame(as: held) == isLinked)
      #expect(!exists(desk.folder.lock))
      #expect(!names(in: desk.folder.root).contains { $0.hasSuffix(".new") })
      rmdir(desk.store.holder.string)
    }
  }

  @Test("says only what its holder says, however much the one before said")
  func shorter() throws {
    let desk = try desk()
    for command in ["a command of a longer name", "note"] {
      try WorkTreeLock.held(desk.folder, store: desk.store, command: command) {
        () throws(FileError) in
        #expect(WorkTreeLock.holder(desk.folder.lock)?["command"]?.text == command)
      }
    }
  }

  @Test(
    "of another make stays untouched, however old",
    arguments: [
      "", "12345\n", "{}", #"{"pid":1}"#, #"{"pid":"1","boot":"b","store":"s"}"#, "\u{0}",
    ])
  func foreign(content: String) throws {
    let desk = try desk()
    try writeText(content, to: desk.folder.lock)
    age(desk.folder.lock, by: 86_400)
    #expect(try !isFree(desk))
    #expect(try readText(desk.folder.lock) == content)
    let standing = try #require(ForeignLock.standing(in: desk.folder))
    #expect(standing.isOld && !standing.isOurs && standing.age >= 86_400)
    #expect(standing.description.hasSuffix("if that writer is gone: codex-hook unlock"))
  }

  @Test(
    "that is a folder, a link or a FIFO stays untouched", arguments: ["folder", "link", "fifo"])
  func odd(kind: String) throws {
    let desk = try desk()
    switch kind {
    case "folder": try makeFolder(desk.folder.lock)
    case "link": symlink("nowhere", desk.folder.lock.string)
    default: mkfifo(desk.folder.lock.string, 0o644)
    }
    age(desk.folder.lock, by: 86_400)
    #expect(try !isFree(desk))
    #expect(exists(desk.folder.lock))
    #expect(!exists(desk.folder.root.appending("nowhere")))
  }

  @Test("of ours that a dead writer of this boot and store left is removed at once")
  func deadWriter() throws {
    let desk = try desk()
    try writeText(
      ours(boot: WorkTreeLock.bootID(), store: desk.store.root.string), to: desk.folder.lock)
    #expect(try isFree(desk))
    #expect(!exists(desk.folder.lock))
  }

  @Test(
    "of ours from elsewhere is removed when it is older than a minute",
    arguments: [
      ("another boot", 0, false), ("another boot", 30, false), ("another boot", 90, true),
    ])
  func elsewhere(boot: String, seconds: Int, isRemoved: Bool) throws {
    let desk = try desk()
    try writeText(ours(boot: boot, store: desk.store.root.string), to: desk.folder.lock)
    age(desk.folder.lock, by: seconds)
    #expect(try isFree(desk) == isRemoved)
    #expect(exists(desk.folder.lock) != isRemoved)
  }

  @Test("of our format with two gigabytes behind it is looked at without reading them")
  func huge() throws {
    let desk = try desk()
    try writeText("{", to: desk.folder.lock)
    _ = truncate(desk.folder.lock.string, 2 << 30)
    #expect(try !isFree(desk))
  }

  @Test("that somebody took after removing ours is left to them")
  func takenOver() throws {
    let desk = try desk()
    try WorkTreeLock.held(desk.folder, store: desk.store, command: "note") { () throws(FileError) in
      unlink(desk.folder.lock.string)
      try? writeText("theirs", to: desk.folder.lock)
    }
    #expect(try readText(desk.folder.lock) == "theirs")
  }
}
