internal import GitFacts
internal import LiveContext

/// Finds the commits that git has and the journal has not: what a hook has just been told of, and what no hook ever saw.
struct Reconcile {
  /// The most commits that one hook takes in.
  static let limit = 200

  /// What was found.
  struct Found {
    /// The events of the commits, oldest first.
    var events: [Event] = []
    /// The newest of the commits that were too many; nil if all are there.
    var rest: ObjectID?
  }

  /// What is looked for.
  enum Boundary {
    /// What came to be since the recording began.
    case start
    /// That, and whatever this commit does not reach: what a merge, a pull or an am has brought in counts, whenever it is
    /// said to have been made. Nil reaches nothing.
    case before(ObjectID?)
  }

  /// What is missing of HEAD's history; nothing while that may yet be given up.
  static func ofHead(in workplace: borrowing Workplace) throws -> Found {
    guard !workplace.repository.isMidSequence(), let tip = workplace.head.tip else {
      return Found()
    }
    return try events(in: workplace, from: [tip])
  }

  /// Whatever is missing of all local branches and work trees, behind known commits too.
  static func everything(in workplace: borrowing Workplace) throws -> Found {
    try events(
      in: workplace, from: workplace.repository.tips(), limit: .max - 1, isThorough: true)
  }

  /// The events of the commits from `tips` down to what is known, oldest first.
  ///
  /// - Parameters:
  ///   - new: a commit that is known to nobody yet, as far as the caller can tell; whoever appends it looks again.
  ///   - isThorough: whether to look behind known commits as well; hooks do not, because nearly always nothing is there.
  /// - Returns: at most `limit` events, those of the newest commits.
  static func events(
    in workplace: borrowing Workplace, from tips: [ObjectID], to boundary: Boundary = .start,
    new: ObjectID? = nil, replacing replaced: [ObjectID: [ObjectID]] = [:], limit: Int = limit,
    isThorough: Bool = false
  ) throws -> Found {
    guard !tips.isEmpty else { return Found() }
    let known = KnownCommits(workplace.store)
    let start = StoreStart.of(workplace.store)
    let heads = start?.heads ?? []
    var found = try workplace.repository.history(
      from: tips, since: start?.timestamp.seconds ?? .min,
      limit: isThorough ? .max : limit + 1,
      // What was recorded, or is now, belongs to our time whatever its date says, and so may what lies below it.
      ageless: { id in
        if case .before = boundary, tips.contains(id) { return true }
        return isThorough && known.contains(id.hex)
      }
    ) { id in
      heads.contains(id.hex) || !isThorough && id != new && known.contains(id.hex)
    }
    if isThorough { found.removeAll { known.contains($0.hex) } }
    if case .before(let hidden) = boundary {
      let broughtIn = try workplace.repository.history(
        from: tips, hiding: [hidden].compactMap { $0 }, limit: limit + 1
      ) { $0 != new && known.contains($0.hex) }
      // What was reached before has no parent among what was not.
      if found != broughtIn {
        let those = Set(broughtIn)
        found = broughtIn + found.filter { !those.contains($0) }
      }
    }
    var events: [Event] = []
    for id in found.prefix(limit).reversed() {
      let commit = try workplace.repository.commit(id)
      let branch = id == workplace.head.tip ? workplace.head.branchName : nil
      events.append(
        try workplace.contract.event(of: commit, branch: branch, replacing: replaced[id] ?? []))
    }
    return Found(events: events, rest: found.count > limit ? found[limit] : nil)
  }
}

extension Workplace {
  /// Records what reconcile has found, and one note for the commits that were too many.
  borrowing func record(
    _ found: Reconcile.Found, as command: String, isHook: Bool
  ) throws -> Recording {
    var events = found.events
    if let rest = found.rest, let oldest = events.first {
      // The same note from a writer that was killed here and from the one that comes next, so that they are one.
      let note = try contract.event(
        .note, at: oldest.timestamp,
        [
          "text": .string(
            "commit \(rest.hex.prefix(12)) and others before it are not in the journal; to take them in: codex-hook reconcile --all"
          ), "area": .string("journal"), "links": .array([.string(rest.hex)]),
        ])
      // Another clone's journal may hold them.
      if store.isSharing { try PrivateEvents(store).add(note) }
      events.insert(note, at: 0)
    }
    return try record(events, as: command, isHook: isHook)
  }
}
