internal import GitFacts
internal import LiveContext

/// Whether a recorded commit belongs to the history of HEAD: what was amended, rebased away or made on another branch does not.
///
/// Recent commits are among the first of HEAD's history. What the last recording found of them is remembered, and a few steps
/// answer for most of the others.
final class Reachability {
  private var reach: Reach?
  private var lineage: Lineage?
  /// What was asked for and found.
  private var found: [String] = []

  /// How many commits are walked in all, so that a journal full of dead ones cannot slow a commit down.
  private let limit = 2000

  /// Whether the commit of an event can be reached from HEAD.
  func holds(_ event: Event, _ workplace: borrowing Workplace) -> Bool {
    guard let sha = event.text("sha"), let tip = workplace.head.tip else { return false }
    if sha == tip.hex { return true }
    let lineage = lineage ?? Self.lineage(of: tip, workplace)
    self.lineage = lineage
    guard lineage.commits.contains(sha) || isWalkedTo(sha, event, from: tip, workplace) else {
      return false
    }
    if found.count < Lineage.limit { found.append(sha) }
    return true
  }

  /// Remembers what was found, for the commit that comes next.
  func remember(_ workplace: borrowing Workplace) {
    guard let tip = workplace.head.tip, !found.isEmpty else { return }
    let new = Lineage([tip.hex] + found)
    // Without a new commit there is nothing to add.
    if lineage?.commits.starts(with: new.commits) != true { new.save(workplace.store) }
  }

  /// What is remembered, if HEAD is its first commit or stands on it.
  private static func lineage(
    of tip: ObjectID, _ workplace: borrowing Workplace
  ) -> Lineage {
    let lineage = Lineage.of(workplace.store)
    guard let first = lineage.commits.first else { return lineage }
    if first == tip.hex { return lineage }
    let parents = (try? workplace.repository.parents(of: tip)) ?? []
    return parents.contains { $0.hex == first } ? lineage : Lineage([])
  }

  private func isWalkedTo(
    _ sha: String, _ event: Event, from tip: ObjectID, _ workplace: borrowing Workplace
  ) -> Bool {
    guard let id = ObjectID(hex: sha),
      var reach = reach ?? (try? Reach(from: tip, in: workplace.repository))
    else { return false }
    self.reach = nil
    defer { self.reach = reach }
    let isHeld = try? reach.holds(
      id, committed: event.timestamp.seconds, limit: limit, in: workplace.repository)
    return isHeld ?? false
  }
}
