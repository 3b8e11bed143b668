import CLibGit2
import COfflineGit

/// libgit2 itself: started once, never shut down, and its errors as ours.
enum LibGit2 {
  /// The answer of libgit2's start; a shutdown could pull it from under another owner, and the process ends soon anyway.
  private static let started: Int32 = {
    let code = codex_offline_git_start()
    guard code >= 0 else { return code }
    _ = codex_git_set_extensions()
    // Who may own a repository is decided by Ownership, with git's own answer for the rest.
    _ = codex_git_set_owner_validation(0)
    // Objects are only read to be told about; checking each one's hash is git fsck's work.
    _ = codex_git_set_hash_verification(0)
    // A new commit and its trees are loose: looking there first leaves the packs' indexes closed.
    _ = codex_git_set_loose_priority(3)
    // The user's file is read with the repository's own, because an include of ~/ is found through this path;
    // the others wait until somebody asks for a setting.
    for level in [GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG] {
      _ = codex_git_set_search_path(level, "")
    }
    return code
  }()

  /// Starts libgit2 if it has not been started yet.
  static func start() throws(GitError) {
    try check(started, "cannot start libgit2")
  }

  /// The one funnel for errors: the code first, since `git_error_last` is stale after a success and may be NULL after a failure.
  static func check(_ code: Int32, _ what: @autoclosure () -> String) throws(GitError) {
    guard code < 0 else { return }
    throw error(code, what())
  }

  /// What libgit2 says about the failure that has just happened on this thread.
  static func error(_ code: Int32, _ what: String) -> GitError {
    let message = git_error_last()?.pointee.message.map { String(cString: $0) }
    let why = message ?? "libgit2 gave code \(code)"
    switch code {
    case GIT_ENOTFOUND.rawValue: return GitError(.missingObject, what, why: why)
    case GIT_EAMBIGUOUS.rawValue:
      return GitError(.ambiguous, what, why: why, next: "give more digits")
    default: return GitError(.failed, what, why: why)
    }
  }
}
