import SystemPackage
import TestSupport
import Testing

@Suite("Taking in what others have published")
struct SharingIntakeTests {
  @Test("takes in each event once, by a merge, a pull, a switch, a work tree and a fresh clone")
  func everyWay() throws {
    let first = try Clone.shared()
    let origin = try first.addOrigin()
    try first.git("push", "-q", "-u", "origin", "main")
    let other = try first.another("other", of: origin)
    try first.done("note", "by pull")
    try first.commit("f1")
    try first.git("push", "-q")
    try other.git("pull", "-q")
    #expect(try other.shareable() == first.shareable())

    try first.git("switch", "-q", "-c", "side")
    try first.done("note", "by switch")
    try first.commit("f2")
    try first.git("push", "-q", "-u", "origin", "side")
    try other.git("fetch", "-q")
    #expect(try other.shareable().count == 1)
    try other.git("switch", "-q", "side")
    #expect(try other.shareable() == first.shareable())
    try other.git("switch", "-q", "main")
    try other.git("merge", "-q", "side")
    #expect(try other.shareable().count == 2)
    #expect(try other.status() == "")

    let linked = other.sandbox.root.appending("linked")
    try other.git("worktree", "add", "-q", "--detach", linked.string)
    #expect(try Clone(at: linked, in: other.sandbox).copy() == other.journal())
    #expect(try other.shareable().count == 2)
    try other.done("init")
    #expect(try other.shareable().count == 2)
  }

  @Test("gives a fresh clone the last commits, the events in their order, and the focus")
  func freshClone() throws {
    let first = try Clone.shared()
    let origin = try first.addOrigin()
    try first.done("state", "set", "--feature", "zip_export", "--notes", "the header comes next")
    try first.done("issue", "the header is wrong", "--area", "zip")
    try first.commit("f1")
    try first.git("push", "-q", "-u", "origin", "main")
    let fresh = try first.another("fresh", of: origin, install: false)
    try fresh.done("init")
    let state = try readText(fresh.folder.appending("state.json"))
    #expect(state.contains("zip_export"))
    #expect(state.contains("the header comes next"))
    #expect(try fresh.journal().filter { $0.contains(#""type":"commit""#) }.count == 3)
    #expect(try fresh.done("context").contains("the header is wrong"))
    #expect(try fresh.status() == "")
  }

  @Test(
    "install says who sees what is recorded, and what becomes of a full journal",
    arguments: [
      ("{}", "whoever has the repository, in each commit", "by itself at 10,000 lines"),
      (
        #"{"publish":"manual","rotation":"propose"}"#, "in the commit after codex-hook publish",
        "when a person types codex-hook rotate"
      ),
    ])
  func audience(policy: String, who: String, rotation: String) throws {
    let first = try Clone.shared()
    try writeText(policy, to: first.folder.appending("policy.json"))
    try first.git("commit", "-q", "-a", "-m", "policy")
    let fresh = try first.another("fresh", of: first.root, install: false)
    let said = try fresh.done("install")
    #expect(said.contains("Who sees it: whoever has the repository, "))
    #expect(said.contains(who) && said.contains(rotation))
  }

  @Test("lets a focus follow its branch, and keeps one that was set here")
  func focus() throws {
    let first = try Clone.shared()
    let origin = try first.addOrigin()
    try first.git("push", "-q", "-u", "origin", "main")
    let other = try first.another("other", of: origin)
    func feature() throws -> String {
      try other.done("state", "show", "--json")
    }
    for round in ["one", "two"] {
      try first.done("state", "set", "--feature", round)
      try first.commit("f-\(round)")
      try first.git("push", "-q")
      try other.git("pull", "-q")
      #expect(try feature().contains(round))
    }
    try other.done("state", "set", "--feature", "mine")
    try first.done("state", "set", "--feature", "three")
    try first.commit("f-three")
    try first.git("push", "-q")
    try other.git("pull", "-q")
    #expect(try feature().contains("mine"))
  }

  @Test("passes over what is no event in a segment, names it, and keeps a secret out")
  func edited() throws {
    let first = try Clone.shared()
    let origin = try first.addOrigin()
    try first.git("push", "-q", "-u", "origin", "main")
    let other = try first.another("other", of: origin)
    let secret = "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a"
    let sha = String(repeating: "ab", count: 20)
    let folder = first.folder.appending("segments")
    try makeFolder(folder)
    try writeText(
      """
      <<<<<<< HEAD
      {"ts":"2026-11-22T22:30:10Z","type":"note","text":"the token is \(secret)"}
      =======
      {"ts":"2026-11-22T22:30:11Z","type":"note","text":"whole"}
      {"ts":"2026-11-22T22:30:12Z","type":"note"}
      {"ts":"2026-11-22T22:30:13Z","type":"commit","sha":"\(sha)","files_changed":1,"message":"no"}
      not json

      """, to: folder.appending("20261122T223010Z-000000000000.ndjson"))
    try first.git("add", "-f", ".codex/segments")
    try first.git("commit", "-q", "--no-verify", "-m", "edited by hand")
    try first.git("push", "-q")
    let pull = try other.sandbox.run(["git", "pull", "-q"], in: other.root)
    try pull.expectSuccess()
    #expect(
      pull.errors.contains(
        ".codex/segments/20261122T223010Z-000000000000.ndjson has lines that are no events"))
    #expect(pull.errors.contains("line 1"))
    let lines = try other.shareable()
    #expect(lines.count == 2)
    #expect(lines.contains { $0.contains(#""was":"#) })
    #expect(!lines.joined().contains(secret))
    #expect(try !readText(other.folder.appending("summary.md")).contains(secret))
    #expect(try !readText(other.folder.appending("journal.ndjson")).contains(secret))
    #expect(try !other.journal().joined().contains(sha))
    try other.commit("f1")
    #expect(try other.shareable() == lines)

    // Later, too, whoever asks is told each line.
    let validation = try other.run(["validate"])
    #expect(validation.status == 1)
    let named = validation.output.split(separator: "\n")
    let segment = "HEAD:.codex/segments/20261122T223010Z-000000000000.ndjson"
    #expect(
      named.filter { $0.hasPrefix(segment) }.map { $0.dropFirst(segment.count).prefix(3) }
        == [":1:", ":3:", ":5:", ":7:"])
    #expect(named.last?.hasSuffix(" events, 4 problems") == true)
  }

  @Test("reads segments from the tree where the work tree has none, or other bytes")
  func sparse() throws {
    let first = try Clone.shared()
    let origin = try first.addOrigin()
    try first.done("note", "before")
    try first.commit("src/f1")
    try first.git("push", "-q", "-u", "origin", "main")
    let other = try first.another("other", of: origin, install: false)
    try other.git("config", "core.autocrlf", "true")
    try other.git("sparse-checkout", "set", "src")
    try other.install()
    #expect(try other.shareable() == first.shareable())
    try other.done("note", "from the sparse clone")
    try other.commit("src/f2")
    #expect(try other.published().count == 2)
    #expect(try other.status() == "")
    try other.git("sparse-checkout", "reapply")
    #expect(try other.status() == "")
    try other.git("push", "-q")
    try first.git("pull", "-q")
    #expect(try first.shareable() == other.shareable())
  }

  @Test("takes over a journal that the repository has tracked, in one command")
  func tracked() throws {
    let clone = try Clone()
    try clone.commit("first")
    let line = #"{"ts":"2026-11-22T22:30:11Z","type":"note","text":"of old"}"#
    let sandbox = clone.sandbox
    try clone.done("uninstall")
    removeTree(try clone.store)
    removeTree(clone.folder)
    try makeFolder(clone.folder)
    try writeText(line + "\n", to: clone.folder.appending("journal.ndjson"))
    let older = #"{"ts":"2026-11-21T22:30:11Z","type":"note","text":"older still"}"#
    try makeFolder(clone.folder.appending("archive"))
    try writeText(
      older + "\n",
      to: clone.folder.pushing("archive/journal-20261122T000000Z.ndjson"))
    try clone.git("add", "-f", ".codex/journal.ndjson", ".codex/archive")
    try clone.git("commit", "-q", "-m", "track the journal")
    try clone.install()
    let refused = try sandbox.run(
      [codexHookBinary().string, "init", "--shared"], in: clone.root)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("git tracks .codex/archive, .codex/journal.ndjson; first: "))
    #expect(refused.errors.contains("codex-hook init --untrack"))
    try clone.done("init", "--untrack")
    try clone.git("commit", "-q", "-m", "untrack")
    #expect(try clone.shareable() == [older, line])
    #expect(try clone.git("ls-files", "--", ".codex") == "")
    #expect(try clone.status() == "")
    #expect(try clone.copy() == clone.journal())
  }
}
