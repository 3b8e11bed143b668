public import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why hooks or the binary could not be put in place, or taken away.
public struct HookInstallError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was tried, as in "write".
  public let action: String
  /// On which file.
  public let path: FilePath
  /// What the system said.
  public let code: Errno
  /// What could not be undone either, so that a person must look; usually nothing.
  public var left: [FilePath] = []

  init(_ action: String, _ path: FilePath, _ code: Errno = Errno(rawValue: errno)) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// What failed, why, and what to do next.
  public var description: String {
    let reason =
      switch code {
      case .permissionDenied, .notPermitted, .readOnlyFileSystem:
        "; run it again as a user who may write there"
      case .noSpace, .diskQuotaExceeded: "; make room and run it again"
      default: ""
      }
    let state =
      left.isEmpty
      ? "nothing was changed"
      : "look at \(left.map(\.string).joined(separator: ", ")): what was there could not be put back"
    return "cannot \(action) \(path): \(code); \(state)\(reason)"
  }
}
