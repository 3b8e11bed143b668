import SystemPackage

/// Something that git has begun in a work tree and not finished.
public enum Operation: Sendable, Equatable {
  /// A merge, until its commit; post-merge still sees it.
  case merge
  /// A rebase of either kind, from the first step until after post-rewrite.
  case rebase
  /// `git am`.
  case applyMailbox
  /// A cherry-pick, between the steps of one of many too.
  case cherryPick
  /// A revert, likewise.
  case revert
  /// A bisection.
  case bisect

  /// Reads it from the marks in a work tree's own git directory, the ones that `git_repository_state` knows.
  ///
  /// libgit2 is not asked because it calls a sequence idle between a resolved step and the next one,
  /// and because the same look serves repositories that it cannot open.
  init?(gitDirectory: FilePath) {
    func has(_ name: String) -> Bool { gitDirectory.pushing(FilePath(name)).exists }
    if has("rebase-merge") {
      self = .rebase
    } else if has("rebase-apply") {
      self = has("rebase-apply/applying") ? .applyMailbox : .rebase
    } else if has("MERGE_HEAD") {
      self = .merge
    } else if has("REVERT_HEAD") {
      self = .revert
    } else if has("CHERRY_PICK_HEAD") {
      self = .cherryPick
    } else if let step = gitDirectory.appending("sequencer").appending("todo").firstLine {
      self = step.hasPrefix("revert") ? .revert : .cherryPick
    } else if has("BISECT_LOG") {
      self = .bisect
    } else {
      return nil
    }
  }
}
