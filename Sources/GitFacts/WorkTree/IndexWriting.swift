import SystemPackage

/// Writes to an index: the one thing that this program ever changes in a repository, and the only place where it does.
///
/// libgit2 is not asked, because it cannot read every index that git makes (split, sparse).
public struct IndexWriting: Sendable {
  /// A path in which the index differs from HEAD's tree.
  public struct Change: Sendable, Equatable {
    /// The path from the top of the work tree.
    public let path: String
    /// The blob in the index; all zeros if the path is to be deleted.
    public let id: ObjectID
  }

  private let git: GitProgram

  /// The index of a work tree, or the one that git has prepared for a commit.
  ///
  /// - Parameter index: what GIT_INDEX_FILE says in a hook, as it stands; nil for the work tree's own.
  /// - Returns: nil without a work tree, and where the index is not the one that stays: that of a partial commit, or a
  ///   user's own. What is put there would be missing from the real one, and the next commit would delete it.
  public init?(_ repository: borrowing Repository, index: String?) {
    let place = repository.place
    guard let top = place.workTree else { return nil }
    var file: FilePath?
    if let index {
      let path = top.pushing(FilePath(index)).lexicallyNormalized()
      guard let name = path.lastComponent?.string, name == "index" || name == "index.lock",
        path.above.resolved == place.gitDirectory
      else { return nil }
      file = path
    }
    git = GitProgram(
      in: top, trust: .vetted, environment: repository.environment,
      gitDirectory: place.gitDirectory, index: file)
  }

  /// What is staged against HEAD's tree.
  public func staged() throws(GitError) -> [Change] {
    let found = try git.run(
      "diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "HEAD", "--")
    guard found.status == 0 else {
      throw GitError(.failed, "cannot compare the index", why: found.complaint)
    }
    var changes: [Change] = []
    let fields = found.output.split(separator: 0)
    for index in stride(from: 0, to: fields.count - 1, by: 2) {
      // `:MODE MODE ID ID STATUS`
      let words = fields[index].split(separator: 0x20)
      guard words.count == 5, let id = ObjectID(hex: String(decoding: words[3], as: UTF8.self))
      else { continue }
      changes.append(Change(path: String(decoding: fields[index + 1], as: UTF8.self), id: id))
    }
    return changes
  }

  /// Stages one new file that stands in the work tree, byte for byte, and takes others out of the index.
  ///
  /// By blob and cache entry: `git add` refuses outside a sparse cone and changes line ends.
  public func add(_ path: String, removing old: [String] = []) throws(GitError) {
    let written = try git.run("hash-object", "-w", "--no-filters", "--", path)
    guard written.status == 0, let id = written.lines.first.flatMap({ ObjectID(hex: $0) }) else {
      throw GitError(.failed, "cannot store \(path)", why: written.complaint)
    }
    var arguments = ["update-index"]
    for path in old { arguments += ["--force-remove", path, "--no-force-remove"] }
    // Named once more as a path, so that the entry knows the file's times and no plumbing takes it for changed.
    arguments += ["--add", "--cacheinfo", "100644,\(id),\(path)", "--", path]
    let staged = try git.run(arguments)
    guard staged.status == 0 else {
      throw GitError(
        .failed, "cannot stage \(path)", why: staged.complaint,
        next: "it goes with a later commit")
    }
  }

  /// Takes files out of the index.
  public func remove(_ paths: [String]) throws(GitError) {
    let removed = try git.run(["update-index", "--force-remove", "--"] + paths)
    guard removed.status == 0 else {
      throw GitError(
        .failed, "cannot unstage \(paths.joined(separator: ", "))", why: removed.complaint)
    }
  }

  /// Sets a setting of this clone.
  public func set(_ key: String, to value: String?) throws(GitError) {
    let arguments =
      value.map { ["config", "--local", key, $0] } ?? ["config", "--local", "--unset", key]
    let outcome = try git.run(arguments)
    // Unsetting what is not set ends with 5.
    guard outcome.status == 0 || value == nil && outcome.status == 5 else {
      throw GitError(.failed, "cannot set \(key)", why: outcome.complaint)
    }
  }
}
