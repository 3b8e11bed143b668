import LiveContext
import SystemPackage
import TestSupport
import Testing

/// Random git operations in one clone, its work trees, its server and a colleague's clone, and what has to hold during and
/// after them.
struct Storm {
  let clone: Clone
  let seed: UInt64
  /// What was reachable from a branch or a HEAD after any operation.
  private(set) var seen: Set<String> = []
  /// What was there before the recording began.
  let old: Set<String>
  private(set) var faults: [String] = []
  private var random: SeededNumbers
  private var checkedEvents = 0

  private var seenFile: FilePath { clone.sandbox.root.appending("seen") }

  init(seed: UInt64) throws {
    self.seed = seed
    random = SeededNumbers(seed: seed)
    let sandbox = try Sandbox()
    clone = Clone(at: try sandbox.repository("my \"repo\" ä"), in: sandbox)
    try clone.script(
      "for f in f0 f1 f2 f3; do echo $f >$f; git add .; git commit -qm $f; done",
      environment: ["GIT_COMMITTER_DATE": "2020-01-01T00:00:00Z"])
    old = Set(try clone.list("HEAD"))
    try clone.addOrigin()
    try clone.git("push", "-q", "-u", "origin", "main")
    _ = try clone.colleague()
    try clone.install()
    try writeText(stormPrelude, to: sandbox.root.appending("prelude"))
    try writeText(stormPostlude, to: sandbox.root.appending("postlude"))
    try writeText("", to: seenFile)
    seen = old
  }

  /// Does one operation in one of the work trees and looks at what it left.
  mutating func step(_ number: Int) throws {
    let trees = try workTrees()
    let tree = trees[Int(random.next() % UInt64(trees.count))]
    let operation = stormOperations[Int(random.next() % UInt64(stormOperations.count))]
    let environment = [
      "OP": "\(number)", "R": "\(random.next() % 1000)", "BOX": clone.sandbox.root.string,
      "MAIN": clone.root.string, "TREE": tree.string, "SEEN": seenFile.string,
    ]
    let outcome = try clone.sandbox.run(
      ["sh", "-c", ". \"$BOX/prelude\"\n\(operation.script)\n. \"$BOX/postlude\""], in: tree,
      environment: environment)
    let name = "operation \(number), \(operation.name), in \(tree.lastComponent!)"
    if outcome.status != 0 { faults.append("\(name): ended with \(outcome.status)") }
    // The script itself says what is wrong by lines that begin so, and a hook has no reason to say anything.
    for line in (outcome.output + outcome.errors).split(separator: "\n")
    where line.hasPrefix("WRONG") || line.hasPrefix("codex-hook:") {
      // On a busy machine the lock may be held to a hook's deadline; the end of the storm takes in what waits.
      if line.contains("the event waits in") { continue }
      faults.append("\(name): \(line)")
    }
    try checkEvents(name)
  }

  /// Whether each new event is of a commit that was reachable at some time, and so is what it replaces.
  private mutating func checkEvents(_ name: String) throws {
    seen.formUnion(try Clone.lines(seenFile))
    try writeText("", to: seenFile)
    let events = try clone.commits()
    for event in events.dropFirst(checkedEvents) {
      for sha in [event.sha] + event.replaces where !seen.contains(sha) {
        faults.append("\(name): \(sha) of \(event) was never reachable")
      }
      if old.contains(event.sha) { faults.append("\(name): \(event) is older than the recording") }
    }
    checkedEvents = events.count
  }

  func workTrees() throws -> [FilePath] {
    try clone.git("worktree", "list", "--porcelain").split(separator: "\n")
      .filter { $0.hasPrefix("worktree ") }.map { FilePath(String($0.dropFirst(9))) }
  }

  /// Reconciles, and looks at all that has to hold in the end.
  mutating func end() throws {
    let unseen = try clone.done("reconcile", "--all")
    try checkEvents("reconcile, which \(unseen)")
    var count: [String: Int] = [:]
    for event in try clone.commits() { count[event.sha, default: 0] += 1 }
    for (sha, times) in count where times > 1 { faults.append("\(sha) is there \(times) times") }
    var living = Set(try clone.list("--branches"))
    for tree in try workTrees() {
      let there = Clone(at: tree, in: clone.sandbox)
      let reachable = Set(try there.list("HEAD"))
      living.formUnion(reachable)
      try there.done("reconcile")
      let status = try there.status()
      if status != "" { faults.append("\(tree) has \(status)") }
      try checkReaders(
        there, reachable, recorded: count.keys.filter { reachable.contains($0) }.count)
    }
    for sha in living.subtracting(old) where count[sha] == nil {
      let subject = try clone.git("log", "-1", "--format=%h %cI %s", sha)
      faults.append("not recorded: \(subject)")
    }
    let validation = try clone.run(["validate"])
    if validation.status != 0 {
      faults.append("validate: \(validation.output)\(validation.errors)")
    }
  }

  /// Whether a work tree's summary and context tell of its own history, and of as much of it as they have room for.
  private mutating func checkReaders(_ there: Clone, _ reachable: Set<String>, recorded: Int) throws
  {
    let context = try JSON.parse(there.done("context", "--json")).object
    let shown = context?["recent"]?.elements?.compactMap { $0.object?["sha"]?.text } ?? []
    for sha in shown where !reachable.contains(sha) {
      faults.append("\(there.root): context shows \(sha)")
    }
    if shown.count != min(10, recorded) {
      faults.append("\(there.root): context shows \(shown.count) commits of \(recorded)")
    }
    let short = Set(reachable.map { $0.prefix(7) })
    let lines = try readText(there.folder.appending("summary.md")).split(separator: "\n")
    for line in lines {
      guard let found = line.firstMatch(of: /Z commit ([0-9a-f]{7}):/) else { continue }
      if !short.contains(found.1) { faults.append("\(there.root): summary.md shows \(line)") }
    }
  }
}
