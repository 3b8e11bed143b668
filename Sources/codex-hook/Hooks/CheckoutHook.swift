internal import GitFacts
internal import LiveContext

/// post-checkout: the focus follows a switch of the branch, and a new work tree gets its `.codex/`.
enum CheckoutHook {
  /// - Parameter arguments: the old HEAD, the new one, and `1` for a branch, `0` for files.
  static func run(_ workplace: borrowing Workplace, _ arguments: [String]) throws {
    guard arguments.count == 3, arguments[2] == "1" else { return }
    // A rebase and a bisection move HEAD about and bring it back.
    switch workplace.repository.operation() {
    case .rebase, .bisect, .applyMailbox: return
    default: break
    }
    let reachability = Reachability()
    let warnings = try workplace.recorder("hook post-checkout", isHook: true)
      .follow(incoming: SegmentReading.incoming(workplace)) {
        reachability.holds($0, workplace)
      }
    for warning in warnings { Terminal.complain(warning) }
  }
}
