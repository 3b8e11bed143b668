import LiveContext
import SystemPackage
import TestSupport
import Testing

extension Faults {
  @Suite("Hand edits")
  struct HandEdits {
    /// What people, editors and agents do in `.codex/`; `$line` is a line of theirs.
    static let edits: [(name: String, script: String)] = [
      ("a line by echo", #"echo "$line" >>journal.ndjson"#),
      ("a line in two writes", #"printf %s "$line" >>journal.ndjson; echo >>journal.ndjson"#),
      ("a line without its line break", #"printf %s "$line" >>journal.ndjson"#),
      ("a line with CRLF", #"printf '%s\r\n' "$line" >>journal.ndjson"#),
      ("a line in the middle", #"sed -i "1a $line" journal.ndjson"#),
      (
        "an editor that reads and rewrites",
        #"{ cat journal.ndjson; echo "$line"; } >.x; cat .x >journal.ndjson; rm .x"#
      ),
      (
        "an editor that replaces",
        #"{ echo "$line"; cat journal.ndjson; } >.x; mv .x journal.ndjson"#
      ),
      (
        "a byte order mark",
        #"{ printf '\357\273\277'; cat journal.ndjson; echo "$line"; } >.x; mv .x journal.ndjson"#
      ),
      ("lines taken away", #"sed -i 1,2d journal.ndjson; echo "$line" >>journal.ndjson"#),
      ("emptied", #": >journal.ndjson; echo "$line" >>journal.ndjson"#),
      ("removed", #"rm journal.ndjson; echo "$line" >journal.ndjson"#),
      (
        "moved into the archive",
        #"echo "$line" >>journal.ndjson; mkdir -p archive; mv journal.ndjson archive/journal-2026-11-22T223010Z.ndjson"#
      ),
      (
        "moved, and a new one begun",
        #"mkdir -p archive; mv journal.ndjson archive/journal-2026-11-22.ndjson; echo "$line" >journal.ndjson"#
      ),
      (
        "an old one put back",
        #"head -n 1 journal.ndjson >.x; mv .x journal.ndjson; echo "$line" >>journal.ndjson"#
      ),
      (
        "NULs behind it", #"echo "$line" >>journal.ndjson; head -c 5000 /dev/zero >>journal.ndjson"#
      ),
      (
        "rubbish between",
        #"printf 'x\n{"ts":\n[[[\n' >>journal.ndjson; echo "$line" >>journal.ndjson; echo '}' >>journal.ndjson"#
      ),
      (
        "random bytes behind it",
        #"echo "$line" >>journal.ndjson; head -c 300000 /dev/urandom >>journal.ndjson; printf x >>journal.ndjson"#
      ),
      ("made unreadable", #"echo "$line" >>journal.ndjson; chmod 0 journal.ndjson"#),
    ]

    @Test(
      "Whatever is done to the copy, no event is lost and a whole line is taken in once",
      arguments: edits)
    func copy(name: String, script: String) throws {
      let clone = try Clone.withoutHooks()
      let sandbox = clone.sandbox
      for number in 1...4 { try clone.done("note", "note \(number)") }
      let line = #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"by hand"}"#
      try sandbox.run(
        ["sh", "-ec", script], in: clone.folder, environment: ["line": line]
      ).expectSuccess()
      try clone.commit("one")
      try clone.hook().expectSuccess()
      try clone.done("note", "the last one")
      try clone.expectMendable(after: name)
      try clone.expectWhole(
        holding: ["note 1", "note 2", "note 3", "note 4", "add one", "the last one", "by hand"],
        after: name)
    }

    @Test(
      "The beginning of a line is left to its writer, but not by doctor --fix, which names a file once"
    )
    func beginning() throws {
      let clone = try Clone()
      try clone.done("note", "before")
      let copy = clone.folder.appending("journal.ndjson")
      try appendText(String(repeating: "rubbish\n", count: 2000) + #"{"ts":"2026-1"#, to: copy)
      try clone.done("note", "beside it")
      #expect(try readText(copy).hasSuffix(#"{"ts":"2026-1"#))
      let doctor = try clone.run(["doctor"])
      #expect(doctor.status == 1)
      #expect(doctor.output.split(separator: "\n").count < 20, "\(doctor.output)")
      try clone.expectMendable(after: "half a line")
      try clone.expectWhole(holding: ["before", "beside it"])
    }

    /// What takes `.codex/` away, or parts of it.
    static let removals = [
      "git clean -qfdx", "git stash -qu --all", "git stash -qu", "rm -rf .codex",
      "rm -rf .codex/*", "rm .codex/state.json .codex/summary.md", "rm -rf .codex && touch .codex",
    ]

    @Test(
      "What is taken away is there again after the next commit, the focus with it",
      arguments: removals)
    func removed(command: String) throws {
      let clone = try Clone(branch: "feat/branching-ui")
      try clone.commit("one")
      try clone.done("state", "set", "--status", "testing", "--notes", "half way")
      try writeText("loose\n", to: clone.root.appending("untracked"))
      let state = try readText(clone.folder.appending("state.json"))
      let before = names(in: clone.folder)
      try clone.sandbox.run(["sh", "-c", command], in: clone.root).expectSuccess()
      if command.hasSuffix("touch .codex") {
        try clone.sandbox.run(["rm", clone.folder.string]).expectSuccess()
      }
      try clone.commit("two")
      #expect(
        names(in: clone.folder).filter { $0 != "archive" } == before.filter { $0 != "archive" })
      #expect(try readText(clone.folder.appending("state.json")) == state)
      #expect(try clone.copy() == clone.journal())
      #expect(try clone.history().count == 2)
      try clone.expectMendable(after: command)
    }

    @Test("An edited focus is honoured; one that cannot be used is kept aside and named")
    func state() throws {
      let clone = try Clone()
      try clone.done("state", "set", "--feature", "first")
      let path = clone.folder.appending("state.json")
      func state(_ feature: String) -> String {
        #"{"current_feature":"\#(feature)","status":"testing","last_updated":"2026-11-22T22:30:10Z","current_branch":"main","mine":{"kept":true}}"#
          + "\n"
      }
      try writeText(state("by_hand"), to: path)
      try clone.commit("one")
      #expect(try clone.done("context").contains("- feature: by_hand"))
      #expect(try readText(path) == state("by_hand"))
      try clone.done("state", "set", "--status", "blocked")
      #expect(try JSON.parse(readText(path)).object?["mine"]?.compact == #"{"kept":true}"#)
      let broken = [
        "", "{", "[]", "null\n", "{\"feature\":1}", "\u{0}\u{0}", state("x") + state("y"),
        #"{"current_feature":"\#(String(repeating: "y", count: 5000))"}"#,
      ]
      for text in broken {
        try writeText(text, to: path)
        try clone.sandbox.run(["touch", "-d", "-2 minutes", path.string]).expectSuccess()
        let outcome = try clone.run(["note", "beside \(text.prefix(12).debugDescription)"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("state.json.invalid"), "\(text): \(outcome.errors)")
        #expect(try readText(clone.folder.appending("state.json.invalid")) == text)
        #expect(try clone.done("context").contains("- feature: by_hand"), "\(text)")
      }
      // Each of the older ones went to the archive when the next came.
      let aside = names(in: clone.folder.appending("archive")).filter { $0.hasPrefix("state-") }
      #expect(aside.count == broken.count - 1)
      try clone.expectMendable(after: "a broken focus")
      // What was edited just now may be half an edit: it is not touched but by those who ask for it.
      try writeText("{", to: path)
      try clone.done("note", "beside half an edit")
      #expect(try readText(path) == "{")
      try clone.done("state", "set", "--status", "complete")
      #expect(try readText(clone.folder.appending("state.json.invalid")) == "{")
      #expect(try readText(path).contains("by_hand"))
      try writeText("{", to: path)
      try clone.expectMendable(after: "a focus in the making")
    }
  }
}
