import SystemPackage
import TestSupport
import Testing

extension Faults {
  @Suite("Places that cannot be written", .enabled(if: Faults.canMount))
  struct Places {
    /// What is mounted read-only, and where the event then waits.
    static let readOnly: [(mounts: [String], place: String)] = [
      ([".git", ".codex"], "tmp"), ([".git"], ".codex"), ([".codex"], "store"),
    ]

    @Test(
      "What is recorded in an agent's sandbox is taken in outside, exactly once, by two at once too",
      arguments: readOnly)
    func sandboxed(mounts: [String], place: String) throws {
      let clone = try Clone()
      try clone.commit("one")
      try clone.git(
        "commit", "-q", "--allow-empty", "-m", "unseen", environment: ["CODEX_HOOK": "0"])
      let count = 5
      let script = """
        set -e
        for place in \(mounts.joined(separator: " ")); do
          mount --bind $place $place
          mount -o remount,ro,bind $place
        done
        for i in $(seq \(count)); do "$1" note "inside $i" || exit 3; done
        "$1" hook post-commit 2>"$TMPDIR/hook"
        """
      let inside = try clone.sandbox.run(
        Faults.ownMounts + ["sh", "-c", script, "sh", codexHookBinary().string], in: clone.root)
      #expect(inside.status == 0, "\(inside.errors)")
      let lines = inside.output.split(separator: "\n")
      #expect(lines.count == count)
      let hook = try readText(clone.sandbox.root.pushing("tmp/hook"))
      #expect(hook.split(separator: "\n").count == (place == "store" ? 0 : 1), "\(hook)")
      let temporary = clone.sandbox.root.pushing("tmp").string
      for line in lines {
        switch place {
        case "tmp": #expect(line.hasPrefix("kept note") && line.contains(" in \(temporary)/"))
        case ".codex": #expect(line.contains(" in \(clone.folder)/journal.ndjson"))
        default: #expect(line.hasPrefix("recorded note"))
        }
      }
      let running = try (1...2).map { number in
        try clone.sandbox.start(
          [codexHookBinary().string, "note", "outside \(number)"], in: clone.root)
      }
      for one in running { #expect(try one.wait().status == 0) }
      try clone.hook().expectSuccess()
      try clone.expectWhole(
        holding: (1...count).map { "inside \($0)" } + ["outside 1", "outside 2", "unseen"],
        after: place)
      let spools = names(in: clone.sandbox.root.appending("tmp"))
        .filter { $0.hasPrefix("codex-hook-") }
      for spool in spools {
        #expect(names(in: clone.sandbox.root.pushing("tmp").appending(spool)).isEmpty)
      }
      try clone.expectMendable(after: "a sandbox")
    }

    @Test(
      "A drainer that is killed between the append and the unlink doubles nothing",
      .enabled(if: Faults.canInject))
    func killedDrainer() throws {
      let clone = try Clone()
      let script = """
        set -e
        for place in .git .codex; do
          mount --bind $place $place
          mount -o remount,ro,bind $place
        done
        for i in 1 2 3; do "$1" note "inside $i" || exit 3; done
        """
      let inside = try clone.sandbox.run(
        Faults.ownMounts + ["sh", "-c", script, "sh", codexHookBinary().string], in: clone.root)
      #expect(inside.status == 0, "\(inside.errors)")
      let kept = inside.output.split(separator: "\n").compactMap { line in
        line.split(separator: " ").first { $0.hasSuffix(".json,") }?.dropLast()
      }
      try #require(kept.count == 3)
      for (number, file) in kept.enumerated() {
        let outcome = try clone.sandbox.run(
          [
            "strace", "-qq", "-o", "/dev/null", "-P", String(file), "-e",
            "inject=unlink,unlinkat:signal=KILL:when=1", codexHookBinary().string, "note",
            "killed \(number)",
          ], in: clone.root)
        #expect(outcome.status == 128 + 9)
        #expect(exists(FilePath(String(file))))
        #expect(try clone.texts().contains("inside \(number + 1)"))
      }
      try clone.done("note", "the last one")
      try clone.expectWhole(holding: ["inside 1", "inside 2", "inside 3", "the last one"])
      for file in kept { #expect(!exists(FilePath(String(file)))) }
      try clone.expectMendable(after: "a killed drainer")
    }

    @Test("A full disk refuses what it cannot hold, tears nothing, and gives the text back")
    func fullStore() throws {
      let sandbox = try Sandbox()
      let clone = Clone(at: try sandbox.repository(), in: sandbox)
      try clone.done("init")
      let count = Faults.amount(60, long: 400)
      let script = """
        set -e
        store=.git/codex-hook out=$2
        cp -a $store "$out/before"
        mount -t tmpfs -o size=64k none $store
        cp -a "$out/before/." $store
        head -c 40960 /dev/zero >$store/filler 2>/dev/null || true
        for i in $(seq "$3"); do
          code=0
          "$1" note "full $i, \(String(repeating: "x", count: 90))" >"$out/said" 2>"$out/errors" || code=$?
          echo "$i $code $(wc -l <"$out/errors") $(grep -c "full $i," "$out/errors" || true)"
        done
        git commit -q --allow-empty -m 'on a full disk'
        code=0
        "$1" hook post-commit 2>"$out/hook" || code=$?
        echo "hook $code $(wc -l <"$out/hook") 0"
        rm $store/filler
        "$1" note 'room again' >/dev/null
        "$1" hook post-commit
        cp -a $store "$out/after"
        """
      let out = sandbox.root.appending("out")
      try makeFolder(out)
      let outcome = try sandbox.run(
        Faults.ownMounts + [
          "sh", "-c", script, "sh", codexHookBinary().string, out.string, "\(count)",
        ], in: clone.root)
      try #require(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
      var acknowledged: [String] = []
      var refused = 0
      for line in outcome.output.split(separator: "\n") {
        let words = line.split(separator: " ")
        if words[0] == "hook" {
          #expect(words[1] == "0")
          #expect(words[2] == "1" || words[2] == "0")
        } else if words[1] == "0" {
          acknowledged.append("full \(words[0]),")
        } else {
          refused += 1
          #expect(words[1] == "1")
          #expect(words[2] == "1", "\(line): one line on standard error")
          #expect(words[3] == "1", "\(line): the text is given back")
        }
      }
      try sandbox.run(
        ["sh", "-c", "rm -rf .git/codex-hook && cp -a '\(out)/after' .git/codex-hook"],
        in: clone.root
      ).expectSuccess()
      let texts = try clone.texts().map { text in
        text.hasPrefix("full ") ? String(text.prefix { $0 != "," }) + "," : text
      }
      Faults.figure(
        "full tmpfs of 64 KB: \(acknowledged.count) notes recorded, \(refused) refused and given back"
      )
      #expect(!acknowledged.isEmpty && refused > 0)
      #expect(texts.sorted() == (acknowledged + ["on a full disk", "room again"]).sorted())
      try clone.done("note", "the last one")
      try clone.expectWhole(holding: ["on a full disk", "room again", "the last one"])
      try clone.expectMendable(after: "a full disk")
    }

    @Test("A full disk under .codex costs no event, and .codex is whole as soon as there is room")
    func fullFolder() throws {
      let clone = try Clone()
      let count = Faults.amount(40, long: 200)
      let script = """
        set -e
        cp -a .codex "$2/before"
        mount -t tmpfs -o size=64k none .codex
        cp -a "$2/before/." .codex
        head -c 65536 /dev/zero >.codex/filler 2>/dev/null || true
        for i in $(seq "$3"); do "$1" note "full $i" 2>"$2/errors" || exit 3; done
        cat "$2/errors"
        rm .codex/filler
        "$1" note 'room again'
        cmp .codex/journal.ndjson .git/codex-hook/journal.ndjson
        ! ls .codex/lock .codex/.*.new 2>/dev/null
        """
      let out = clone.sandbox.root.appending("out")
      try makeFolder(out)
      let outcome = try clone.sandbox.run(
        Faults.ownMounts + [
          "sh", "-c", script, "sh", codexHookBinary().string, out.string, "\(count)",
        ], in: clone.root)
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
      #expect(outcome.output.contains("the next recording brings .codex up to date"))
      try clone.done("note", "the last one")
      try clone.expectWhole(
        holding: (1...count).map { "full \($0)" } + ["room again", "the last one"])
      try clone.expectMendable(after: "a full disk under .codex")
    }
  }
}
