public import SystemPackage

/// Where a repository stands on the disk; all paths are absolute, with symbolic links resolved.
public struct Place: Sendable, Equatable {
  /// This work tree's own git directory: `.git`, or `.git/worktrees/NAME` of a linked work tree.
  public let gitDirectory: FilePath
  /// The directory that all work trees of the clone share.
  public let commonDirectory: FilePath
  /// The top of the work tree; nil in a bare repository and inside of a git directory.
  public let workTree: FilePath?

  /// Whether it was made by `git worktree add`.
  public var isLinkedWorkTree: Bool { gitDirectory != commonDirectory }

  /// Names a place; the paths are taken as they are.
  public init(gitDirectory: FilePath, commonDirectory: FilePath, workTree: FilePath?) {
    self.gitDirectory = gitDirectory
    self.commonDirectory = commonDirectory
    self.workTree = workTree
  }
}

/// One of the work trees of a clone.
public struct WorkTree: Sendable, Equatable {
  /// Where it is.
  public let place: Place
  /// What is checked out there; nil when its `HEAD` cannot be read.
  public let head: Head?
  /// Whether its folder is gone, so that `git worktree prune` would forget it.
  public let isMissing: Bool
}
