public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What is to become of one file of an agent's.
public struct AgentFileChange: Sendable {
  /// The file.
  public let path: FilePath
  /// What it holds now; nil if it is not there.
  public let before: [UInt8]?
  /// What it is to hold; nil if it is to go, or not to be.
  public let after: [UInt8]?
  /// Why it is left alone; nil if nothing is in the way.
  public let refusal: String?
  /// In how many folders below the work tree's top it is.
  private let depth: Int

  /// Whether something is to be done.
  public var isNeeded: Bool { refusal == nil && before != after }

  /// Whether a file that is left alone seems to hold something of ours.
  public var isLeftWithOurs: Bool {
    refusal != nil
      && String(decoding: before ?? [], as: UTF8.self).contains("codex-hook")
  }

  /// A larger file is nobody's configuration.
  private static let longest = 4 << 20

  /// The changes that place our parts for some agents, or remove them.
  ///
  /// - Parameters:
  ///   - withInstructions: whether AGENTS.md is among them.
  ///   - top: the work tree's top.
  public static func plan(
    _ agents: [Agent], withInstructions: Bool = true, in top: FilePath, removing: Bool
  ) -> [AgentFileChange] {
    AgentFiles.files(for: agents, withInstructions: withInstructions).map { file in
      let path = top.pushing(FilePath(file.path))
      let depth = FilePath(file.path).components.count - 1
      do {
        let before = try read(path)
        if file.path == "CLAUDE.md", !removing, isInstructions(path, before, top) {
          return AgentFileChange(
            path: path, before: before, after: before, refusal: nil, depth: depth)
        }
        let after =
          removing
          ? try before.flatMap { text throws(AgentFileError) in try file.removed(from: text) }
          : try file.placed(in: before)
        return AgentFileChange(
          path: path, before: before, after: after, refusal: nil, depth: depth)
      } catch {
        let before = (try? read(path)) ?? nil
        return AgentFileChange(
          path: path, before: before, after: before, refusal: "\(error)", depth: depth)
      }
    }
  }

  /// Whether CLAUDE.md reads AGENTS.md already: it names it, or is the same file.
  private static func isInstructions(_ path: FilePath, _ text: [UInt8]?, _ top: FilePath) -> Bool {
    guard let text else { return true }
    if real(path) == real(top.appending("AGENTS.md")) { return true }
    let lines = text.split(separator: 0x0a).map { String(decoding: $0, as: UTF8.self) }
    let isOurs = lines.contains { $0.hasPrefix("<!-- codex-hook begin") }
    return !isOurs
      && lines.contains { $0.split(whereSeparator: \.isWhitespace).contains("@AGENTS.md") }
  }

  /// Does what is to be done.
  public func apply() throws(AgentFileError) {
    guard isNeeded else { return }
    guard let after else {
      guard unlink(path.string) == 0 else { throw AgentFileChange.failure("remove", path) }
      // Folders that were made for it go with it; one that holds anything stays.
      var folder = path
      for _ in 0..<depth {
        folder = folder.removingLastComponent()
        guard rmdir(folder.string) == 0 else { break }
      }
      return
    }
    // A link stays a link: the file behind it is replaced.
    let goal = AgentFileChange.real(path) ?? path
    try AgentFileChange.makeFolder(goal.removingLastComponent())
    let temporary = FilePath(goal.string + ".codex-hook.new")
    var status = stat()
    let mode = stat(goal.string, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    do {
      let file = try FileDescriptor.open(
        temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: FilePermissions(rawValue: mode))
      try file.closeAfter { _ = try file.writeAll(after) }
    } catch {
      throw AgentFileError("cannot write \(temporary): \(error)")
    }
    guard rename(temporary.string, goal.string) == 0 else {
      let failure = AgentFileChange.failure("replace", goal)
      unlink(temporary.string)
      throw failure
    }
  }

  private static func read(_ path: FilePath) throws(AgentFileError) -> [UInt8]? {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec])
      return try file.closeAfter {
        var bytes: [UInt8] = []
        while bytes.count <= longest {
          let piece = try [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
            count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
          }
          if piece.isEmpty { return bytes }
          bytes += piece
        }
        throw Errno.fileTooLarge
      }
    } catch {
      if let code = error as? Errno, code == .noSuchFileOrDirectory || code == .notDirectory {
        return nil
      }
      throw AgentFileError("cannot read it: \(error)")
    }
  }

  private static func real(_ path: FilePath) -> FilePath? {
    guard let real = realpath(path.string, nil) else { return nil }
    defer { free(real) }
    return FilePath(platformString: real)
  }

  private static func makeFolder(_ path: FilePath) throws(AgentFileError) {
    if mkdir(path.string, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, path.lastComponent != nil else { throw failure("make", path) }
    try makeFolder(path.removingLastComponent())
    guard mkdir(path.string, 0o777) == 0 || errno == EEXIST else { throw failure("make", path) }
  }

  private static func failure(_ verb: String, _ path: FilePath) -> AgentFileError {
    AgentFileError("cannot \(verb) \(path): \(Errno(rawValue: errno))")
  }
}
