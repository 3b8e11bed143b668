internal import GitFacts
internal import LiveContext

/// Whether a recorded commit belongs to the history of HEAD: what was amended, rebased away or made on another branch does not.
///
/// Recent commits are among the first of HEAD's history, so a few steps answer for most of them.
final class Reachability {
  private var reach: Reach?

  /// How many commits are walked in all, so that a journal full of dead ones cannot slow a commit down.
  private let limit = 2000

  /// Whether the commit of an event can be reached from HEAD.
  func holds(_ event: Event, _ workplace: borrowing Workplace) -> Bool {
    guard let sha = event.text("sha"), let tip = workplace.head.tip else { return false }
    if sha == tip.hex { return true }
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
