import SystemPackage
import TestSupport
import Testing

@Suite("Publishing with a commit")
struct SharingPublishTests {
  @Test("takes what was recorded along with the next commit, as one new file and nothing else")
  func ordinaryCommit() throws {
    let clone = try Clone.shared()
    try clone.done("issue", "the sync loses a line", "--area", "sync")
    try clone.done("note", "the cache is per process")
    try clone.commit("f1")
    let changed = try clone.changed()
    #expect(changed.count == 2)
    #expect(changed.first?.hasPrefix(".codex/segments/") == true)
    #expect(changed.last == "f1")
    #expect(try clone.published() == clone.journal().filter { !$0.contains(#""commit""#) })
    #expect(try clone.status() == "")
    try clone.git("diff-files", "--quiet")
    try clone.commit("f2")
    #expect(try clone.changed() == ["f2"])
  }

  @Test("publishes no commit, nothing private, and of test results only the latest")
  func selection() throws {
    let clone = try Clone.shared()
    try clone.done("note", "--private", "for me alone")
    try clone.done("note", "for all")
    try clone.done("test", "--result", "fail", "--count", "3")
    try clone.done("test", "--result", "pass", "--count", "4")
    try clone.commit("f1")
    let lines = try clone.published()
    #expect(lines.count == 2)
    #expect(lines.first?.contains("for all") == true)
    #expect(lines.last?.contains(#""count":4"#) == true)
  }

  @Test(
    "leaves a commit alone that takes nothing else",
    arguments: [
      ["commit", "-q", "--allow-empty", "-m", "empty"],
      ["commit", "-q", "--amend", "--allow-empty", "-m", "other words"],
      ["commit", "-q", "-m", "nothing staged"],
    ])
  func alone(arguments: [String]) throws {
    let clone = try Clone.shared()
    try clone.commit("f1")
    try clone.done("note", "waits")
    for _ in 0..<2 {
      _ = try clone.sandbox.run(["git"] + arguments, in: clone.root)
      #expect(try clone.segments().isEmpty)
      #expect(try clone.status() == "")
    }
    try clone.commit("f2")
    #expect(try clone.published().count == 1)
  }

  @Test(
    "keeps the index as the user made it, plus one file",
    arguments: [
      (["commit", "-q", "-a", "-m", "all"], true, ""),
      (["commit", "-q", "-i", "f1", "-m", "include"], true, ""),
      (["commit", "-q", "-m", "partial", "f1"], false, "M  f2"),
      (["commit", "-q", "--amend", "-m", "amended"], true, " M f1"),
    ])
  func index(arguments: [String], publishes: Bool, status: String) throws {
    let clone = try Clone.shared()
    try clone.commit("f1")
    try clone.commit("f2")
    try clone.done("note", "rides along")
    try writeText("changed\n", to: clone.root.appending("f1"))
    try clone.stage("f2")
    try clone.sandbox.run(["git"] + arguments, in: clone.root).expectSuccess()
    #expect(try clone.segments().count == (publishes ? 1 : 0))
    #expect(try clone.status() == status)
    try clone.git("add", "-A")
    _ = try clone.sandbox.run(["git", "commit", "-q", "-m", "the rest"], in: clone.root)
    #expect(try clone.published().count == 1)
    #expect(try clone.status() == "")
  }

  @Test("takes events along with a commit of chosen hunks")
  func hunks() throws {
    let clone = try Clone.shared()
    try clone.commit("f1")
    try clone.done("note", "rides along")
    try writeText("changed\n", to: clone.root.appending("f1"))
    let commit = try clone.sandbox.run(
      ["git", "commit", "-q", "-p", "-m", "hunk"], in: clone.root, input: "y\n")
    try commit.expectSuccess()
    #expect(try clone.published().count == 1)
    #expect(try clone.status() == "")
  }

  @Test("stays out of an index that a user keeps elsewhere")
  func foreignIndex() throws {
    let clone = try Clone.shared()
    try clone.done("note", "waits")
    let own = clone.root.appending(".git").appending("own-index").string
    try clone.git("read-tree", "HEAD", environment: ["GIT_INDEX_FILE": own])
    try writeText("x\n", to: clone.root.appending("f1"))
    try clone.git("add", "f1", environment: ["GIT_INDEX_FILE": own])
    try clone.git("commit", "-q", "-m", "elsewhere", environment: ["GIT_INDEX_FILE": own])
    #expect(try clone.changed() == ["f1"])
  }

  @Test(
    "publishes anew what a reset or a revert has taken out of the history",
    arguments: [true, false])
  func taken(byReset: Bool) throws {
    let clone = try Clone.shared()
    try clone.done("note", "once")
    try clone.commit("f1")
    if byReset {
      try clone.git("reset", "-q", "--hard", "HEAD~1")
    } else {
      try clone.git("revert", "--no-edit", "HEAD")
    }
    #expect(try clone.published().isEmpty)
    #expect(try clone.status() == "")
    try clone.commit("f2")
    #expect(try clone.published().count == 1)
  }

  @Test(
    "publishes once what two refused commits have staged", arguments: ["commit-msg", "pre-commit"])
  func refused(hook: String) throws {
    let clone = try Clone.shared()
    let path = clone.root.appending(".git").appending("hooks").appending(hook)
    let ours = hook == "pre-commit" ? try readText(path) : "#!/bin/sh\n"
    // What others append to our file runs after us.
    try writeText(ours + "\nexit 1\n", to: path, mode: [.ownerReadWriteExecute])
    try clone.done("note", "first")
    try clone.stage("f1")
    for _ in 0..<2 {
      let refused = try clone.sandbox.run(["git", "commit", "-q", "-m", "no"], in: clone.root)
      #expect(refused.status == 1)
      let staged = try clone.git("diff", "--cached", "--name-only").split(separator: "\n")
      #expect(staged.count == 2)
    }
    try clone.done("note", "second")
    _ = try clone.sandbox.run(["git", "commit", "-q", "-m", "no"], in: clone.root)
    try writeText(ours, to: path, mode: [.ownerReadWriteExecute])
    try clone.git("commit", "-q", "-m", "yes")
    #expect(try clone.changed().count == 2)
    #expect(try clone.published().count == 2)
    #expect(try clone.status() == "")
  }

  @Test("leaves the user's index and one file when an editor gives up, and takes them along later")
  func givenUp() throws {
    let clone = try Clone.shared()
    try clone.done("note", "waits")
    try clone.stage("f1")
    let index = try clone.git("ls-files", "-s")
    for _ in 0..<2 {
      let given = try clone.sandbox.run(
        ["git", "commit"], in: clone.root, environment: ["GIT_EDITOR": "false"])
      #expect(given.status == 1)
      let lines = try clone.git("ls-files", "-s").split(separator: "\n").map(String.init)
      #expect(lines.filter { !$0.contains(".codex/segments/") }.joined(separator: "\n") == index)
      #expect(lines.count { $0.contains(".codex/segments/") } == 1)
    }
    try clone.git("commit", "-q", "-m", "after all")
    #expect(try clone.changed().count == 2)
    #expect(try clone.published().count == 1)
    #expect(try clone.status() == "")
  }

  @Test("leaves nothing in sight when a commit of everything is given up")
  func abandoned() throws {
    let clone = try Clone.shared()
    try clone.commit("f1")
    try clone.done("note", "waits")
    try writeText("changed\n", to: clone.root.appending("f1"))
    let given = try clone.sandbox.run(
      ["git", "commit", "-a"], in: clone.root, environment: ["GIT_EDITOR": "false"])
    #expect(given.status == 1)
    #expect(try clone.status() == " M f1")
    try clone.git("commit", "-q", "-a", "-m", "after all")
    #expect(try clone.published().count == 1)
    #expect(try clone.status() == "")
    let month = clone.root.pushing(FilePath(try #require(try clone.segments().first)))
    #expect(names(in: month.removingLastComponent()).count == 1)
  }

  @Test(
    "leaves it to a person where the policy, or this clone, says manual", arguments: [true, false])
  func manual(byPolicy: Bool) throws {
    let clone = try Clone.shared()
    if byPolicy {
      try writeText(#"{"publish":"manual"}"#, to: clone.folder.appending("policy.json"))
      try clone.git("commit", "-q", "-a", "-m", "publish by hand")
    } else {
      try clone.git("config", "codexHook.publish", "manual")
    }
    try clone.done("note", "waits")
    try clone.commit("f1")
    #expect(try clone.segments().isEmpty)
    #expect(try clone.done("publish", "--dry-run").contains("waits"))
    #expect(try clone.done("publish").hasPrefix("staged .codex/segments/"))
    try clone.git("commit", "-q", "-m", "publish")
    #expect(try clone.published().count == 1)
    #expect(try clone.done("publish") == "nothing is pending")
  }

  @Test("keeps at home what was recorded before, until a person says otherwise")
  func earlier() throws {
    let clone = try Clone()
    try clone.commit("first")
    try clone.done("issue", "from before")
    try clone.done("note", "--private", "for me alone")
    try clone.share()
    try clone.commit("f1")
    #expect(try clone.segments().isEmpty)
    try clone.done("publish", "--all")
    try clone.git("commit", "-q", "-m", "publish")
    let lines = try clone.published()
    #expect(lines.count == 1)
    #expect(lines.first?.contains("from before") == true)
  }

  @Test("publishes on a branch what was recorded on it or before it, and nothing of other branches")
  func branches() throws {
    let clone = try Clone.shared()
    try clone.git("switch", "-q", "-c", "side")
    try clone.commit("f0")
    try clone.done("note", "on the side")
    try clone.git("switch", "-q", "main")
    try clone.done("note", "on main")
    try clone.commit("f1")
    #expect(try clone.published().allSatisfy { $0.contains("on main") })
    try clone.git("switch", "-q", "side")
    try clone.commit("f2")
    #expect(try clone.published().contains { $0.contains("on the side") })
  }

  @Test("keeps the segments of a squash merge, its own too, and publishes nothing twice")
  func squash() throws {
    let clone = try Clone.shared()
    try clone.git("switch", "-q", "-c", "side")
    try clone.done("note", "on the side")
    try clone.commit("f1")
    try clone.git("switch", "-q", "main")
    try clone.done("note", "on main")
    try clone.git("merge", "-q", "--squash", "side")
    try clone.git("commit", "-q", "-m", "squashed")
    let lines = try clone.published()
    #expect(lines.count == 2)
    #expect(Set(lines).count == 2)
    #expect(try clone.status() == "")
  }

  @Test("lets two work trees commit at once")
  func twoWorkTrees() throws {
    let clone = try Clone.shared()
    let path = clone.sandbox.root.appending("linked")
    try clone.git("worktree", "add", "-q", "-b", "side", path.string)
    let linked = Clone(at: path, in: clone.sandbox)
    for round in 1...3 {
      try clone.done("note", "main \(round)")
      try linked.done("note", "side \(round)")
      try clone.stage("f\(round)")
      try linked.stage("g\(round)")
      let one = try clone.sandbox.start(["git", "commit", "-q", "-m", "m"], in: clone.root)
      let other = try clone.sandbox.start(["git", "commit", "-q", "-m", "s"], in: linked.root)
      try one.wait().expectSuccess()
      try other.wait().expectSuccess()
      #expect(try clone.changed().count == 2)
      #expect(try linked.changed().count == 2)
    }
    #expect(try clone.published().filter { $0.contains("main") }.count == 3)
    #expect(try linked.published().filter { $0.contains("\"text\":\"side") }.count == 3)
    #expect(try clone.status() + linked.status() == "")
    try clone.git("merge", "-q", "side")
    #expect(Set(try clone.published()).count == 6)
  }

  @Test(
    "says nothing about an event that was recorded while HEAD was detached until it is on a branch")
  func detached() throws {
    let clone = try Clone.shared()
    try clone.git("switch", "-q", "--detach")
    try clone.done("note", "detached")
    try clone.commit("f1")
    #expect(try clone.segments().isEmpty)
    try clone.git("switch", "-q", "-c", "side")
    try clone.commit("f2")
    #expect(try clone.published().count == 1)
  }

  @Test("goes back to private in one command")
  func back() throws {
    let clone = try Clone.shared()
    try clone.done("init", "--private")
    try clone.done("note", "stays")
    try clone.commit("f1")
    #expect(try clone.changed() == ["f1"])
    #expect(!exists(clone.root.appending(".git").appending("hooks").appending("pre-commit")))
    try clone.done("init", "--shared")
    try clone.done("note", "goes")
    try clone.commit("f2")
    #expect(try clone.published().count == 1)
  }
}
