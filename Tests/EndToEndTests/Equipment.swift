import SystemPackage
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What some tests need and a machine may not have.
enum Equipment {
  static let hasJQ = (try? Sandbox().run(["jq", "--version"]).status) == 0
  /// What `make dist` made.
  static let dist = folder("CODEX_HOOK_DIST")
  /// A Debian root with git and without anything of ours, such as debootstrap makes.
  static let debian = folder("CODEX_HOOK_DEBIAN")

  /// A folder that a variable names, from the package's top, where `swift test` is typed.
  private static func folder(_ variable: String) -> FilePath? {
    guard let path = getenv(variable).map({ FilePath(String(cString: $0)) }) else { return nil }
    return path.isAbsolute ? path : packageRoot().pushing(path)
  }
}
