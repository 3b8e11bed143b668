internal import GitFacts
internal import LiveContext

extension Workplace {
  /// Changes the focus of the work tree, on the branch that is checked out; what is nil stays.
  borrowing func setFocus(feature: String?, status: String?, notes: String?) throws -> State {
    let contract = contract
    let branch = head.branchName
    let reachability = Reachability()
    return try recorder("state set", isHook: false).setState(
      reachable: { reachability.holds($0, self) }
    ) { old in
      try old.setting(
        feature: feature, branch: branch, status: status, notes: notes, at: .now,
        contract: contract)
    }
  }
}
