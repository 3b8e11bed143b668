/// A commit, as the journal tells of it.
public struct Commit: Sendable, Equatable {
  /// Its name.
  public let id: ObjectID
  /// Its parents, first parent first; none at a shallow clone's boundary, as git has it.
  public let parents: [ObjectID]
  /// The committer's time, in seconds since 1970, UTC.
  public let committed: Int64
  /// The first paragraph of the message on one line, in Unicode: git's `%s`.
  public let subject: String
  /// How many paths differ from the first parent, or from the empty tree.
  ///
  /// The count of `git --no-replace-objects diff-tree -r --ignore-submodules=none --no-renames --name-only P C`.
  public let changedPaths: Int
}
