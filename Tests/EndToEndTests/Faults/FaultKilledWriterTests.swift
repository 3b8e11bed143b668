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
      // How long a writer may live, at the most: shortened by each that ends before its kill, lengthened by each
      // that does not, so that about half of the kills meet a running one, however fast the machine is.
      var reach = Duration.milliseconds(30)
      let start = clock.now
      let end = start + Faults.amount(.zero, long: writers == 16 ? .seconds(120) : .zero)
      while done.contains(where: { $0 < each }) || clock.now < end
        || slots.contains(where: { $0 != nil })
      {
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
              reach = reach * 1.1
            } else {
              if slot.end != nil { reach = reach / 1.1 }
              #expect(outcome.status == 0, "\(outcome.errors)")
              waits.add(clock.now - slot.start)
            }
          } else if done[number] < each || clock.now < end {
            attempt += 1
            let text = "writer \(number) attempt \(attempt)"
            // Half of them are to be killed, at a moment that lies anywhere in the time one takes.
            let delay =
              Bool.random(using: &random) ? reach * Double.random(in: 0...1, using: &random) : nil
            let begun = clock.now
            let running = try clone.sandbox.start(
              [codexHookBinary().string, "note", text], in: clone.root)
            slots[number] = Slot(
              running: running, text: text, start: begun, end: delay.map { begun + $0 })
            // A round through all slots takes longer than a short life does.
            if let delay, delay < .milliseconds(5) {
              usleep(UInt32(delay / .microseconds(1)))
              running.send(SIGKILL)
            }
          }
        }
        usleep(500)
      }
      let events = acknowledged.count
      #expect(events >= writers * each)
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
