import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether git would open a repository for this user.
enum Ownership {
  /// Fails when the repository belongs to somebody else and git does not trust it either.
  ///
  /// Who named the repository by GIT_DIR is taken to mean it, as in git. libgit2's own check is off: it ignores
  /// `safe.directory=*`, so git itself is asked about what is not plainly one's own.
  static func check(_ found: Discovery, asking git: GitProgram) throws(GitError) {
    if found.source == .named || isOwn(found) { return }
    let answer = try git.run("rev-parse", "--git-dir")
    guard answer.status == 0 else {
      throw GitError(
        .foreignOwner, "cannot open \(found.gitDirectory)", why: answer.complaint,
        next: "if you trust it: git config --global --add safe.directory \(found.top)")
    }
  }

  private static func isOwn(_ found: Discovery) -> Bool {
    var paths = [found.gitDirectory]
    if case .folder(let top, let link) = found.source {
      paths.append(top)
      if let link { paths.append(link) }
    }
    let user = geteuid()
    return paths.allSatisfy { FileStatus($0)?.owner == user }
  }
}

extension Discovery {
  /// The folder that git calls the repository in its messages.
  var top: FilePath {
    if case .folder(let top, _) = source { top } else { gitDirectory }
  }
}
