internal import GitFacts
internal import LiveContext

/// Whether a recorded commit belongs to the history of HEAD: what was amended, rebased away or made on another branch does not.
///
/// Recent commits are among the first of HEAD's history, so a few steps answer for most of them.
final class Reachability {
  private let steps = 12
  private var recent: Set<String>?
  private var isWhole = false
  private var hardQuestions = 0

  /// How often the whole history may be asked, so that a journal full of dead commits cannot slow a commit down.
  private let hardLimit = 16

  /// Whether the commit of an event can be reached from HEAD.
  func holds(_ event: Event, _ workplace: borrowing Workplace) -> Bool {
    guard let sha = event.text("sha"), let tip = workplace.head.tip else { return false }
    if sha == tip.hex { return true }
    if recent == nil {
      let found =
        (try? workplace.repository.history(from: [tip], limit: steps, stopping: { _ in false }))
        ?? []
      recent = Set(found.map(\.hex))
      isWhole = found.count < steps
    }
    if recent?.contains(sha) ?? false { return true }
    guard !isWhole, hardQuestions < hardLimit, let id = ObjectID(hex: sha) else { return false }
    hardQuestions += 1
    return (try? workplace.repository.isAncestor(id, of: tip)) ?? false
  }
}
