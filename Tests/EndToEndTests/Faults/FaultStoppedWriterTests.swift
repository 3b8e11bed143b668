import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Faults {
  @Suite("Writers in the way")
  struct WritersInTheWay {
    @Test(
      "While the holder of the store's lock is stopped, others spool within their deadline and git goes on",
      .enabled(if: Faults.canInject))
    func stoppedHolder() throws {
      let clone = try Clone()
      try clone.commit("one")
      // Stopped right where a note takes the work tree's lock: appended, and the store's lock held.
      let stopped = try clone.sandbox.start(
        [
          "strace", "-qq", "-o", "/dev/null", "-e", "trace=linkat", "-e",
          "inject=linkat:signal=STOP:when=1", codexHookBinary().string, "note", "stopped",
        ], in: clone.root)
      let clock = ContinuousClock()
      let start = clock.now
      while try !clone.texts().contains("stopped"), clock.now - start < .seconds(10) {
        usleep(10_000)
      }
      usleep(100_000)
      var commits = Durations()
      var notes = Durations()
      var acknowledged: [String] = []
      let hold = Faults.amount(Duration.zero, long: .seconds(60))
      var number = 0
      repeat {
        number += 1
        let began = clock.now
        let note = try clone.sandbox.start(
          [codexHookBinary().string, "note", "waited \(number)"], in: clone.root)
        commits.add(try clock.measure { try clone.commit("file \(number)") })
        let outcome = try note.wait()
        notes.add(clock.now - began)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("kept note"))
        acknowledged.append("waited \(number)")
      } while clock.now - start < hold
      #expect(try clone.history().count == 2)
      Faults.figure(
        "lock's holder stopped for \(clock.now - start): commits \(commits.text); notes \(notes.text)"
      )
      // git with its hook, and a note, on a machine that does other things too.
      #expect(commits.longest < .seconds(4))
      #expect(notes.longest < .seconds(8))

      let holder = try Self.child(of: stopped.pid)
      kill(holder, SIGCONT)
      #expect(try stopped.wait().output.hasPrefix("recorded note"))
      try clone.commit("last")
      try clone.expectWhole(
        holding: acknowledged + ["stopped", "add one", "add last"]
          + (1...number).map { "add file \($0)" })
      try clone.expectMendable(after: "a stopped writer")
    }

    @Test("Ctrl-C ends a command that waits for the lock at once, and its text is kept")
    func interrupted() throws {
      let clone = try Clone.withoutHooks()
      let lock = try clone.store.appending("lock")
      let held = clone.sandbox.root.appending("held")
      let holder = try clone.sandbox.start(
        [
          "python3", "-c",
          "import fcntl, sys, time; f = open(sys.argv[1], 'r+'); fcntl.flock(f, 2); open(sys.argv[2], 'w'); time.sleep(60)",
          lock.string, held.string,
        ], in: clone.root)
      let clock = ContinuousClock()
      let start = clock.now
      while !exists(held), clock.now - start < .seconds(20) { usleep(10_000) }
      let note = try clone.sandbox.start(
        [codexHookBinary().string, "note", "given up"], in: clone.root)
      while try !Self.hasOpen(lock, note.pid), clock.now - start < .seconds(25) { usleep(5_000) }
      usleep(50_000)
      let sent = clock.now
      note.send(SIGINT)
      let outcome = try note.wait()
      let took = clock.now - sent
      Faults.figure("Ctrl-C while waiting for the lock: ended after \(took.inMilliseconds)")
      #expect(outcome.status == 128 + SIGINT)
      #expect(took < .seconds(2))
      holder.send(SIGKILL)
      _ = try holder.wait()
      try clone.done("note", "the last one")
      try clone.expectWhole(holding: ["given up", "the last one"])
    }

    private static func hasOpen(_ file: FilePath, _ pid: Int32) throws -> Bool {
      let folder = FilePath("/proc/\(pid)/fd")
      return names(in: folder).contains { name in
        let target = realpath(folder.appending(name).string, nil)
        defer { free(target) }
        return target.map { String(cString: $0) } == file.string
      }
    }

    /// The one child of a process, once env and strace are what they run.
    private static func child(of pid: Int32) throws -> Int32 {
      let text = try readText(FilePath("/proc/\(pid)/task/\(pid)/children"))
      guard let child = text.split(separator: " ").first.flatMap({ Int32($0) }) else {
        throw SpawnError(description: "strace has no child")
      }
      return child
    }

    @Test("A foreign .codex/lock makes no cherry-pick wait")
    func foreignLock() throws {
      let picks = Faults.amount(10, long: 50)
      let clone = try Clone()
      try clone.commit("one")
      try clone.git("switch", "-q", "-c", "side")
      let commits = try (1...picks).map { try clone.commit("file \($0)") }
      try clone.git("switch", "-q", "main")
      let clock = ContinuousClock()
      func pick(_ commits: some Sequence<String>) throws -> Durations {
        var durations = Durations()
        for commit in commits {
          durations.add(try clock.measure { try clone.git("cherry-pick", commit) })
        }
        return durations
      }
      let free = try pick(commits)
      try clone.git("reset", "-q", "--hard", "main~\(picks)")
      let lock = clone.folder.appending("lock")
      try writeText("", to: lock)
      let before = try clone.listing(of: clone.folder)
      // Another parent gives other commits, which are recorded too.
      try clone.git("commit", "-q", "--allow-empty", "-m", "another parent")
      let held = try pick(commits)
      Faults.figure("cherry-picks: \(free.text) with no lock, \(held.text) beside a foreign one")
      #expect(held.longest < .seconds(2))
      #expect(held.median < free.median * 2 + .milliseconds(50))
      #expect(try clone.listing(of: clone.folder) == before)
      // Within one second a pick can be the very commit that it was picked from.
      let made = try clone.git("log", "-g", "--format=%H").split(separator: "\n")
      #expect(try clone.history().count == Set(made).count)
      unlink(lock.string)
      try clone.commit("last")
      #expect(try clone.copy() == clone.journal())
      try clone.expectMendable(after: "a foreign lock")
    }

    @Test(
      "Of two containers on one repository one is killed, and the other goes on",
      .enabled(if: Faults.canContain))
    func containers() throws {
      let clone = try Clone()
      let loop =
        #"i=0; while [ $i -lt "$3" ]; do i=$((i + 1)); "$1" note "$2 $i" || exit 1; done"#
      func start(_ name: String, _ count: Int) throws -> Running {
        try clone.sandbox.start(
          Faults.container(name) + [
            "sh", "-c", loop, "sh", codexHookBinary().string, name, "\(count)",
          ], in: clone.root)
      }
      let count = Faults.amount(30, long: 300)
      let rounds = Faults.amount(3, long: 20)
      let survivor = try start("survivor", count)
      var random = SeededNumbers(for: "containers")
      var acknowledged: [String] = []
      for round in 1...rounds {
        let victim = try start("victim-\(round)", 1000)
        // A container takes its time to start.
        for _ in 0..<2000 {
          if try clone.texts().contains("victim-\(round) 1") { break }
          usleep(10_000)
        }
        usleep(UInt32.random(in: 0...300_000, using: &random))
        victim.send(SIGKILL)
        let outcome = try victim.wait()
        let lines = outcome.output.split(separator: "\n").count
        if lines > 0 { acknowledged += (1...lines).map { "victim-\(round) \($0)" } }
      }
      let outcome = try survivor.wait()
      #expect(outcome.status == 0, "\(outcome.errors)")
      Faults.figure(
        "containers: \(rounds) killed after \(acknowledged.count) events, the other's \(count) are there"
      )
      #expect(acknowledged.count >= rounds && acknowledged.count < rounds * 1000)
      try clone.done("note", "the last one")
      try clone.expectWhole(holding: acknowledged + (1...count).map { "survivor \($0)" })
      try clone.expectMendable(after: "a killed container")
    }
  }
}
