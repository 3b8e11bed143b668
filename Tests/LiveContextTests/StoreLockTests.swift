import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("The store's lock")
struct StoreLockTests {
  @Test("no update is lost between sixteen writers on descriptors of their own")
  func noLostUpdate() throws {
    let desk = try Desk()
    let counter = desk.top.appending("counter")
    try writeText("0", to: counter)
    let lock = desk.store.lock
    onThreads(16) { _ in
      for _ in 0..<10 {
        guard let held = try? StoreLock.acquire(lock, deadline: .seconds(30)) else { return }
        try? held.during { () throws(FileError) in
          let value = Int((try? readText(counter)) ?? "") ?? -1_000
          try? writeText(String(value + 1), to: counter)
        }
      }
    }
    #expect(try readText(counter) == "160")
  }

  @Test("is given up for at the deadline, and free again when its holder is gone")
  func deadline() throws {
    let desk = try Desk()
    let clock = ContinuousClock()
    do {
      let held = try desk.lock()
      let start = clock.now
      let second = try StoreLock.acquire(desk.store.lock, deadline: .milliseconds(100)) == nil
      #expect(second)
      #expect(clock.now - start >= .milliseconds(100))
      #expect(clock.now - start < .seconds(2))
      try held.set(Checkpoint(journalSize: 1, lines: 2, commits: 3))
    }
    let again = try desk.lock()
    #expect(try again.checkpoint() == Checkpoint(journalSize: 1, lines: 2, commits: 3))
  }

  @Test("is had as soon as its holder gives it up, whatever signals this thread has blocked")
  func woken() throws {
    let desk = try Desk()
    let path = desk.store.lock
    nonisolated(unsafe) var waited: Duration?
    onThreads(2) { number in
      if number == 0 {
        guard let held = try? StoreLock.acquire(path, deadline: .zero) else { return }
        _ = try? held.during { () throws(FileError) in usleep(300_000) }
      } else {
        usleep(100_000)
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        let clock = ContinuousClock()
        let start = clock.now
        let early = (try? StoreLock.acquire(path, deadline: .milliseconds(50))) == nil
        guard early, (try? StoreLock.acquire(path, deadline: .seconds(60))) != nil else { return }
        waited = clock.now - start
      }
    }
    let time = try #require(waited)
    #expect(time >= .milliseconds(50) && time < .seconds(20))
  }

  @Test("keeps out a reader of the checkpoint's file and is kept out by one")
  func readOnly() throws {
    let desk = try Desk()
    try writeText("", to: desk.store.lock)
    let reader = try desk.lock(isReadOnly: true)
    try reader.during { () throws(FileError) in
      let writer = try StoreLock.acquire(desk.store.lock, deadline: .zero) == nil
      #expect(writer)
    }
  }

  @Test("of a store that was removed while we waited guards nothing")
  func removedStore() throws {
    let desk = try Desk()
    let path = desk.store.lock
    nonisolated(unsafe) var failure: FileError?
    nonisolated(unsafe) var first: Bool = false
    onThreads(2) { number in
      if number == 0 {
        guard let held = try? StoreLock.acquire(path, deadline: .zero) else { return }
        first = true
        try? held.during { () throws(FileError) in
          usleep(200_000)
          unlink(path.string)
        }
      } else {
        usleep(50_000)
        do throws(FileError) { _ = try StoreLock.acquire(path, deadline: .seconds(5)) } catch {
          failure = error
        }
      }
    }
    #expect(first)
    #expect(failure?.code == .noSuchFileOrDirectory)
  }

  @Test(
    "holds a checkpoint that is read only when it makes sense",
    arguments: ["", "1 2 3", "1 2 3\n", "a b c", "-1 2 3", "1 2 3 4", "1 2", "\u{0}\u{0}"])
  func checkpoints(text: String) {
    let padded = Array((text + String(repeating: " ", count: 48)).utf8.prefix(47)) + [0x0a]
    let expected =
      text.hasPrefix("1 2 3") && !text.hasSuffix("4")
      ? Checkpoint(journalSize: 1, lines: 2, commits: 3) : nil
    #expect(Checkpoint(padded) == expected)
    #expect(Checkpoint(Array(text.utf8)) == nil)
  }
}
