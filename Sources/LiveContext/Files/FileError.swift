public import SystemPackage

/// A file system call that failed.
public struct FileError: Error, Sendable, CustomStringConvertible {
  /// What was tried, as a verb: `open`, `write`, `rename`.
  public let operation: String
  /// Where.
  public let path: FilePath
  /// Why (errno).
  public let code: Errno

  init(_ operation: String, _ path: FilePath, _ code: Errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  init(_ operation: String, _ path: FilePath, _ error: any Error) {
    self.init(operation, path, error as? Errno ?? .ioError)
  }

  /// `cannot open /repo/.git/codex-hook/lock: Read-only file system`.
  public var description: String { "cannot \(operation) \(path): \(code)" }

  /// Whether the place may not be written at all, as in an agent's sandbox.
  public var isReadOnly: Bool {
    code == .readOnlyFileSystem || code == .permissionDenied || code == .notPermitted
  }

  /// Whether there is no room left.
  public var isFull: Bool { code == .noSpace || code == .diskQuotaExceeded }

  /// Whether nothing stands at the path.
  public var isMissing: Bool { code == .noSuchFileOrDirectory || code == .notDirectory }
}
