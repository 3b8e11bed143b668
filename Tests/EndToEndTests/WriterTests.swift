import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("Several writers")
struct WriterTests {
  @Test("at once lose nothing, tear nothing and leave no lock", arguments: [(2, 20), (16, 4)])
  func atOnce(writers: Int, each: Int) throws {
    let clone = try Clone()
    let script = #"""
      i=0
      while [ $i -lt "$3" ]; do i=$((i + 1)); "$1" note "writer $2 event $i" >/dev/null || exit 1; done
      """#
    let running = try (0..<writers).map { number in
      try clone.sandbox.start(
        ["sh", "-c", script, "sh", codexHookBinary().string, "\(number)", "\(each)"],
        in: clone.root)
    }
    for one in running {
      let outcome = try one.wait()
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let texts = try clone.journal().map {
      try #require(JSON.parse($0).object?["text"]?.text)
    }
    let expected = (0..<writers).flatMap { number in
      (1...each).map { "writer \(number) event \($0)" }
    }
    #expect(texts.sorted() == expected.sorted())
    for number in 0..<writers {
      #expect(
        texts.filter { $0.hasPrefix("writer \(number) ") }
          == (1...each).map { "writer \(number) event \($0)" })
    }
    // When the last writer is done, .codex/ is whole.
    #expect(try clone.copy() == clone.journal())
    #expect(try readText(clone.folder.appending("summary.md")) == clone.done("summary") + "\n")
    let left = names(in: clone.folder)
    #expect(!left.contains("lock"))
    #expect(!left.contains { $0.hasSuffix(".new") })
    #expect(try clone.done("validate") == "\(writers * each) events, 0 problems")
  }

  @Test("commits and notes at once are all there")
  func commitsAndNotes() throws {
    let clone = try Clone()
    try clone.commit("one")
    let second = clone.sandbox.root.appending("second")
    try clone.git("worktree", "add", "-q", "-b", "other", second.string)
    let loop = #"for i in 1 2 3 4 5 6; do "$@" || exit 1; done"#
    let commit = ["git", "commit", "-q", "--allow-empty", "-m"]
    let running = [
      try clone.sandbox.start(["sh", "-c", loop, "sh"] + commit + ["here"], in: clone.root),
      try clone.sandbox.start(["sh", "-c", loop, "sh"] + commit + ["there"], in: second),
      try clone.sandbox.start(
        ["sh", "-c", loop, "sh", codexHookBinary().string, "issue", "seen"], in: clone.root),
    ]
    for one in running {
      let outcome = try one.wait()
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let made = try clone.git("rev-list", "main", "other").split(separator: "\n")
    let events = try clone.journal().map { try Contract().read(Array($0.utf8)[...]) }
    let recorded = events.filter { $0.type == .commit }.compactMap { $0.text("sha") }
    #expect(made.count == 13)
    #expect(recorded.sorted() == made.map(String.init).sorted())
    #expect(events.filter { $0.type == .issue }.count == 6)
  }

  @Test(
    "while somebody else holds .codex/lock nothing is written there, no hook waits, and then all is there once"
  )
  func lockHeldByAnother() throws {
    let clone = try Clone()
    try clone.commit("one")
    let lock = clone.folder.appending("lock")
    try writeText("an agent that knows nothing of us\n", to: lock)
    let before = try clone.listing(of: clone.folder)

    let duration = try ContinuousClock().measure {
      try clone.commit("two")
      try clone.done("note", "said while the lock stood")
    }
    #expect(duration < .seconds(4), "a commit and a note took \(duration)")
    #expect(try clone.listing(of: clone.folder) == before)
    #expect(try clone.journal().count == 3)
    #expect(try clone.status() == "")

    let refused = try clone.run(["state", "set", "--status", "testing"])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("codex-hook unlock"))
    #expect(try clone.listing(of: clone.folder) == before)

    try clone.sandbox.run(["rm", lock.string]).expectSuccess()
    try clone.commit("three")
    let journal = try clone.journal()
    #expect(journal.count == 4)
    #expect(Set(journal).count == 4)
    #expect(try clone.copy() == journal)
    #expect(try readText(clone.folder.appending("summary.md")) == clone.done("summary") + "\n")
  }

  @Test("a lock that a writer left behind is removed by unlock, a young one only by force")
  func unlock() throws {
    let clone = try Clone()
    let lock = clone.folder.appending("lock")
    try writeText("gone\n", to: lock)
    #expect(try clone.run(["unlock"]).status == 1)
    #expect(exists(lock))
    try clone.sandbox.run(["touch", "-d", "-2 minutes", lock.string]).expectSuccess()
    try clone.done("unlock")
    #expect(!exists(lock))
  }

  @Test("a line that an agent appended by hand is taken in, once")
  func appendedByHand() throws {
    let clone = try Clone()
    try clone.commit("one")
    let line = #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"written by hand"}"#
    try appendText(line + "\n", to: clone.folder.appending("journal.ndjson"))
    try clone.commit("two")
    try clone.commit("three")
    #expect(try clone.journal().filter { $0 == line }.count == 1)
    #expect(try clone.journal().count == 4)
    #expect(try clone.copy() == clone.journal())
  }
}
