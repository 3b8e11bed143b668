import SystemPackage
import TestSupport

/// A repository in which the real binary has installed itself, and everything that a test asks of it.
struct Clone {
  let sandbox: Sandbox
  /// The top of the work tree.
  let root: FilePath

  /// Makes a repository and installs the hooks.
  init(_ name: String = "repo", branch: String = "main") throws {
    let sandbox = try Sandbox()
    let root = try sandbox.repository(name)
    try sandbox.git("symbolic-ref", "HEAD", "refs/heads/\(branch)", in: root)
    self.init(at: root, in: sandbox)
    try install()
  }

  /// A repository that is there already, with or without hooks.
  init(at root: FilePath, in sandbox: Sandbox) {
    self.sandbox = sandbox
    self.root = root
  }

  /// Runs `codex-hook install` and expects it to succeed.
  @discardableResult
  func install() throws -> String { try done("install") }

  /// Runs `codex-hook` in the work tree.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try sandbox.run(
      [codexHookBinary().string] + arguments, in: root, input: input, environment: environment)
  }

  /// Runs `codex-hook`, expects exit 0, and gives what it printed without the last line break.
  @discardableResult
  func done(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
    let outcome = try run(arguments, environment: environment)
    guard outcome.status == 0 else {
      throw SpawnError(
        description: "codex-hook \(arguments) ended with \(outcome.status): \(outcome.errors)")
    }
    return outcome.line
  }

  /// Runs git, expects exit 0, and gives what it printed without the last line break.
  @discardableResult
  func git(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
    let outcome = try sandbox.run(["git"] + arguments, in: root, environment: environment)
    guard outcome.status == 0 else {
      throw SpawnError(
        description: "git \(arguments) ended with \(outcome.status): \(outcome.errors)")
    }
    return outcome.line
  }

  /// Writes a file and commits it.
  @discardableResult
  func commit(_ file: String, message: String? = nil) throws -> String {
    try sandbox.commit(file, in: root, message: message)
  }

  /// Makes an empty bare repository to push to, under the name `origin`.
  @discardableResult
  func addOrigin() throws -> FilePath {
    let origin = sandbox.root.appending("origin.git")
    try sandbox.git("init", "-q", "--bare", origin.string, in: sandbox.root)
    try git("remote", "add", "origin", origin.string)
    return origin
  }

  /// The clone's store, where git says that it is.
  var store: FilePath {
    get throws {
      FilePath(try git("rev-parse", "--path-format=absolute", "--git-common-dir"))
        .appending("codex-hook")
    }
  }

  /// The work tree's `.codex/`.
  var folder: FilePath { root.appending(".codex") }

  /// The lines of the journal in the store.
  func journal() throws -> [String] { try Self.lines(store.appending("journal.ndjson")) }

  /// The lines of the work tree's copy.
  func copy() throws -> [String] { try Self.lines(folder.appending("journal.ndjson")) }

  /// What `git status` has to say; an empty text if the work tree is clean.
  func status() throws -> String {
    try git("status", "--porcelain", "--untracked-files=all")
  }

  /// Each file and folder below `path` with its mode, size and time, and no access time: what any writing would change.
  func listing(of path: FilePath) throws -> String {
    try sandbox.run(
      ["sh", "-c", "find . -printf '%P %M %s %T@ %i %l\\n' | LC_ALL=C sort"], in: path
    ).output
  }

  /// Each file below `path` with its mode and its bytes' hash.
  func contents(of path: FilePath) throws -> String {
    try sandbox.run(
      [
        "sh", "-c",
        """
        find . -type f -printf '%P %M\\n' | LC_ALL=C sort
        find . -type f ! -path '*/codex-hook/holder' -print0 | LC_ALL=C sort -z | xargs -0r sha1sum
        """,
      ], in: path
    ).output
  }

  /// The whole lines of a file; none if there is no file.
  static func lines(_ path: FilePath) throws -> [String] {
    guard exists(path) else { return [] }
    let text = try readText(path)
    guard text.isEmpty || text.hasSuffix("\n") else {
      throw SpawnError(description: "\(path) ends in a torn line")
    }
    return text.split(separator: "\n").map(String.init)
  }
}

extension Outcome {
  /// Fails the test's step when the process did not end with 0.
  func expectSuccess() throws {
    guard status == 0 else { throw SpawnError(description: "ended with \(status): \(errors)") }
  }
}
