import LiveContext
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("What no hook saw")
struct ReconcileTests {
  /// Makes so many commits on top of HEAD, without any hook, a second apart from now on.
  private func importCommits(_ count: Int, into clone: Clone) throws {
    let now = Int(time(nil))
    var stream = "reset refs/heads/main\nfrom refs/heads/main^0\n\n"
    for number in 1...count {
      let message = "unseen \(number)"
      stream += "commit refs/heads/main\n"
      stream += "committer A Tester <tester@example.com> \(now + number) +0000\n"
      stream +=
        "data \(message.utf8.count)\n\(message)\nM 644 inline file\ndata 4\n\(1000 + number)\n"
    }
    _ = try clone.sandbox.git(
      "fast-import", "--quiet", "--done", in: clone.root, input: stream + "done\n")
    try clone.git("reset", "-q", "--hard")
  }

  private func notes(_ clone: Clone) throws -> [JSONObject] {
    try clone.journal().compactMap { try JSON.parse($0).object }.filter {
      $0["type"]?.text == "note"
    }
  }

  @Test("More than 200 are taken in up to the 200th, with one note for the rest, once")
  func tooMany() throws {
    let clone = try Clone()
    try clone.commit("one")
    try importCommits(230, into: clone)
    try clone.commit("last")
    let journal = try clone.journal()
    #expect(journal.count == 1 + 1 + 200)
    let note = try #require(try notes(clone).first)
    let rest = try clone.git("rev-parse", "HEAD~200")
    #expect(note["text"]?.text?.contains(String(rest.prefix(12))) == true)
    #expect(note["links"]?.elements?.compactMap(\.text) == [rest])
    // Before the commits that it stands for the ones before.
    #expect(try JSON.parse(journal[1]).object?["type"]?.text == "note")
    #expect(try JSON.parse(journal[2]).object?["message"]?.text == "unseen 32")
    try clone.commit("one more")
    #expect(try notes(clone).count == 1)
    #expect(try clone.journal().count == 203)

    #expect(try clone.done("reconcile", "--all") == "recorded 31 commits")
    #expect(try notes(clone).count == 1)
    #expect(try clone.done("doctor") == "all is well")
    #expect(try clone.done("validate").hasSuffix(" 0 problems"))
  }

  @Test("By hand the same is said, and a shared repository's other clones do not get the note")
  func tooManyByHand() throws {
    let clone = try Clone.shared()
    try importCommits(205, into: clone)
    let said = try clone.done("reconcile")
    #expect(said.hasPrefix("recorded 200 commits\n"), "\(said)")
    #expect(said.contains("reconcile --all"))
    #expect(try notes(clone).count == 1)
    #expect(!(try clone.done("publish", "--dry-run").contains("reconcile --all")))
  }

  @Test("Of branches that were there before the install only what is made later counts")
  func otherBranches() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    // One branch is older, one was made in the second of the install, and the clock of one was ahead.
    let old = ["GIT_COMMITTER_DATE": "2020-01-01T00:00:00Z"]
    let ahead = ["GIT_COMMITTER_DATE": "2099-01-01T00:00:00Z"]
    try clone.git("commit", "-q", "--allow-empty", "-m", "first", environment: old)
    for (branch, dates) in [("old", old), ("ahead", ahead), ("now", [:])] {
      try clone.git("switch", "-q", "-c", branch, "main")
      for number in 1...2 {
        try clone.git(
          "commit", "-q", "--allow-empty", "-m", "before \(number)", environment: dates)
      }
    }
    try clone.git("switch", "-q", "main")
    try clone.install()
    #expect(try clone.done("reconcile", "--all") == "recorded 0 commits")
    var made: [String] = []
    for branch in ["old", "ahead", "now"] {
      try clone.git("switch", "-q", branch)
      made.append(try clone.commit("file-\(branch)"))
      try clone.git(
        "commit", "-q", "--allow-empty", "-m", "unseen", environment: ["CODEX_HOOK": "0"])
      made.append(try clone.git("rev-parse", "HEAD"))
    }
    try clone.git("switch", "-q", "main")
    try clone.done("reconcile", "--all")
    let recorded = try clone.journal().compactMap { try JSON.parse($0).object?["sha"]?.text }
    #expect(recorded.sorted() == made.sorted())
  }
}
