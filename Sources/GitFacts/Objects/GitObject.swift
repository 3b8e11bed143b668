import CLibGit2

/// An object of the repository as it is stored.
struct GitObject: Equatable {
  /// The four that git has.
  enum Kind: String {
    case commit, tree, blob, tag

    /// libgit2's number for it.
    init?(_ type: git_object_t) {
      switch type {
      case GIT_OBJECT_COMMIT: self = .commit
      case GIT_OBJECT_TREE: self = .tree
      case GIT_OBJECT_BLOB: self = .blob
      case GIT_OBJECT_TAG: self = .tag
      default: return nil
      }
    }
  }

  let kind: Kind?
  let content: [UInt8]
}
