internal import GitFacts
internal import LiveContext

/// pre-push: what is pushed and was never recorded is recorded, and the summary is brought up to date.
enum PushHook {
  /// Standard input has a line for each ref: `LOCAL-REF LOCAL-SHA REMOTE-REF REMOTE-SHA`; none when there is nothing to push.
  static func run(_ workplace: borrowing Workplace) throws {
    guard !workplace.repository.isMidSequence() else { return }
    var tips: [ObjectID] = []
    for line in StandardInput.lines() {
      let words = line.split(separator: " ")
      guard words.count == 4, let local = ObjectID(hex: words[1]), !local.isZero,
        try isOurHistory(workplace, String(words[0]), local)
      else { continue }
      tips.append(local)
    }
    try HookRunner.record(workplace, from: tips, "pre-push")
  }

  /// Whether a pushed object is a commit of a branch: tags, notes and stashes may be pushed too.
  private static func isOurHistory(
    _ workplace: borrowing Workplace, _ ref: String, _ id: ObjectID
  ) throws -> Bool {
    if ref.hasPrefix("refs/heads/") { return true }
    guard !ref.hasPrefix("refs/"), let tip = workplace.head.tip else { return false }
    return (try? workplace.repository.isAncestor(id, of: tip)) ?? false
  }
}
