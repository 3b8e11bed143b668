/// A local branch that has commits.
public struct Branch: Sendable, Equatable {
  /// Its name, without `refs/heads/`.
  public let name: String
  /// Its newest commit.
  public let tip: ObjectID
}

/// What `HEAD` of a work tree says.
public enum Head: Sendable, Equatable {
  /// A branch that has commits. The name is without `refs/heads/`; a ref outside of it keeps its full name, as in `git branch --show-current`.
  case branch(name: String, tip: ObjectID)
  /// A branch that has no commit yet.
  case unborn(branch: String)
  /// A commit, and no branch.
  case detached(ObjectID)

  /// The commit that is checked out; nil on an unborn branch.
  public var tip: ObjectID? {
    switch self {
    case .branch(_, let tip), .detached(let tip): tip
    case .unborn: nil
    }
  }

  /// The branch that the next commit goes to; nil when detached.
  public var branchName: String? {
    switch self {
    case .branch(let name, _), .unborn(let name): name
    case .detached: nil
    }
  }

  /// The name people use for a ref that `HEAD` points to.
  static func branchName(ofReference name: String) -> String {
    name.hasPrefix("refs/heads/") ? String(name.dropFirst(11)) : name
  }
}
