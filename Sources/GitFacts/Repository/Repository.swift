public import SystemPackage

/// A repository, opened where git would find it.
///
/// It answers with values and never writes, never connects. All questions are asked of libgit2; where it refuses the repository, of the `git` executable.
public struct Repository: ~Copyable {
  /// Whether the repository's owner matters.
  public enum Trust: Sendable, Equatable {
    /// git has started this process as a hook, so it trusts the repository already.
    case vetted
    /// A person named the folder: a repository of another user is opened only if git would open it.
    case checked
  }

  /// Where it stands.
  public let place: Place
  let backend: Backend
  let environment: Environment
  let mayFetch: Bool
  let memory = Memory()

  /// What was read or started once and does not change while a command runs.
  final class Memory {
    /// The repository's own settings.
    var own: Settings?
    var settings: Settings?
    var shallow: Set<ObjectID>?
    var promised: Promised?
    var commits: [KnownCommit] = []
  }

  struct KnownCommit {
    let id: ObjectID
    let raw: RawCommit
  }

  /// A git that may fetch, started at the first object that is missing.
  final class Promised {
    let objects: ObjectStream

    init(_ git: GitProgram) throws(GitError) {
      objects = try ObjectStream(git)
    }
  }

  /// Opens the repository that git would work on in a folder, or in the current one.
  ///
  /// `nil` is what a hook wants. GIT_DIR and GIT_WORK_TREE count as git has it: with a folder they are those of
  /// `git -C FOLDER`, which goes there first, so a relative GIT_DIR is relative to the folder.
  ///
  /// - Parameters:
  ///   - directory: where to begin; nil is the current folder.
  ///   - trust: whether git has looked at the repository's owner already.
  ///   - mayFetch: whether git may connect to a partial clone's server for an object that is missing here.
  ///     Without it such an object is a `missingObject` error, and nothing connects.
  public static func open(
    _ directory: FilePath? = nil, trust: Trust, mayFetch: Bool = false
  ) throws(GitError) -> Repository {
    try open(directory, trust: trust, mayFetch: mayFetch, environment: .inherited)
  }

  static func open(
    _ directory: FilePath?, trust: Trust, mayFetch: Bool, environment: Environment
  ) throws(GitError) -> Repository {
    // The current folder's name has no links in it.
    let current = directory == nil ? currentDirectory() : nil
    guard let start = current ?? (directory ?? ".").resolved,
      FileStatus(start)?.isDirectory == true
    else {
      throw GitError(
        .notARepository, "cannot find a repository",
        why: "\(directory ?? "the current folder") is not a folder",
        next: "name one that exists with -C")
    }
    let found = try Discovery(from: start, environment: environment)
    let git = GitProgram(in: start, trust: trust, environment: environment, mayFetch: mayFetch)
    if trust == .checked { try Ownership.check(found, asking: git) }
    do throws(GitError) {
      let library = try Library(gitDirectory: found.gitDirectory)
      return try Repository(library, found, environment, mayFetch: mayFetch)
    } catch {
      return try Repository(Program(git, refusal: error), environment, mayFetch: mayFetch)
    }
  }

  private init(_ program: consuming Program, _ environment: Environment, mayFetch: Bool) {
    place = program.place
    backend = .program(program)
    self.environment = environment
    self.mayFetch = mayFetch
  }

  private init(
    _ library: consuming Library, _ found: Discovery, _ environment: Environment, mayFetch: Bool
  ) throws(GitError) {
    // libgit2 has resolved the links in the one that it opened.
    let gitDirectory = library.gitDirectory
    var commonDirectory = library.commonDirectory
    if commonDirectory != gitDirectory {
      commonDirectory = commonDirectory.resolved ?? commonDirectory
    }
    let own = try library.ownSettings(gitDirectory)
    memory.own = own
    // git leaves the shared core.bare and core.worktree to the main work tree, unless each tree has settings of its own.
    let isMain = gitDirectory == commonDirectory
    let counts = isMain ? true : try own.flag("extensions.worktreeConfig") == true
    let workTree = try found.workTree(
      bare: counts ? try own.flag("core.bare") : nil,
      configured: counts ? own.value("core.worktree") : nil,
      environment: environment)
    place = Place(
      gitDirectory: gitDirectory, commonDirectory: commonDirectory, workTree: workTree)
    backend = .library(library)
    self.environment = environment
    self.mayFetch = mayFetch
  }

  /// What `HEAD` of this work tree says.
  public func head() throws(GitError) -> Head {
    try backend.head()
  }

  /// The clone's local branches, by name.
  public func branches() throws(GitError) -> [Branch] {
    try backend.branches()
  }

  /// What git is in the middle of in this work tree; nil when nothing.
  public func operation() -> Operation? {
    Operation(gitDirectory: place.gitDirectory)
  }

  /// The commit that a branch, `HEAD`, an object name or the beginning of one stands for; nil when there is none.
  public func resolve(_ revision: String) throws(GitError) -> ObjectID? {
    try backend.resolve(revision)
  }

  /// The commits that the local branches and the work trees' heads point to: all that lives in this clone.
  ///
  /// A head that is between two steps of a sequence is left out; what it holds may yet be given up.
  public func tips() throws(GitError) -> [ObjectID] {
    var tips = try branches().map(\.tip)
    for tree in try workTrees() where !Self.isMidSequence(tree.place.gitDirectory) {
      if let tip = tree.head?.tip { tips.append(tip) }
    }
    return tips
  }
}
