public import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own for one test, with its own HOME and git configuration; removed at the end.
///
/// Nothing is inherited but PATH, so that a test behaves the same at home, in CI and inside a git hook.
public final class Sandbox: Sendable {
  /// The sandbox's own folder, with all symbolic links resolved.
  public let root: FilePath
  /// The environment that every process in it gets.
  public let environment: [String: String]

  /// Makes the folder under the system's temporary folder, or under `parent`.
  public init(parent: FilePath? = nil, variables: [String: String] = [:]) throws {
    let base = parent?.string ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/codex-hook-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil, let resolved = realpath(template, nil) else {
      throw Errno(rawValue: errno)
    }
    defer { free(resolved) }
    root = FilePath(String(cString: resolved))
    let home = root.appending("home")
    var variables = variables
    let defaults = [
      "HOME": home.string,
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
      "TMPDIR": root.appending("tmp").string,
      "TZ": "UTC",
      "LC_ALL": "C.UTF-8",
      "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_TERMINAL_PROMPT": "0",
      "GIT_EDITOR": "true",
      // No test may touch the machine's own folders, whoever runs it.
      "CODEX_HOOK_BIN_DIR": home.appending(".local").appending("bin").string,
    ]
    variables.merge(defaults) { given, _ in given }
    environment = variables
    for folder in ["home", "tmp", "scratch"] { try makeFolder(root.appending(folder)) }
    try writeText(
      """
      [user]
      \tname = A Tester
      \temail = tester@example.com
      [init]
      \tdefaultBranch = main
      [commit]
      \tgpgSign = false
      [protocol "file"]
      \tallow = always
      [codexHook]
      \thooks = files
      [advice]
      \tdetachedHead = false

      """, to: home.appending(".gitconfig"))
  }

  deinit {
    removeTree(root)
  }

  /// Starts a program in the sandbox.
  public func start(
    _ command: [String], in directory: FilePath? = nil, input: String = "",
    environment extra: [String: String] = [:]
  ) throws -> Running {
    try spawn(
      command, in: directory ?? root,
      environment: environment.merging(extra) { _, new in new },
      input: input, scratch: root.appending("scratch"))
  }

  /// Runs a program in the sandbox to its end.
  public func run(
    _ command: [String], in directory: FilePath? = nil, input: String = "",
    environment extra: [String: String] = [:]
  ) throws -> Outcome {
    try start(command, in: directory, input: input, environment: extra).wait()
  }

  /// Runs git, expects exit 0, and gives its output without the final line break.
  @discardableResult
  public func git(
    _ arguments: String..., in directory: FilePath, input: String = "",
    environment extra: [String: String] = [:]
  ) throws -> String {
    let outcome = try run(["git"] + arguments, in: directory, input: input, environment: extra)
    guard outcome.status == 0 else {
      throw SpawnError(
        description: "git \(arguments) ended with \(outcome.status): \(outcome.errors)")
    }
    return outcome.line
  }

  /// Makes an empty repository with a work tree.
  public func repository(_ name: String = "repo") throws -> FilePath {
    let folder = root.appending(name)
    try git("init", "-q", folder.string, in: root)
    return folder
  }

  /// Writes one file and commits it.
  @discardableResult
  public func commit(
    _ file: String, in repository: FilePath, content: String? = nil, message: String? = nil
  ) throws -> String {
    let path = repository.pushing(FilePath(file))
    try makeFolder(path.removingLastComponent())
    try writeText(content ?? "\(file)\n", to: path)
    try git("add", "--", file, in: repository)
    try git("commit", "-q", "-m", message ?? "add \(file)", in: repository)
    return try git("rev-parse", "HEAD", in: repository)
  }
}

/// Removes a folder with everything in it; links are not followed.
public func removeTree(_ path: FilePath) {
  for name in names(in: path) {
    let child = path.appending(name)
    var status = stat()
    if lstat(child.string, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      removeTree(child)
    } else {
      unlink(child.string)
    }
  }
  rmdir(path.string)
}
