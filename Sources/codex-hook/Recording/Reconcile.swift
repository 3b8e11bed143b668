internal import GitFacts
internal import LiveContext

/// Finds the commits that git has and the journal has not: what a hook has just been told of, and what no hook ever saw.
struct Reconcile {
  /// The most commits that one hook takes in.
  static let limit = 200

  /// Where the walk ends, besides at known commits.
  enum Boundary {
    /// At what was there before the recording began.
    case start
    /// At what this commit reaches: what a merge or a pull has brought in counts, however old it is.
    case before(ObjectID)
  }

  /// The events of the commits from `tips` down to what is known, oldest first.
  ///
  /// - Returns: at most `limit` events; `isCut` if there are more.
  static func events(
    in workplace: borrowing Workplace, from tips: [ObjectID], to boundary: Boundary = .start,
    replacing replaced: [ObjectID: [ObjectID]] = [:], limit: Int = limit
  ) throws -> (events: [Event], isCut: Bool) {
    guard !tips.isEmpty else { return ([], false) }
    let known = KnownCommits(workplace.store)
    var hidden: [ObjectID] = []
    var since = Int64.min
    var heads: Set<String> = []
    switch boundary {
    case .before(let id): hidden = [id]
    case .start:
      let start = StoreStart.of(workplace.store)
      since = start?.timestamp.seconds ?? .min
      heads = start?.heads ?? []
    }
    let found = try workplace.repository.history(
      from: tips, hiding: hidden, since: since, limit: limit + 1
    ) { id in
      known.contains(id.hex) || heads.contains(id.hex)
    }
    var events: [Event] = []
    for id in found.prefix(limit).reversed() {
      let commit = try workplace.repository.commit(id)
      let branch = id == workplace.head.tip ? workplace.head.branchName : nil
      events.append(
        try workplace.contract.event(of: commit, branch: branch, replacing: replaced[id] ?? []))
    }
    return (events, found.count > limit)
  }
}
