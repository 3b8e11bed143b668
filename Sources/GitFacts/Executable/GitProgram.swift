import SystemPackage

/// The `git` executable, started in one folder with a clean environment.
///
/// It is asked where libgit2 cannot answer. Of git's own variables it gets those that say which repository is meant and where
/// git's files are; all others (an index, `-c` settings, traces) were meant for the git that started us.
struct GitProgram {
  private let directory: FilePath
  private let trust: Repository.Trust
  private let environment: Environment
  private let gitDirectory: FilePath?
  private let mayFetch: Bool
  private let index: FilePath?

  private static let kept = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_EXEC_PATH",
    "GIT_SSH", "GIT_SSH_COMMAND",
  ]

  /// Prepares to run git in a folder; nothing is done before the first command.
  ///
  /// - Parameters:
  ///   - gitDirectory: takes the place of GIT_DIR and GIT_WORK_TREE, where the repository is known already.
  ///   - index: the index that git works on, where it is not the repository's own.
  ///   - mayFetch: whether git may ask a partial clone's server for what is missing.
  init(
    in directory: FilePath, trust: Repository.Trust, environment: Environment,
    gitDirectory: FilePath? = nil, index: FilePath? = nil, mayFetch: Bool = false
  ) {
    self.directory = directory
    self.trust = trust
    self.environment = environment
    self.gitDirectory = gitDirectory
    self.index = index
    self.mayFetch = mayFetch
  }

  private var variables: [String] {
    var variables = environment.all.filter { variable in
      let name = String(variable.prefix { $0 != "=" })
      if gitDirectory != nil && (name == "GIT_DIR" || name == "GIT_WORK_TREE") { return false }
      return !name.hasPrefix("GIT_") && name != "LC_ALL" || Self.kept.contains(name)
    }
    variables += [
      "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_REPLACE_OBJECTS=1",
    ]
    if let gitDirectory { variables.append("GIT_DIR=\(gitDirectory)") }
    if let index { variables.append("GIT_INDEX_FILE=\(index)") }
    // Git before 2.44 does not know the first one; with no protocol allowed it cannot connect either.
    if !mayFetch { variables += ["GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none"] }
    return variables
  }

  /// What a finished git left.
  struct Outcome {
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]

    /// The output's lines, without an empty last one.
    var lines: [String] {
      String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// The first line of what git complained about, without its `fatal: `.
    var complaint: String {
      let line = String(decoding: errors.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      if line.isEmpty { return "git ended with status \(status)" }
      return line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line
    }
  }

  /// Runs one command to its end, with nothing to read.
  func run(_ arguments: String...) throws(GitError) -> Outcome { try run(arguments) }

  /// The same, with the arguments as a list.
  func run(_ arguments: [String]) throws(GitError) -> Outcome {
    do {
      let output = try Pipe()
      let errors = try Pipe()
      let child = try spawn(arguments, input: nil, output: output.writing, errors: errors.writing)
      try output.writing.close()
      try errors.writing.close()
      let collected = drain([output.reading, errors.reading])
      try output.reading.close()
      try errors.reading.close()
      return Outcome(status: child.wait(), output: collected[0], errors: collected[1])
    } catch {
      throw Self.failure(error)
    }
  }

  /// Starts a command that reads from a descriptor and writes to it.
  func start(_ arguments: String..., over socket: FileDescriptor) throws(GitError) -> Child {
    do {
      return try spawn(arguments, input: socket, output: socket, errors: nil)
    } catch {
      throw Self.failure(error)
    }
  }

  /// Starts one command without waiting for it.
  func spawn(
    _ arguments: [String], input: FileDescriptor?, output: FileDescriptor, errors: FileDescriptor?
  ) throws -> Child {
    // git takes this setting from its command line, and from no repository.
    let options = trust == .vetted ? ["-c", "safe.directory=*"] : []
    return try Child(
      ["git", "-C", directory.string] + options + arguments, environment: variables,
      input: input, output: output, errors: errors)
  }

  private static func failure(_ error: any Error) -> GitError {
    GitError(
      .program, "cannot run git", why: "\(error)", next: "check that git is on the PATH")
  }
}
