/// What can be reached from a commit, walked only as far as is asked, so that many questions cost one walk.
public struct Reach {
  private var met: Set<ObjectID> = []
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
    while !met.contains(id), steps < limit, let newest = queue.newest,
      steps < Reach.slop || newest >= committed - Reach.skew, let next = queue.pop()
    {
      steps += 1
      for parent in try repository.links(next).parents { try meet(parent, repository) }
    }
    return met.contains(id)
  }

  private mutating func meet(
    _ id: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) {
    guard met.insert(id).inserted else { return }
    queue.push(id, committed: try repository.links(id).committed)
  }
}
