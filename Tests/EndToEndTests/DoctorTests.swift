import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("doctor says what is wrong and what to do, and mends what it can")
struct DoctorTests {
  /// One thing that can be wrong: how it comes about, and what is said of it.
  struct Harm: Sendable, CustomTestStringConvertible {
    let name: String
    let script: String
    let says: String
    let weight: String
    let isMended: Bool

    init(
      _ name: String, _ script: String, says: String, _ weight: String = "fault",
      isMended: Bool = true
    ) {
      self.name = name
      self.script = script
      self.says = says
      self.weight = weight
      self.isMended = isMended
    }

    var testDescription: String { name }
  }

  static let harms = [
    Harm(
      "hooks that are missing", "rm .git/hooks/post-commit .git/hooks/pre-push",
      says: "hooks post-commit, pre-push: missing in "),
    Harm(
      "a hook of another version", "sed -i 's/stops git/stopped git/' .git/hooks/post-merge",
      says: "hook post-merge: of another version", "remark"),
    Harm(
      "a hook that may not be executed", "chmod -x .git/hooks/post-rewrite",
      says: "hook post-rewrite: not executable"),
    Harm(
      "a hook that another program has put in ours' place",
      "printf '#!/bin/sh\nexit 0\n' >.git/hooks/post-commit",
      says: "hook post-commit: what stands in "),
    Harm(
      "hooks of a manager",
      "mkdir -p .husky/_; touch .husky/_/h; git config core.hooksPath .husky/_",
      says: "husky's, and it does not call codex-hook", isMended: false),
    Harm("no binary", "rm .git/codex-hook/bin/codex-hook", says: "codex-hook is missing"),
    Harm(
      "a text in the binary's place", "echo text >.git/codex-hook/bin/codex-hook",
      says: "no program that this machine runs"),
    Harm(
      "another build's binary", "echo >>.git/codex-hook/bin/codex-hook",
      says: "another build than this codex-hook", "remark"),
    Harm(
      "a copy that was changed", "sed -i 's/add one/add two/' .codex/journal.ndjson",
      says: ".codex/journal.ndjson is not up to date", "remark"),
    Harm(
      "a copy that cannot be brought up to date",
      "rm .codex/journal.ndjson; mkdir .codex/journal.ndjson; touch .codex/journal.ndjson/x",
      says: ".codex/journal.ndjson is not a file", isMended: false),
    Harm(
      "a tracked live file", "git add -f .codex/summary.md; git commit -qm tracked",
      says: "git tracks .codex/summary.md", isMended: false),
    Harm(
      "a torn line", "printf '{\"ts\":\"2026-01' >>.git/codex-hook/journal.ndjson",
      says: "the last line has no line break"),
    Harm(
      "a line that is no event", "echo 'no event' >>.git/codex-hook/journal.ndjson",
      says: "journal.ndjson:2: "),
    Harm(
      "a state that cannot be read",
      "echo '{' >.codex/state.json; touch -d '2 minutes ago' .codex/state.json",
      says: ".codex/state.json: no JSON"),
    Harm(
      "an old lock of somebody else's",
      "echo me >.codex/lock; touch -d '20 minutes ago' .codex/lock",
      says: ".codex/lock has been held by another writer for 1", isMended: false),
    Harm(
      "live files that git status shows", ": >.git/info/exclude",
      says: "does not name the live files", "remark"),
    Harm(
      "commits that no hook saw", "CODEX_HOOK=0 git commit -q --allow-empty -m unseen",
      says: "no hook has seen 1 commit", "remark"),
  ]

  @Test(
    "names it, with the next step, writes nothing, and --fix leaves nothing that it can mend",
    arguments: harms)
  func finding(_ harm: Harm) throws {
    let clone = try Clone()
    try clone.commit("one")
    #expect(try clone.done("doctor") == "all is well")
    let event = try clone.journal()[0]
    try clone.script(harm.script)

    let before = try clone.contents(of: clone.root)
    let found = try findings(clone, "doctor")
    #expect(try clone.contents(of: clone.root) == before)
    let one = try #require(found.first { $0.what.contains(harm.says) }, "\(found)")
    #expect(one.weight == harm.weight)
    #expect(one.isMendable == harm.isMended)
    #expect(!one.next.isEmpty)
    let text = try clone.run(["doctor"])
    // What is said of an age is another a second later.
    let ending = one.what.filter { !$0.isNumber } + "\n  next: \(one.next)\n"
    #expect(text.output.filter { !$0.isNumber }.contains("\(one.weight): \(ending)"))
    #expect(text.status == (found.contains { $0.weight == "fault" } ? 1 : 0))

    let left = try findings(clone, "doctor", "--fix")
    #expect(left.filter(\.isMendable) == [])
    #expect(left.contains { $0.what.contains(harm.says) } == !harm.isMended)
    #expect(try clone.journal().filter { $0 == event }.count == 1)
    if harm.isMended { #expect(try clone.done("doctor") == "all is well") }
  }

  @Test("what a shared repository tracks is as it should be; a live file that git tracks is not")
  func tracked() throws {
    let clone = try Clone.shared()
    try clone.done("note", "goes along")
    try clone.commit("f1")
    #expect(try clone.segments().count == 1)
    #expect(try clone.done("doctor") == "all is well")
    try clone.script("git add -f .codex/summary.md; git commit -qm tracked")
    let found = try findings(clone, "doctor")
    #expect(found.map(\.next) == ["codex-hook init --untrack, and commit that"])
    #expect(found[0].what.hasPrefix("git tracks .codex/summary.md, so"))
    try clone.done("init", "--untrack")
    try clone.git("commit", "-q", "-m", "untrack")
    #expect(try clone.done("doctor") == "all is well")
  }

  @Test("events that wait are counted, and taken in")
  func waiting() throws {
    let clone = try Clone()
    try clone.commit("one")
    // A writer that holds the store's lock for longer than a hook waits.
    let holder = try clone.sandbox.start(
      ["flock", clone.store.appending("lock").string, "sleep", "4"])
    try clone.sandbox.run(["sleep", "0.5"]).expectSuccess()
    try clone.git("commit", "-q", "--allow-empty", "-m", "waits")
    _ = try holder.wait()
    #expect(try clone.commits().count == 1)
    let found = try findings(clone, "doctor")
    #expect(found.contains { $0.what.hasPrefix("1 event waits") && $0.isMendable })
    #expect(try findings(clone, "doctor", "--fix") == [])
    #expect(try clone.commits().map(\.message) == ["add one", "waits"])
  }

  @Test("a repository that libgit2 does not read works, and doctor says why it takes longer")
  func answeredByGit() throws {
    let sandbox = try Sandbox()
    let root = sandbox.root.appending("wide")
    try sandbox.git("init", "-q", "--object-format=sha256", root.string, in: sandbox.root)
    let clone = Clone(at: root, in: sandbox)
    try clone.install()
    let found = try findings(clone, "doctor")
    #expect(found.map(\.weight) == ["remark"])
    #expect(found[0].what.contains("libgit2 cannot read this repository ("))
  }

  @Test(
    "a repository that nobody can read is a failure that says why, and one without a journal is told the next step"
  )
  func unreadable() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    var outcome = try clone.run(["doctor"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("next: codex-hook install\n"))
    try clone.script("git config core.repositoryFormatVersion 9")
    outcome = try clone.run(["doctor"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("unsupported repository version 9"))
  }

  /// What a finding says.
  struct Said: Equatable {
    let weight: String
    let what: String
    let next: String
    let isMendable: Bool
  }

  private func findings(_ clone: Clone, _ arguments: String...) throws -> [Said] {
    let outcome = try clone.run(arguments + ["--json"])
    let list = try JSON.parse(outcome.line).object?["findings"]?.elements ?? []
    let found = list.compactMap(\.object).map { object in
      Said(
        weight: object["weight"]?.text ?? "", what: object["what"]?.text ?? "",
        next: object["next"]?.text ?? "", isMendable: object["mendable"] == .bool(true))
    }
    #expect(outcome.status == (found.contains { $0.weight == "fault" } ? 1 : 0), "\(outcome)")
    return found
  }

  @Test(
    "names a copy that may not be written, in a folder that may, and is content when it may",
    .enabled(if: Faults.works(DoctorTests.unprivileged + ["true"])))
  func readOnlyCopy() throws {
    let clone = try Clone()
    let copy = clone.folder.appending("journal.ndjson")
    try clone.done("note", "before")
    setMode(0o444, of: copy)
    func run(_ command: String...) throws -> Outcome {
      try clone.sandbox.run(
        Self.unprivileged + [codexHookBinary().string] + command, in: clone.root)
    }
    #expect(try run("note", "meanwhile").status == 0)
    #expect(try clone.journal().count == 2 && clone.copy().count == 1)
    let doctor = try run("doctor")
    #expect(doctor.status == 1)
    #expect(doctor.output.contains("fault: \(copy) cannot be written"), "\(doctor.output)")
    setMode(0o644, of: copy)
    #expect(try run("doctor", "--fix").status == 0)
    #expect(try clone.copy() == clone.journal())
    #expect(try run("doctor").output == "all is well\n")
  }

  /// Root without the right to pass over the modes of files.
  private static let unprivileged = [
    "setpriv", "--bounding-set=-dac_override,-dac_read_search",
  ]
}
