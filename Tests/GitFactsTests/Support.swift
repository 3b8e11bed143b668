import SystemPackage
import TestSupport

@testable import GitFacts

extension Sandbox {
  /// Opens a repository under the sandbox's own environment, and under the given variables.
  func open(
    _ directory: FilePath, trust: Repository.Trust = .checked, mayFetch: Bool = false,
    _ extra: [String: String] = [:]
  ) throws -> Repository {
    try Repository.open(
      directory, trust: trust, mayFetch: mayFetch,
      environment: Environment(environment.merging(extra) { $1 }))
  }

  /// The number of paths that git itself counts between a commit and its first parent, or the empty tree.
  func countedByGit(_ id: String, in repository: FilePath) throws -> Int {
    let parent = try run(
      ["git", "--no-replace-objects", "rev-parse", "-q", "--verify", "\(id)^1"], in: repository)
    let empty = try git("hash-object", "-t", "tree", "/dev/null", in: repository)
    let paths = try git(
      "--no-replace-objects", "diff-tree", "-r", "--ignore-submodules=none", "--no-renames",
      "--name-only", parent.status == 0 ? parent.line : empty, id, in: repository)
    return paths.split(separator: "\n").count
  }

  /// The id that a revision has for git.
  func id(_ revision: String, in repository: FilePath) throws -> ObjectID {
    ObjectID(hex: try git("rev-parse", "--verify", revision, in: repository))!
  }
}
