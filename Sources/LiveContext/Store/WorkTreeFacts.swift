public import SystemPackage

/// What the core must be told about a work tree, as it knows no git.
public struct WorkTreeFacts: Sendable {
  /// The work tree's top.
  public let top: FilePath
  /// What tells it from the clone's other work trees; empty for the main one.
  public let name: String
  /// The branch that is checked out; nil when HEAD is detached.
  public let branch: String?
  /// The commit that is checked out, in hex; nil where it is not known.
  public let tip: String?
  /// The names in `.codex/` that HEAD's tree holds (`journal.ndjson`, `README.md`, `schema`): they are git's then, and not
  /// touched.
  public let tracked: [String]

  /// The facts of one work tree.
  public init(
    top: FilePath, name: String, branch: String?, tip: String? = nil, tracked: [String] = []
  ) {
    self.top = top
    self.name = name
    self.branch = branch
    self.tip = tip
    self.tracked = tracked
  }

  var here: Outbox.Here { Outbox.Here(branch: branch, tip: tip) }

  var folder: FolderLayout { FolderLayout(workTree: top) }
}
