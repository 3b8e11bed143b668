import SystemPackage
import TestSupport
import Testing

@Suite("A commit that has nothing to take along")
struct SharingQuietTests {
  @Test("starts no process before it, in the main work tree and in a linked one")
  func noProcess() throws {
    let clone = try Clone.shared()
    let path = clone.sandbox.root.appending("linked")
    try clone.git("worktree", "add", "-q", "-b", "side", path.string)
    for (name, place) in [("main", clone), ("side", Clone(at: path, in: clone.sandbox))] {
      // Made alike in one second, they would be the same commits.
      try place.calmDown(name)
      let log = try place.logged()
      try place.commit("quiet")
      #expect(try readText(log) == "hook post-commit\n")
      try place.done("note", "from now on")
      try place.commit("other")
      #expect(try readText(log).contains("hook pre-commit\n"))
      #expect(try place.published().count == 1)
    }
  }

  @Test("is asked again after whatever may have made something pending", arguments: Change.allCases)
  func asked(change: Change) throws {
    let clone = try Clone.shared()
    try change.prepare(clone)
    try clone.calmDown()
    try change.happen(clone)
    let before = try clone.published().count
    try clone.commit("f9")
    #expect(try clone.published().count == before + 1)
    #expect(try clone.status() == "")
  }

  @Test(
    "is followed by one that takes along what came while its message was written",
    arguments: [Change.note, .focusByHand])
  func meanwhile(change: Change) throws {
    let clone = try Clone.shared()
    try clone.calmDown()
    let step =
      change == .note
      ? "'\(codexHookBinary())' note meanwhile" : "sed -i s/in_progress/testing/ .codex/state.json"
    try clone.stage("f1")
    try clone.git("commit", "-q", environment: ["GIT_EDITOR": "\(step); echo message >"])
    #expect(try clone.published().isEmpty)
    try clone.commit("f2")
    #expect(try clone.published().count == 1)
  }

  @Test("takes along what a pre-commit hook before ours has recorded")
  func hookBefore() throws {
    let clone = try Clone.shared()
    try clone.calmDown()
    try writeText(
      "#!/bin/sh\nexec '\(codexHookBinary())' note 'by the hook before'\n",
      to: clone.root.pushing(".git/hooks/pre-commit.before-codex-hook"),
      mode: [.ownerReadWriteExecute])
    try clone.commit("f1")
    #expect(try clone.published().count == 1)
  }

  @Test(
    "takes along what a fast-forward has brought into reach, also where post-commit is called for it",
    arguments: [false, true])
  func fastForward(isCalled: Bool) throws {
    let clone = try Clone.shared()
    let path = clone.sandbox.root.appending("linked")
    try clone.git("worktree", "add", "-q", "-b", "side", path.string)
    let linked = Clone(at: path, in: clone.sandbox)
    try linked.commit("f0")
    try linked.done("note", "on the side")
    // Found here to wait elsewhere, in a commit that is not made.
    try clone.stage("f1")
    let refused = try clone.sandbox.run(
      ["git", "commit"], in: clone.root, environment: ["GIT_EDITOR": "false"])
    #expect(refused.status == 1)
    try clone.git("merge", "-q", "--ff-only", "side")
    if isCalled { try clone.done("hook", "post-commit") }
    try clone.git("commit", "-q", "-m", "after the merge")
    #expect(try clone.published().count == 1)
  }

  @Test("is asked for anew on another branch, and where the branch's file is packed away")
  func elsewhere() throws {
    let clone = try Clone.shared()
    try clone.calmDown()
    let log = try clone.logged()
    try clone.git("pack-refs", "--all")
    try clone.commit("f1")
    try clone.git("branch", "side")
    try clone.git("symbolic-ref", "HEAD", "refs/heads/side")
    try clone.commit("f2")
    #expect(try readText(log).split(separator: "\n").count { $0 == "hook pre-commit" } == 2)
  }

  /// What may happen to a clone that has nothing pending.
  enum Change: String, CaseIterable, CustomTestStringConvertible {
    case note, focus, focusByHand, reset, movedRef, merge

    var testDescription: String { rawValue }

    func prepare(_ clone: Clone) throws {
      switch self {
      case .reset, .movedRef:
        try clone.done("note", "published, and taken back")
        try clone.commit("f0")
      case .merge:
        try clone.git("switch", "-q", "-c", "side")
        try clone.commit("f0")
        try clone.done("note", "on the side")
        // What takes nothing else along takes no note along.
        try clone.git("commit", "-q", "--allow-empty", "-m", "on the side")
        try clone.git("switch", "-q", "main")
      case .note, .focus, .focusByHand: break
      }
    }

    func happen(_ clone: Clone) throws {
      switch self {
      case .note: try clone.done("note", "news")
      case .focus: try clone.done("state", "set", "--feature", "news")
      case .focusByHand:
        let path = clone.folder.appending("state.json")
        try writeText(readText(path).replacing("in_progress", with: "testing"), to: path)
      case .reset: try clone.git("reset", "-q", "--hard", "HEAD~\(Clone.calm + 1)")
      case .movedRef:
        try clone.git("update-ref", "refs/heads/main", "HEAD~\(Clone.calm + 1)")
        try clone.git("-c", "core.logAllRefUpdates=false", "reset", "-q", "--hard")
      case .merge: try clone.git("merge", "-q", "--no-edit", "side")
      }
    }
  }
}

extension Clone {
  /// How many commits ``calmDown(_:)`` makes.
  fileprivate static let calm = 3

  /// Makes commits until nothing is pending, and that is known.
  fileprivate func calmDown(_ name: String = "calm") throws {
    // Some shells compare whole seconds.
    let files = [try store.pushing("sharing/outbox"), folder.appending("state.json")]
    try sandbox.run(["touch", "-d", "-1 minute"] + files.map(\.string), in: root).expectSuccess()
    for number in 1...Self.calm { try commit("\(name)\(number)") }
  }

  /// Lets the clone's hooks say what they call, in the file that is returned.
  fileprivate func logged() throws -> FilePath {
    let log = sandbox.root.appending("calls")
    let binary = try store.pushing("bin/codex-hook")
    let real = FilePath(binary.string + ".real")
    try writeText("", to: log)
    if exists(real) { return log }
    try sandbox.run(["mv", binary.string, real.string], in: root).expectSuccess()
    try writeText(
      "#!/bin/sh\necho \"$1 $2\" >>'\(log)'\nexec '\(real)' \"$@\"\n", to: binary,
      mode: [.ownerReadWriteExecute])
    return log
  }
}
