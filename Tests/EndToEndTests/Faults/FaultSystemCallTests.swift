import SystemPackage
import TestSupport
import Testing

extension Faults {
  @Suite("System calls", .enabled(if: Faults.canInject))
  struct SystemCalls {
    static let errors = ["EIO", "ENOSPC", "EACCES", "EINTR", "EROFS"]

    @Test(
      "Whichever system call of a note fails, nothing acknowledged is lost and the next run is whole"
    )
    func failingInNote() throws {
      let clone = try Clone()
      try clone.commit("one")
      let note = { (text: String) in [codexHookBinary().string, "note", text] }
      try clone.done("note", "before all")
      let calls = try SystemCall.all(of: note("traced"), in: clone)
      var random = SeededNumbers(for: "failing system calls of a note")
      let faults = calls.flatMap { call in Self.errors.map { (call: call, error: $0) } }
        .sample(60, &random)
      var acknowledged = ["before all", "traced"]
      var refused = 0
      for (number, fault) in faults.enumerated() {
        let text = "fault \(number)"
        let label = "\(fault.error) in \(fault.call)"
        let outcome = try clone.sandbox.run(
          fault.call.tampered("error=\(fault.error)", in: note(text)), in: clone.root)
        try clone.done("note", "after \(number)")
        let found = try clone.history().filter { $0.contains("\"\(text)\"") }.count
        switch outcome.status {
        case 0:
          acknowledged.append(text)
          #expect(found == 1, "\(label): \(outcome.output)\(outcome.errors)")
        case 1:
          refused += 1
          #expect(outcome.errors.split(separator: "\n").count == 1, "\(label): \(outcome.errors)")
          // Recorded it may be all the same, where only saying so failed.
          #expect(found <= 1, "\(label)")
        default: Issue.record("\(label): ended with \(outcome.status): \(outcome.errors)")
        }
        #expect(outcome.errors.split(separator: "\n").count <= 2, "\(label): \(outcome.errors)")
        #expect(try clone.copy() == clone.journal(), "\(label)")
        #expect(!exists(clone.folder.appending("lock")), "\(label)")
      }
      Faults.figure(
        """
        note: \(faults.count) of \(calls.count * Self.errors.count) faults in \(calls.count) system calls: \
        \(acknowledged.count - 2) recorded or kept, \(refused) refused with a message, none lost
        """)
      try clone.expectWhole(holding: acknowledged)
      try clone.expectMendable(after: "failing system calls")
    }

    @Test(
      "Whichever system call of a hook fails, it ends with 0, says one line at most, and the commit is recorded once"
    )
    func failingInHook() throws {
      let clone = try Clone()
      try clone.commit("one")
      let hook = [codexHookBinary().string, "hook", "post-commit"]
      let off = ["CODEX_HOOK": "0"]
      func commit(_ message: String) throws {
        try clone.git("commit", "-q", "--allow-empty", "-m", message, environment: off)
      }
      try commit("traced")
      let calls = try SystemCall.all(of: hook, in: clone)
      var random = SeededNumbers(for: "failing system calls of a hook")
      let faults = calls.flatMap { call in Self.errors.map { (call: call, error: $0) } }
        .sample(60, &random)
      var durations = Durations()
      let clock = ContinuousClock()
      for (number, fault) in faults.enumerated() {
        let label = "\(fault.error) in \(fault.call)"
        try commit("fault \(number)")
        let start = clock.now
        let outcome = try clone.sandbox.run(
          fault.call.tampered("error=\(fault.error)", in: hook), in: clone.root)
        durations.add(clock.now - start)
        #expect(outcome.status == 0, "\(label): \(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count <= 1, "\(label): \(outcome.errors)")
        try clone.hook().expectSuccess()
        let found = try clone.history().filter { $0.contains("\"fault \(number)\"") }.count
        #expect(found == 1, "\(label): \(outcome.errors)")
        #expect(try clone.copy() == clone.journal(), "\(label)")
      }
      Faults.figure(
        """
        hook: \(faults.count) of \(calls.count * Self.errors.count) faults in \(calls.count) system calls: \
        all ended with 0, every commit is there once; under strace \(durations.text)
        """)
      #expect(durations.longest < .seconds(3))
      try clone.expectWhole(holding: faults.indices.map { "fault \($0)" })
      try clone.expectMendable(after: "failing system calls of a hook")
    }
  }
}
