import SystemPackage
import TestSupport
import Testing

extension Faults {
  @Suite("A foreign agent")
  struct ForeignAgents {
    /// How an agent that knows only the plan writes a line: after it has made `.codex/lock`, before it removes it.
    enum Style: String, CaseIterable {
      case oneWrite = "one write"
      case printfThenEcho = "printf then echo"
      case readAndRewrite = "read and rewrite"
    }

    /// Writes `argv[4]` lines into the copy of the work tree `argv[1]`, by the plan's section 4.2.
    private static let agent = #"""
      import os, random, sys, time
      top, style, count, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
      random.seed(seed)
      lock, journal = top + "/.codex/lock", top + "/.codex/journal.ndjson"
      tries = 0
      for number in range(1, count + 1):
          line = '{"ts":"2026-11-22T22:30:10Z","type":"note","text":"foreign %d"}' % number
          while True:
              tries += 1
              try:
                  os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
                  break
              except FileExistsError:
                  time.sleep(random.uniform(0.005, 0.025))
          if style == "one write":
              with open(journal, "a") as f:
                  f.write(line + "\n")
          elif style == "printf then echo":
              with open(journal, "a") as f:
                  f.write(line)
              time.sleep(0.001)
              with open(journal, "a") as f:
                  f.write("\n")
          else:
              with open(journal) as f:
                  text = f.read()
              with open(journal, "w") as f:
                  f.write(text + line + "\n")
          os.unlink(lock)
          time.sleep(random.uniform(0, 0.02))
      print(tries)
      """#

    @Test(
      "that follows the plan's etiquette loses none of its lines, nor do we of ours",
      arguments: Style.allCases)
    func etiquette(style: Style) throws {
      let each = Faults.amount(100, long: 1000)
      let clone = try Clone()
      try clone.commit("one")
      let top = clone.sandbox.root.appending("second")
      try clone.git("worktree", "add", "-q", "-b", "other", top.string)
      var random = SeededNumbers(for: "foreign agent, \(style.rawValue)")
      let agent = try clone.sandbox.start(
        [
          "python3", "-c", Self.agent, top.string, style.rawValue, "\(each)",
          "\(random.next() >> 33)",
        ], in: top)
      // Ours come from the first work tree and from the agent's own.
      let loop =
        #"i=0; while [ $i -lt "$3" ]; do i=$((i + 1)); "$1" note "$2 $i" >/dev/null || exit 1; done"#
      let places = [("here", clone.root), ("there", top)]
      let ours = try places.map { name, folder in
        try clone.sandbox.start(
          ["sh", "-c", loop, "sh", codexHookBinary().string, name, "\(each / 2)"], in: folder)
      }
      for one in ours {
        let outcome = try one.wait()
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      let outcome = try agent.wait()
      #expect(outcome.status == 0, "\(outcome.errors)")
      let second = Clone(at: top, in: clone.sandbox)
      try second.done("note", "the last one there")
      try clone.done("note", "the last one here")
      let texts = try clone.texts()
      let foreign = texts.filter { $0.hasPrefix("foreign ") }
      let own = texts.filter { $0.hasPrefix("here ") || $0.hasPrefix("there ") }
      Faults.figure(
        "foreign agent, \(style.rawValue): \(own.count) of our \(each), \(foreign.count) of its \(each)"
          + " (it asked \(outcome.line) times for the lock)")
      #expect(own.count == each)
      #expect(foreign.count == each)
      try clone.expectWhole(
        holding: (1...each).map { "foreign \($0)" }
          + places.flatMap { place in (1...each / 2).map { "\(place.0) \($0)" } })
      try clone.expectMendable(after: "a foreign agent")
    }
  }
}
