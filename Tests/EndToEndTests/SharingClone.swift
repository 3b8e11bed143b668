import SystemPackage
import TestSupport

extension Clone {
  /// What a person commits after `init --shared`.
  static let scaffold = [
    ".codex/.gitignore", ".codex/.gitattributes", ".codex/README.md", ".codex/load",
    ".codex/policy.json", ".codex/schema",
  ]

  /// A repository whose first commits are a file and the scaffold of a shared `.codex/`.
  static func shared() throws -> Clone {
    let clone = try Clone()
    try clone.commit("first")
    try clone.share()
    return clone
  }

  /// Shares the repository and commits the scaffold as `init --shared` says.
  func share() throws {
    try done("init", "--shared")
    let add = try sandbox.run(["git", "add", "-f", "--"] + Self.scaffold, in: root)
    try add.expectSuccess()
    try git("commit", "-q", "-m", "Share .codex")
  }

  /// Another clone in the same sandbox, with the hooks installed.
  func another(_ name: String, of origin: FilePath, install: Bool = true) throws -> Clone {
    let path = sandbox.root.appending(name)
    try sandbox.git("clone", "-q", origin.string, path.string, in: sandbox.root)
    let clone = Clone(at: path, in: sandbox)
    if install { try clone.install() }
    return clone
  }

  /// Stages a changed file, so that a commit has something to take.
  func stage(_ file: String, _ content: String = "changed\n") throws {
    try writeText(content, to: root.pushing(FilePath(file)))
    try git("add", "--", file)
  }

  /// The segments in a tree, by their paths.
  func segments(_ revision: String = "HEAD") throws -> [String] {
    try git("ls-tree", "-r", "--name-only", revision, "--", ".codex/segments")
      .split(separator: "\n").map(String.init)
  }

  /// The lines of all segments in a tree.
  func published(_ revision: String = "HEAD") throws -> [String] {
    try segments(revision).flatMap {
      try git("cat-file", "blob", "\(revision):\($0)").split(separator: "\n").map(String.init)
    }
  }

  /// The paths that a commit changes.
  func changed(_ revision: String = "HEAD") throws -> [String] {
    try git("diff-tree", "-r", "--root", "--no-commit-id", "--name-only", revision)
      .split(separator: "\n").map(String.init)
  }

  /// The journal's lines that are no commits, sorted.
  func shareable() throws -> [String] {
    try journal().filter { !$0.contains(#""type":"commit""#) }.sorted()
  }
}
