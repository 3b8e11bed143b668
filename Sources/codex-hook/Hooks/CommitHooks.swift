internal import GitFacts
internal import LiveContext

/// The hooks that run after commits came to be.
///
/// While git is in the middle of a sequence they are silent, because what it has made so far may be given up; the step that ends
/// the sequence walks and finds all of it.
enum CommitHooks {
  static func postCommit(_ workplace: borrowing Workplace) throws {
    guard !workplace.repository.isMidSequence(), let tip = workplace.head.tip else { return }
    var replaced: [ObjectID: [ObjectID]] = [:]
    let made = workplace.repository.lastMade()
    if let made, made.isAmendment, let old = made.move?.old, old != tip { replaced[tip] = [old] }
    let parents = try workplace.repository.parents(of: tip)
    try HookRunner.record(
      workplace, from: [tip], to: .before(parents.first), new: tip, replacing: replaced,
      "post-commit")
    // What cannot be said in advance is found when it is time.
    if let made { try? PreCommitHook.foresee(workplace, after: made, parents) }
  }

  /// - Parameter arguments: `1` for a squash merge, which has made no commit.
  static func postMerge(_ workplace: borrowing Workplace, _ arguments: [String]) throws {
    guard arguments.first != "1", !workplace.repository.isMidSequence(),
      let tip = workplace.head.tip
    else { return }
    try HookRunner.record(workplace, from: [tip], to: broughtIn(workplace), "post-merge")
  }

  static func postApplyPatch(_ workplace: borrowing Workplace) throws {
    guard !workplace.repository.isMidSequence(), let tip = workplace.head.tip else { return }
    try HookRunner.record(workplace, from: [tip], to: broughtIn(workplace), "post-applypatch")
  }

  /// - Parameter arguments: `amend` or `rebase`; the rewritten commits stand on standard input, `OLD NEW` a line.
  static func postRewrite(_ workplace: borrowing Workplace, _ arguments: [String]) throws {
    // An amend was post-commit's already, or is a step of a rebase; the rebase itself is over now.
    guard arguments.first == "rebase", let tip = workplace.head.tip else { return }
    var rewritten: [(old: ObjectID, new: ObjectID)] = []
    for line in StandardInput.lines() {
      let words = line.split(separator: " ")
      guard words.count >= 2, let old = ObjectID(hex: words[0]), let new = ObjectID(hex: words[1])
      else { continue }
      rewritten.append((old, new))
    }
    let replaced = try Rewriting(rewritten, workplace).replaced
    try HookRunner.record(
      workplace, from: [tip], to: broughtIn(workplace), replacing: replaced, "post-rewrite")
  }

  /// What was not here before: git keeps in ORIG_HEAD where the branch stood.
  private static func broughtIn(
    _ workplace: borrowing Workplace
  ) throws -> Reconcile.Boundary {
    try workplace.repository.resolve("ORIG_HEAD").map { .before($0) } ?? .start
  }
}
