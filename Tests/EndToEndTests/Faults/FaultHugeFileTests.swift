import SystemPackage
import TestSupport
import Testing

extension Faults {
  @Suite("Files of any size and make")
  struct HugeFiles {
    /// Runs a command and says on its last line of output how much memory it took, in KiB, and how many milliseconds.
    private static let measured = """
      import resource, subprocess, sys, time
      start = time.monotonic()
      run = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
      took = time.monotonic() - start
      print(run.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, int(took * 1000))
      sys.stderr.buffer.write(run.stderr)
      """

    static let files = [
      ".git/codex-hook/journal.ndjson", ".codex/journal.ndjson", ".codex/state.json",
      ".git/codex-hook/lock", ".git/codex-hook/commits", ".codex/lock", ".codex/policy.json",
      ".git/codex-hook/spool/2026-11-22T223010Z-000000000-1.json", ".codex/summary.md",
      ".git/codex-hook/archive/journal-2026-11-22T223010Z.ndjson",
      ".codex/archive/journal-2026-11-22T223010Z.ndjson", ".git/codex-hook/start.json",
    ]

    /// What is put there: behind what the file holds, so that the readers are well on their way.
    static var contents: [(name: String, script: String)] {
      let size = Faults.amount("64M", long: "2G")
      return [
        ("a sparse line of \(size)", "truncate -s +\(size) $f"),
        ("a long line", "head -c 9M /dev/zero | tr '\\0' x >>$f"),
        ("deep JSON", "head -c 1M /dev/zero | tr '\\0' '[' >>$f; echo >>$f"),
        ("many short lines", "yes | head -c 4M >>$f"),
        ("random bytes", "head -c 2M /dev/urandom >>$f"),
      ]
    }

    @Test("cost no run more than 64 MB and a hook no more than its time", arguments: files)
    func huge(file: String) throws {
      let clone = try Clone.withoutHooks()
      let sandbox = clone.sandbox
      var largest = 0
      var slowest = 0
      // In the short form each file meets two of them, the next file the next two.
      let first = Self.files.firstIndex(of: file) ?? 0
      let all = Array(Self.contents.enumerated())
      let chosen = Faults.isLong ? all : [all[first % all.count], all[(first + 1) % all.count]]
      for (number, content) in chosen {
        try sandbox.run(["rm", "-rf", ".git/codex-hook", ".codex"], in: clone.root).expectSuccess()
        try clone.setUp()
        try clone.done("note", "before")
        try clone.commit("file \(number)")
        try clone.hook().expectSuccess()
        let script = "f='\(file)'; mkdir -p $(dirname $f); \(content.script)"
        try sandbox.run(["sh", "-c", script], in: clone.root).expectSuccess()
        try clone.commit("other \(number)")
        for command in [
          ["context"], ["hook", "post-commit"], ["note", "after"], ["doctor", "--fix"],
        ] {
          let outcome = try sandbox.run(
            ["python3", "-c", Self.measured, codexHookBinary().string] + command, in: clone.root)
          let words = outcome.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
          try #require(words.count == 3, "\(outcome.errors)")
          let label = "\(content.name) in \(file), \(command): \(outcome.errors)"
          #expect(words[0] == 0 || (words[0] == 1 && command[0] != "hook"), "\(label)")
          #expect(words[1] < 64 << 10, "\(words[1]) KiB: \(label)")
          if command[0] == "hook" { slowest = max(slowest, words[2]) }
          largest = max(largest, words[1])
        }
        // A lock of another make is for a person to remove.
        if file != ".codex/lock" {
          let doctor = try clone.run(["doctor"])
          #expect(doctor.status == 0, "\(content.name) in \(file): \(doctor.output)")
        }
        let texts = try clone.texts()
        for text in ["before", "add file \(number)", "after", "add other \(number)"] {
          #expect(texts.filter { $0 == text }.count == 1, "\(text): \(content.name) in \(file)")
        }
      }
      Faults.figure(
        "rubbish in \(file): \(largest >> 10) MiB at the most, the slowest hook \(slowest) ms")
      #expect(slowest < 3000)
    }
  }
}
