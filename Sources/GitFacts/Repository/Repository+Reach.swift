/// What can be reached from a commit, walked only as far as is asked, so that many questions cost one walk.
public struct Reach {
  private var met: [ObjectID] = []
  /// The same, once there are many: the first set of a process costs as much as a thousand comparisons.
  private var many: Set<ObjectID> = []
  private var queue = CommitQueue()
  private var steps = 0

  /// A clock that runs behind may hide a parent; so many commits are looked at whatever their clocks say.
  private static let slop = 64
  /// A parent may be newer than its child by a day, in seconds.
  private static let skew: Int64 = 86_400

  /// What `tip` reaches.
  public init(from tip: ObjectID, in repository: borrowing Repository) throws(GitError) {
    try meet(tip, repository)
  }

  /// Whether a commit can be reached.
  ///
  /// - Parameters:
  ///   - committed: its commit time; the walk ends a day below it.
  ///   - limit: how many commits are walked at the most, over all questions; what lies deeper counts as out of reach.
  public mutating func holds(
    _ id: ObjectID, committed: Int64, limit: Int, in repository: borrowing Repository
  ) throws(GitError) -> Bool {
    while !isMet(id), steps < limit, let newest = queue.newest,
      steps < Reach.slop || newest >= committed - Reach.skew, let next = queue.pop()
    {
      steps += 1
      for parent in try repository.links(next).parents { try meet(parent, repository) }
    }
    return isMet(id)
  }

  private func isMet(_ id: ObjectID) -> Bool {
    many.isEmpty ? met.contains(id) : many.contains(id)
  }

  private mutating func meet(
    _ id: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) {
    if isMet(id) { return }
    if many.isEmpty { met.append(id) } else { many.insert(id) }
    if met.count > Reach.slop, many.isEmpty { many = Set(met) }
    queue.push(id, committed: try repository.links(id).committed)
  }
}
