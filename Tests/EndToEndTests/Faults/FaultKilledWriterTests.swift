import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Faults {
  @Suite("Killed writers")
  struct KilledWriters {
    @Test(
      "Writers that are killed at random moments and started again lose nothing that was acknowledged",
      arguments: Faults.amount([(8, 20)], long: [(16, 500), (64, 20)]))
    func killed(writers: Int, each: Int) throws {
      let clone = try Clone()
      var random = SeededNumbers(for: "killed writers")
      var slots = [Slot?](repeating: nil, count: writers)
      var done = [Int](repeating: 0, count: writers)
      var acknowledged: [String] = []
      var kept = 0
      var killed = 0
      var waits = Durations()
      let clock = ContinuousClock()
      var attempt = 0
      let start = clock.now
      while done.contains(where: { $0 < each }) || slots.contains(where: { $0 != nil }) {
        for number in 0..<writers {
          if let slot = slots[number] {
            if let end = slot.end, clock.now >= end { slot.running.send(SIGKILL) }
            guard let outcome = try slot.running.outcomeIfEnded() else { continue }
            slots[number] = nil
            if outcome.isAcknowledged {
              acknowledged.append(slot.text)
              done[number] += 1
              if outcome.output.hasPrefix("kept") { kept += 1 }
            }
            if outcome.status == 128 + SIGKILL {
              killed += 1
            } else {
              #expect(outcome.status == 0, "\(outcome.errors)")
              waits.add(clock.now - slot.start)
            }
          } else if done[number] < each {
            attempt += 1
            let text = "writer \(number) attempt \(attempt)"
            // Half of them are killed, at a moment that lies anywhere in the time one takes.
            let isKilled = Bool.random(using: &random)
            let now = clock.now
            let usual = attempt > 4 * writers ? waits.median : .milliseconds(60)
            let delay = usual * Double.random(in: 0...1.2, using: &random)
            slots[number] = Slot(
              running: try clone.sandbox.start(
                [codexHookBinary().string, "note", text], in: clone.root),
              text: text, start: now, end: isKilled ? now + delay : nil)
          }
        }
        usleep(500)
      }
      let events = writers * each
      Faults.figure(
        """
        \(writers) writers: \(events) acknowledged events, \(killed) writers killed, \(kept) spooled, \
        \(clock.now - start); an unkilled one: \(waits.text)
        """)
      try clone.done("note", "the last one")
      try clone.expectWhole(holding: acknowledged + ["the last one"])
      #expect(killed > writers)
      // Five seconds is how long a command by hand waits for the lock; the rest is its work on a busy machine.
      #expect(waits.longest < .seconds(8))
      try clone.expectMendable(after: "killed writers")
    }
  }

  /// One running writer and when it is to be killed.
  struct Slot {
    let running: Running
    let text: String
    let start: ContinuousClock.Instant
    let end: ContinuousClock.Instant?
  }
}
