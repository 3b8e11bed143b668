import SystemPackage
import TestSupport
import Testing

extension Faults {
  @Suite("Killed at each step")
  struct KilledSteps {
    /// What the killed writer was about.
    enum Work: String, CaseIterable {
      case plain = "an append"
      case draining = "taking in a spool"
      case editedCopy = "replacing an edited copy"
      case rotating = "a rotation"
    }

    @Test(
      "Killed at any system call, a writer leaves nothing torn, lost or doubled",
      .enabled(if: Faults.canInject), arguments: Work.allCases)
    func killed(work: Work) throws {
      let clone = try Clone.withoutHooks()
      let sandbox = clone.sandbox
      let before = try prepare(clone, for: work)
      // Every run starts from the same files.
      let saved = sandbox.root.appending("saved")
      let reset = """
        rm -rf .git/codex-hook .codex && cp -a '\(saved)/store' .git/codex-hook && cp -a '\(saved)/folder' .codex
        """
      try sandbox.run(
        [
          "sh", "-c",
          "mkdir '\(saved)' && cp -a .git/codex-hook '\(saved)/store' && cp -a .codex '\(saved)/folder'",
        ], in: clone.root
      ).expectSuccess()
      let note = [codexHookBinary().string, "note", "killed"]
      let calls = try SystemCall.all(of: note, in: clone)
      var random = SeededNumbers(for: "killed in \(work.rawValue)")
      var steps = calls.sample(work == .rotating ? 12 : 20, &random)
      // A lock that stays would stop everybody, so what makes it is always among them.
      if !Faults.isLong { steps += calls.filter { $0.text.contains("\\\"pid\\\"") } }
      var acknowledged = 0
      for step in steps {
        let label = "killed at \(step)"
        try sandbox.run(["sh", "-c", reset], in: clone.root).expectSuccess()
        let outcome = try sandbox.run(step.tampered("signal=KILL", in: note), in: clone.root)
        #expect(outcome.status == 128 + 9, "\(label): \(outcome.errors)")
        if outcome.isAcknowledged { acknowledged += 1 }
        try clone.done("note", "next")
        let history = try clone.history()
        let found = Set(history)
        #expect(found.count == history.count, "doubled: \(label)")
        #expect(found.isSuperset(of: before), "lost: \(label)")
        #expect(history.filter { $0.contains("\"next\"") }.count == 1, "\(label)")
        let own = history.filter { $0.contains("\"killed\"") }.count
        #expect(outcome.isAcknowledged ? own == 1 : own <= 1, "\(label)")
        #expect(history.count == before.count + own + 1, "\(label)")
        #expect(try clone.copy() == clone.journal(), "\(label)")
        #expect(!exists(clone.folder.appending("lock")), "\(label)")
        #expect(try names(in: clone.store.appending("spool")).isEmpty, "\(label)")
      }
      Faults.figure(
        "\(work.rawValue): killed at \(steps.count) of \(calls.count) system calls, nothing lost, torn or doubled"
      )
      try clone.expectMendable(after: "a writer killed in \(work.rawValue)")
    }

    /// - Returns: the lines that must be there afterwards.
    private func prepare(_ clone: Clone, for work: Work) throws -> Set<String> {
      for number in 1...3 { try clone.done("note", "note \(number)") }
      var expected = Set(try clone.journal())
      func line(_ text: String) -> String {
        #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"\#(text)"}"#
      }
      switch work {
      case .plain: break
      case .draining:
        let spool = try clone.store.appending("spool")
        try makeFolder(spool)
        for number in 1...3 {
          let file = spool.appending("2026-11-22T223010Z-00000000\(number)-1.json")
          try writeText(line("spooled \(number)") + "\n", to: file)
          expected.insert(line("spooled \(number)"))
        }
      case .editedCopy:
        let kept = expected.sorted()[1...]
        let lines = kept + (1...3).map { line("by hand \($0)") }
        expected.formUnion(lines)
        try writeText(
          lines.map { $0 + "\n" }.joined(), to: clone.folder.appending("journal.ndjson"))
      case .rotating:
        let more = (1...9996).map { line("old \($0)") }
        expected.formUnion(more)
        try appendText(
          more.map { $0 + "\n" }.joined(), to: clone.store.appending("journal.ndjson"))
        // One more, so that the store knows of them all.
        try clone.done("note", "note 10000")
        expected.formUnion(try clone.journal())
      }
      return expected
    }

    @Test("Rotations beside many writers lose and double nothing")
    func rotatingBesideWriters() throws {
      let clone = try Clone()
      let writers = 16
      let each = Faults.amount(5, long: 60)
      let loop =
        #"i=0; while [ $i -lt "$3" ]; do i=$((i + 1)); "$1" note "writer $2 $i" >/dev/null || exit 1; done"#
      let running = try (1...writers).map { number in
        try clone.sandbox.start(
          ["sh", "-c", loop, "sh", codexHookBinary().string, "\(number)", "\(each)"],
          in: clone.root)
      }
      var rotations = 0
      var outcomes: [Outcome] = []
      for one in running {
        while true {
          if let outcome = try one.outcomeIfEnded() {
            outcomes.append(outcome)
            break
          }
          let rotated = try clone.run(["rotate"])
          #expect(rotated.status == 0, "\(rotated.errors)")
          rotations += 1
        }
      }
      for outcome in outcomes { #expect(outcome.status == 0, "\(outcome.errors)") }
      try clone.done("note", "the last one")
      let segments = try names(in: clone.store.appending("archive"))
      #expect(!segments.isEmpty)
      Faults.figure(
        "\(rotations) rotations beside \(writers) writers of \(each) events: \(segments.count) segments, all events once"
      )
      try clone.expectWhole(
        holding: (1...writers).flatMap { writer in (1...each).map { "writer \(writer) \($0)" } })
      try clone.expectMendable(after: "rotations")
    }
  }
}
