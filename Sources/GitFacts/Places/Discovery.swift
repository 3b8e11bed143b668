import SystemPackage

/// Where git would find a repository from a folder, by the rules of git's `setup.c`.
///
/// libgit2's own discovery refuses GIT_WORK_TREE, fails on core.worktree, and takes the folder above a bare
/// repository for its work tree, so the rules are followed here and libgit2 is given the git directory itself.
struct Discovery: Equatable {
  /// How the git directory was found, on which the work tree depends.
  enum Source: Equatable {
    /// GIT_DIR named it.
    case named
    /// `.git` stands in this folder; `link` is that `.git` when it is a file.
    case folder(FilePath, link: FilePath?)
    /// The search began inside of it, or it is bare.
    case inside
  }

  /// The folder where the search began.
  let start: FilePath
  /// The git directory; symbolic links are not resolved yet.
  let gitDirectory: FilePath
  let source: Source

  /// Follows GIT_DIR (relative to `start`, as `git -C` has it), or else looks upward from `start`.
  init(from start: FilePath, environment: Environment) throws(GitError) {
    self.start = start
    if let named = environment["GIT_DIR"] {
      let path = start.pushing(FilePath(named))
      gitDirectory = FileStatus(path)?.isRegular == true ? try Self.target(ofLink: path) : path
      source = .named
      guard Self.isGitDirectory(gitDirectory) else {
        throw GitError(
          .notARepository, "cannot find a repository",
          why: "GIT_DIR is \(named), and that is none", next: "unset GIT_DIR")
      }
      return
    }
    let ceilings = Self.ceilings(environment)
    let crossing = environment.isTrue("GIT_DISCOVERY_ACROSS_FILESYSTEM", default: false)
    var folder = start
    while true {
      let candidate = folder.appending(".git")
      if let status = FileStatus(candidate) {
        if status.isRegular {
          gitDirectory = try Self.target(ofLink: candidate)
          source = .folder(folder, link: candidate)
          return
        }
        if Self.isGitDirectory(candidate) {
          gitDirectory = candidate
          source = .folder(folder, link: nil)
          return
        }
      }
      if Self.isGitDirectory(folder) {
        gitDirectory = folder
        source = .inside
        return
      }
      let parent = folder.above
      guard parent != folder, !ceilings.contains(parent),
        crossing || FileStatus(parent)?.device == FileStatus(folder)?.device
      else { throw Self.nothing(start) }
      folder = parent
    }
  }

  /// The work tree that belongs to it, by the settings of the repository.
  func workTree(
    bare: Bool?, configured: String?, environment: Environment
  ) throws(GitError) -> FilePath? {
    if let named = environment["GIT_WORK_TREE"] { return try real(named, below: start) }
    if bare == true { return nil }
    if let configured { return try real(configured, below: gitDirectory) }
    switch source {
    case .named: return environment.isTrue("GIT_IMPLICIT_WORK_TREE", default: true) ? start : nil
    case .folder(let top, _): return top
    case .inside: return nil
    }
  }

  private func real(_ path: String, below base: FilePath) throws(GitError) -> FilePath {
    let path = base.pushing(FilePath(path))
    guard let real = path.resolved else {
      throw GitError(
        .failed, "cannot use the work tree of \(gitDirectory)", why: "\(path) does not exist",
        next: "look at GIT_WORK_TREE and core.worktree")
    }
    return real
  }

  /// Whether it has what git asks of a git directory; a linked work tree's has a `commondir` in place of the rest.
  private static func isGitDirectory(_ path: FilePath) -> Bool {
    guard path.appending("HEAD").exists else { return false }
    if path.appending("commondir").exists { return true }
    return path.appending("objects").exists && path.appending("refs").exists
  }

  /// Where a `.git` file points.
  static func target(ofLink link: FilePath) throws(GitError) -> FilePath {
    let prefix = "gitdir: "
    guard let line = link.firstLine, line.hasPrefix(prefix) else {
      throw GitError(
        .failed, "cannot find the repository", why: "\(link) is not a gitdir link",
        next: "see what git status says there")
    }
    return link.above.pushing(FilePath(String(line.dropFirst(prefix.count))))
  }

  private static func ceilings(_ environment: Environment) -> [FilePath] {
    guard let list = environment["GIT_CEILING_DIRECTORIES"] else { return [] }
    return list.split(separator: ":").compactMap { FilePath(String($0)).resolved }
  }

  static func nothing(_ start: FilePath) -> GitError {
    GitError(
      .notARepository, "cannot find a repository",
      why: "neither \(start) nor a folder above it is in one",
      next: "go into one, or name it with -C")
  }
}
