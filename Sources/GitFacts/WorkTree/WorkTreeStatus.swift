import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a work tree holds that is not committed.
public struct WorkTreeStatus: Sendable, Equatable {
  /// Files that git tracks and that were changed, staged or not.
  public let changed: [String]
  /// Files with a conflict.
  public let conflicts: [String]
  /// Files, and folders as a whole, that git does not track and does not ignore.
  public let untracked: [String]

  init(changed: [String], untracked: [String]) {
    (self.changed, self.conflicts, self.untracked) = (changed, [], untracked)
  }

  /// Reads what `git status --porcelain=v1 -z --no-renames` writes.
  init(porcelain: [UInt8]) {
    var changed: [String] = []
    var conflicts: [String] = []
    var untracked: [String] = []
    for entry in porcelain.split(separator: 0) where entry.count > 3 {
      let path = String(decoding: entry.dropFirst(3), as: UTF8.self)
      switch String(decoding: entry.prefix(2), as: UTF8.self) {
      case "??": untracked.append(path)
      case "DD", "AU", "UD", "UA", "DU", "AA", "UU": conflicts.append(path)
      default: changed.append(path)
      }
    }
    self.changed = changed
    self.conflicts = conflicts
    self.untracked = untracked
  }
}

/// A `git status` that runs while something else is done.
///
/// What ``WorkTreeLook`` is not sure of, git is asked. It takes no lock and writes nothing.
public struct RunningStatus: ~Copyable {
  private let child: Child
  private let output: FileDescriptor

  init(_ git: GitProgram) throws {
    let pipe = try Pipe()
    let started: Child
    do {
      started = try git.spawn(
        [
          "-c", "core.fsmonitor=false", "status", "--porcelain=v1", "-z", "--no-renames",
          "--untracked-files=normal",
        ], input: nil, output: pipe.writing, errors: nil)
    } catch {
      try? pipe.writing.close()
      try? pipe.reading.close()
      throw error
    }
    try? pipe.writing.close()
    child = started
    output = pipe.reading
  }

  /// Ends a git that nobody has waited for.
  deinit {
    child.end()
    try? output.close()
  }

  /// What it found; nil where git failed or took longer.
  ///
  /// - Parameter milliseconds: how long to wait for git; after that it is ended.
  public consuming func result(within milliseconds: Int32) -> WorkTreeStatus? {
    let (child, output) = (self.child, self.output)
    discard self
    defer { try? output.close() }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      var waiting = pollfd(fd: output.rawValue, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, milliseconds)
      if ready < 0 && errno == EINTR { continue }
      guard ready > 0 else {
        child.end()
        return nil
      }
      let count = read(output.rawValue, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return child.wait() == 0 ? WorkTreeStatus(porcelain: bytes) : nil
  }
}

extension Repository {
  /// The size in bytes of an index above which `git status` is not asked: some 10,000 files.
  public static let largeIndex = 1 << 20

  /// What is not committed; nil in a bare repository, where the tree is too large to look at by the way, and where it takes
  /// too long.
  ///
  /// - Parameter milliseconds: how long to wait for git, which is asked where our own look is not sure.
  public func status(within milliseconds: Int32) -> WorkTreeStatus? {
    if let seen = try? WorkTreeLook.status(of: self) { return seen }
    guard let running = startStatus() else { return nil }
    return running.result(within: milliseconds)
  }

  /// Starts to look for what is not committed; nil in a bare repository, and where the tree is too large to look at by the way.
  public func startStatus() -> RunningStatus? {
    guard let top = place.workTree else { return nil }
    var index = stat()
    if stat(place.gitDirectory.appending("index").string, &index) == 0,
      index.st_size > Repository.largeIndex
    {
      return nil
    }
    return try? RunningStatus(program(in: top, gitDirectory: place.gitDirectory))
  }

  /// The paths that each of some work trees has changed since the last commit that all of them have, committed or not.
  public func changes(in trees: [WorkTree]) throws(GitError) -> [[String]] {
    var base: String?
    let tips = trees.compactMap { $0.head?.tip?.hex }
    if let top = place.workTree ?? trees.first?.place.workTree, !tips.isEmpty {
      let found = try program(in: top, gitDirectory: place.gitDirectory)
        .run(["merge-base", "--octopus"] + tips)
      base = found.status == 0 ? found.lines.first : nil
    }
    var changes: [[String]] = []
    for tree in trees {
      guard !tree.isMissing, let top = tree.place.workTree else {
        changes.append([])
        continue
      }
      let git = program(in: top, gitDirectory: tree.place.gitDirectory)
      let since = base ?? "HEAD"
      let tracked = try git.run(["diff", "--name-only", "-z", "--no-renames", since, "--"])
      let untracked = try git.run(["ls-files", "-z", "--others", "--exclude-standard"])
      let paths = (tracked.output + untracked.output).split(separator: 0)
      changes.append(Set(paths.map { String(decoding: $0, as: UTF8.self) }).sorted())
    }
    return changes
  }

  private func program(in top: FilePath, gitDirectory: FilePath) -> GitProgram {
    GitProgram(in: top, trust: .checked, environment: environment, gitDirectory: gitDirectory)
  }
}
