extension Repository {
  /// The commits that can be reached from `tips` and are not known, newest first, at most `limit` of them.
  ///
  /// A known commit, one committed before `since` unless it is `ageless`, and one that a hidden tip reaches, is neither given nor
  /// walked past. The order is git's `--date-order`: by commit time, and never a parent before its child, so that the reverse
  /// can be recorded as it is.
  public func history(
    from tips: [ObjectID], hiding hidden: [ObjectID] = [], since: Int64 = .min, limit: Int,
    firstParentOnly: Bool = false, ageless: (ObjectID) -> Bool = { _ in false },
    stopping atKnown: (ObjectID) -> Bool
  ) throws(GitError) -> [ObjectID] {
    if tips.count == 1, hidden.count <= 1,
      let chain = try chain(from: tips[0], to: hidden.first, since, limit, ageless, atKnown)
    {
      return chain
    }
    var known: [ObjectID: Links] = [:]
    var order: [ObjectID] = []
    var hiddenCommits: Set<ObjectID> = []
    var wanted = 0
    var queue = CommitQueue()
    func meet(_ id: ObjectID, isHidden: Bool) throws(GitError) {
      if known[id] != nil {
        // Met before from a side that is wanted, and hidden after all: its own parents must learn of it too.
        guard isHidden, hiddenCommits.insert(id).inserted else { return }
        queue.push(id, committed: known[id]?.committed ?? 0)
        return
      }
      if !isHidden, atKnown(id) { return }
      var links = try links(id)
      if !isHidden, links.committed < since, !ageless(id) { return }
      if firstParentOnly { links.parents = Array(links.parents.prefix(1)) }
      known[id] = links
      if isHidden { hiddenCommits.insert(id) } else { wanted += 1 }
      queue.push(id, committed: links.committed)
    }
    for tip in hidden { try meet(tip, isHidden: true) }
    for tip in tips { try meet(tip, isHidden: false) }
    while wanted > 0, order.count < limit, let id = queue.pop() {
      let isHidden = hiddenCommits.contains(id)
      if !isHidden {
        order.append(id)
        wanted -= 1
      }
      for parent in known[id]?.parents ?? [] { try meet(parent, isHidden: isHidden) }
    }
    return Self.childrenFirst(order.filter { !hiddenCommits.contains($0) }, known)
  }

  /// The same from one tip, where all of it has one parent each: that needs no bookkeeping, and is what a commit comes to.
  ///
  /// - Returns: nil where there is a merge, or where the hidden commit is not met and may reach a part of it all the same.
  private func chain(
    from tip: ObjectID, to hidden: ObjectID?, _ since: Int64, _ limit: Int,
    _ ageless: (ObjectID) -> Bool, _ atKnown: (ObjectID) -> Bool
  ) throws(GitError) -> [ObjectID]? {
    var order: [ObjectID] = []
    var next: ObjectID? = tip
    while let id = next, order.count < limit {
      if id == hidden { return order }
      if atKnown(id) { break }
      let links = try links(id)
      if links.committed < since, !ageless(id) { break }
      if links.parents.count > 1 { return nil }
      order.append(id)
      next = links.parents.first
    }
    return hidden == nil || order.isEmpty ? order : nil
  }

  /// Which of some commits can be reached from the tips; one that is gone from the clone cannot.
  ///
  /// One walk for all of them, that ends a day of commit time below the oldest: a parent whose clock ran
  /// further ahead than that is not found. ``isAncestor(_:of:)`` is exact, and may walk the whole history.
  public func reachable(
    _ commits: some Sequence<ObjectID>, from tips: [ObjectID]
  ) throws(GitError) -> Set<ObjectID> {
    var sought: Set<ObjectID> = []
    var oldest = Int64.max
    for id in commits {
      guard let committed = try? links(id).committed else { continue }
      sought.insert(id)
      oldest = min(oldest, committed)
    }
    let end = sought.isEmpty ? oldest : oldest - 86_400
    var found: Set<ObjectID> = []
    var known: [ObjectID: Links] = [:]
    var queue = CommitQueue()
    func meet(_ id: ObjectID) throws(GitError) {
      guard known[id] == nil else { return }
      let links = try links(id)
      known[id] = links
      queue.push(id, committed: links.committed)
    }
    for tip in tips { try meet(tip) }
    while found.count < sought.count, let id = queue.pop(), let links = known[id],
      links.committed >= end
    {
      if sought.contains(id) { found.insert(id) }
      for parent in links.parents { try meet(parent) }
    }
    return found
  }

  /// Whether one commit can be reached from another, or is the same one: `git merge-base --is-ancestor`.
  ///
  /// Both histories are painted downward, newest first, until all that is left is common to both.
  public func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
    if ancestor == descendant { return true }
    let above: UInt8 = 1
    let below: UInt8 = 2
    var known: [ObjectID: Links] = [:]
    var paint: [ObjectID: UInt8] = [:]
    var undecided: Set<ObjectID> = []
    var queue = CommitQueue()
    func add(_ colour: UInt8, to id: ObjectID) throws(GitError) {
      let old = paint[id] ?? 0
      let new = old | colour
      if new == old { return }
      let links = if let seen = known[id] { seen } else { try links(id) }
      known[id] = links
      paint[id] = new
      if new == above | below { undecided.remove(id) } else { undecided.insert(id) }
      queue.push(id, committed: links.committed)
    }
    try add(above, to: ancestor)
    try add(below, to: descendant)
    while !undecided.isEmpty, let id = queue.pop(), let colour = paint[id] {
      undecided.remove(id)
      for parent in known[id]?.parents ?? [] { try add(colour, to: parent) }
      if paint[ancestor] == above | below { return true }
    }
    return false
  }

  /// Puts commits that were found by time alone so that none stands before a child of its own.
  private static func childrenFirst(
    _ order: [ObjectID], _ known: [ObjectID: Links]
  ) -> [ObjectID] {
    var children: [ObjectID: Int] = [:]
    for id in order { children[id] = 0 }
    for id in order {
      for parent in known[id]?.parents ?? [] { children[parent]? += 1 }
    }
    var queue = CommitQueue()
    for id in order where children[id] == 0 {
      queue.push(id, committed: known[id]?.committed ?? 0)
    }
    var sorted: [ObjectID] = []
    while let id = queue.pop() {
      sorted.append(id)
      for parent in known[id]?.parents ?? [] {
        children[parent]? -= 1
        if children[parent] == 0 { queue.push(parent, committed: known[parent]?.committed ?? 0) }
      }
    }
    return sorted
  }
}
