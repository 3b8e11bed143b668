internal import GitFacts

/// What a rebase has put in the place of what.
///
/// git's own list names commits that lived only between two steps: what an `exec` has amended on the new side, and what it amended
/// from on the old one. Followed to its end and held against what was there before, only commits that people have seen are left.
struct Rewriting {
  /// The old commits, by the new one that stands for them.
  let replaced: [ObjectID: [ObjectID]]

  /// - Parameter rewritten: the lines that git gave to post-rewrite.
  init(_ rewritten: [(old: ObjectID, new: ObjectID)], _ workplace: borrowing Workplace) throws {
    let amended = workplace.repository.amendments()
    var seen = Set(rewritten.map(\.old))
    if let start = workplace.repository.rebaseStart() {
      seen = try workplace.repository.reachable(seen, from: [start])
    }
    var replaced: [ObjectID: [ObjectID]] = [:]
    for (old, new) in rewritten where seen.contains(old) {
      var new = new
      var passed: Set<ObjectID> = [old]
      while passed.insert(new).inserted, let next = amended[new] { new = next }
      if new != old, replaced[new]?.contains(old) != true { replaced[new, default: []].append(old) }
    }
    self.replaced = replaced
  }
}
