import LiveContext
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Faults {
  @Suite("Trust")
  struct Trust {
    private static let tricks =
      "\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}2J \u{202e}turned\u{202c} \u{200b}hid\u{feff}den\u{2066}a\u{2069}\u{e0041}\r\u{8}b"

    /// Control characters but the line break, and what hides or turns text.
    private static func isTrick(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x0a: false
      case 0..<0x20, 0x7f..<0xa0, 0x200b...0x200f, 0x202a...0x202e, 0x2028, 0x2029,
        0x2060...0x206f, 0xfeff, 0xe0000...0xe0fff:
        true
      default: false
      }
    }

    @Test("No trick in a recorded text reaches a terminal, the journal or the summary")
    func tricks() throws {
      let clone = try Clone()
      try clone.git("switch", "-q", "-c", "turned\u{202e}branch")
      let message = clone.sandbox.root.appending("message")
      try writeText("Subject \(Self.tricks)\n", to: message)
      try clone.git("commit", "-q", "--allow-empty", "-F", message.string)
      try clone.done("issue", "Problem \(Self.tricks)")
      let escaped = Self.tricks.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
      try appendText(
        #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"By hand \#(escaped)","x":"\#(escaped)"}"#
          + "\n", to: clone.folder.appending("journal.ndjson"))
      let state =
        #"{"current_feature":"f","status":"testing","last_updated":"2026-11-22T22:30:10Z","current_branch":"main","notes":"Focus \#(escaped)"}"#
      try writeText(state + "\n", to: clone.folder.appending("state.json"))
      try clone.done("note", "the last one")
      #expect(try clone.history().count == 4)
      for file in ["journal.ndjson", "summary.md"] {
        let text = try readText(clone.folder.appending(file))
        #expect(text.contains("Subject") && text.contains("By hand"), "\(file)")
        #expect(
          !text.unicodeScalars.contains(where: Self.isTrick), "\(file): \(text.debugDescription)")
        let isEscaped = ["\\u001b", "\\u202e", "\\u200b", "\\ufeff"].contains { text.contains($0) }
        #expect(!isEscaped, "\(file): \(text)")
      }
      let commands = [
        ["issue", "x", "--area", Self.tricks], ["log"], ["log", "--json"], ["context"],
        ["context", "--json"], ["summary"], ["status"],
        ["status", "--json"], ["state"], ["doctor"], ["validate"],
        ["state", "set", "--status", Self.tricks], ["log", "--type", Self.tricks],
        ["log", "--since", Self.tricks], ["fix", "x", "--closes", Self.tricks], [Self.tricks],
        ["test", "--result", Self.tricks, "--count", "1"],
      ]
      for command in commands {
        let outcome = try clone.run(command)
        let said = outcome.output + outcome.errors
        #expect(
          !said.unicodeScalars.contains(where: Self.isTrick), "\(command): \(said.debugDescription)"
        )
      }
    }

    @Test("A spool folder that is not our own is neither read nor written")
    func foreignSpool() throws {
      let clone = try Clone()
      let base = clone.sandbox.root.pushing("tmp").appending("codex-hook-\(geteuid())")
      let name = try clone.git("rev-parse", "--path-format=absolute", "--git-common-dir")
      let id = try clone.sandbox.run(
        ["sh", "-c", "printf %s '\(name)/codex-hook' | git hash-object --stdin"], in: clone.root
      ).line
      let folder = base.appending(String(id.prefix(16)))
      let line = #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"planted"}"# + "\n"
      let file = folder.appending("2026-11-22T223010Z-000000000-1.json")
      func plant(_ script: String) throws {
        removeTree(base)
        unlink(base.string)
        try makeFolder(folder)
        try writeText(line, to: file, mode: [.ownerReadWrite])
        try clone.sandbox.run(["sh", "-c", "chmod 700 '\(base)' '\(folder)'\n" + script])
          .expectSuccess()
      }
      var scripts = [
        "chmod 777 '\(base)'", "chmod 770 '\(folder)'",
        "mv '\(base)' '\(base).real' && ln -s '\(base).real' '\(base)'",
        "mv '\(folder)' '\(base)/real' && ln -s real '\(folder)'",
        "mv '\(file)' '\(base)/x' && ln -s '\(base)/x' '\(file)'",
      ]
      if geteuid() == 0 {
        scripts += [
          "chown 12345 '\(base)'", "chown 12345 '\(folder)'", "chown 12345 '\(file)'",
        ]
      }
      for script in scripts {
        try plant(script)
        try clone.done("note", "beside it")
        #expect(try !clone.texts().contains("planted"), "\(script)")
        #expect(exists(file), "\(script)")
        if Faults.canMount, !script.contains("'\(file)'") {
          let inside = try clone.sandbox.run(
            Faults.ownMounts + [
              "sh", "-c",
              "for p in .git .codex; do mount --bind $p $p && mount -o remount,ro,bind $p; done; \"$0\" note 'kept nowhere'",
              codexHookBinary().string,
            ], in: clone.root)
          #expect(inside.status == 1, "\(script): \(inside.output)")
          #expect(inside.errors.contains("kept nowhere"), "\(script): \(inside.errors)")
          #expect(names(in: folder).count == 1, "\(script)")
        }
        try clone.sandbox.run(["sh", "-c", "rm -rf '\(base)' '\(base).real'"]).expectSuccess()
      }
      // It would have been taken in, had it been ours.
      try plant("")
      try clone.done("note", "beside it")
      #expect(try clone.texts().filter { $0 == "planted" }.count == 1)
    }

    /// Where a link may stand in the place of what we write; `/` at the end where a folder is expected.
    static let links = [
      ".codex/", ".codex/journal.ndjson", ".codex/.journal.ndjson.new", ".codex/state.json",
      ".codex/.state.json.new", ".codex/summary.md", ".codex/.summary.md.new", ".codex/archive/",
      ".codex/schema/", ".codex/README.md", ".codex/policy.json", ".codex/lock",
      ".git/codex-hook/journal.ndjson", ".git/codex-hook/archive/", ".git/codex-hook/spool/",
      ".git/codex-hook/commits", ".git/codex-hook/lock", ".git/codex-hook/focus/",
    ]

    @Test("What we write does not follow a link out of our folders", arguments: links)
    func staysInside(place: String) throws {
      let clone = try Clone.withoutHooks()
      let sandbox = clone.sandbox
      try clone.done("note", "before")
      try clone.done("rotate")
      let outside = sandbox.root.appending("outside")
      try makeFolder(outside)
      let isFolder = place.hasSuffix("/")
      let path = clone.root.pushing(FilePath(isFolder ? String(place.dropLast()) : place))
      try sandbox.run(["rm", "-rf", path.string]).expectSuccess()
      try writeText("somebody's\n", to: outside.appending("file"))
      symlink(isFolder ? outside.string : outside.appending("file").string, path.string)
      let before = try clone.contents(of: outside)
      var slowest = Duration.zero
      for command in [
        ["hook", "post-commit"], ["note", "through"], ["state", "set", "--status", "testing"],
        ["rotate"], ["note", "through again"], ["doctor", "--fix"], ["hook", "post-checkout"],
      ] {
        let clock = ContinuousClock()
        let start = clock.now
        let outcome = try clone.run(command)
        slowest = max(slowest, clock.now - start)
        #expect(outcome.status == 0 || outcome.status == 1, "\(command): \(outcome.errors)")
        if command[0] == "hook" { #expect(outcome.status == 0) }
        #expect(try clone.contents(of: outside) == before, "\(command)")
      }
      #expect(slowest < .seconds(8))
    }

    @Test(
      "Files are 0644 or the umask's, and the spool is only its owner's",
      arguments: [0o022, 0o077, 0o002])
    func permissions(umask: Int) throws {
      let sandbox = try Sandbox()
      let clone = Clone(at: try sandbox.repository(), in: sandbox)
      let mask = String(umask, radix: 8)
      let script = """
        umask \(mask)
        "$1" init && "$1" note one && "$1" state set --status testing && "$1" rotate && "$1" note two
        exec 9<>.git/codex-hook/lock && flock 9 && "$1" note waits
        """
      let outcome = try sandbox.run(
        ["sh", "-c", script, "sh", codexHookBinary().string], in: clone.root)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("kept note"))
      let list =
        "find .codex .git/codex-hook -type f -printf '%m %p\\n'; find .git/codex-hook/spool -type d -printf '%m %p\\n'"
      let files = try sandbox.run(["sh", "-c", list], in: clone.root).output.split(separator: "\n")
      #expect(files.count > 8)
      for file in files {
        let words = file.split(separator: " ")
        let expected =
          words[1].hasSuffix("/spool") ? 0o700 : words[1].contains("/spool/") ? 0o600 : 0o644
        #expect(words[0] == String(expected & ~umask, radix: 8), "\(file)")
      }
      try clone.done("note", "the last one")
      try clone.expectWhole(holding: ["one", "two", "waits", "the last one"])
    }
  }
}
