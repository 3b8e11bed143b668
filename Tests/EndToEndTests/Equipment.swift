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

  /// A PATH on which git 2.54 or later stands first: this one, or the folder `CODEX_HOOK_TEST_GIT` and this one.
  static let laterGit: String? = {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let paths = [path] + (folder("CODEX_HOOK_TEST_GIT").map { ["\($0):\(path)"] } ?? [])
    return paths.first { path in
      (try? takesConfiguredHooks(Sandbox(variables: ["PATH": path]))) == true
    }
  }()

  /// Whether the git in a sandbox's PATH takes hooks from its settings.
  static func takesConfiguredHooks(_ sandbox: Sandbox) throws -> Bool {
    let words = try sandbox.run(["git", "version"]).line.split(separator: " ")
    let numbers = words.count > 2 ? words[2].split(separator: ".").compactMap { Int($0) } : []
    return numbers.count > 1 && (numbers[0], numbers[1]) >= (2, 54)
  }

  /// A folder that a variable names, from the package's top, where `swift test` is typed.
  private static func folder(_ variable: String) -> FilePath? {
    guard let path = getenv(variable).map({ FilePath(String(cString: $0)) }), !path.isEmpty else {
      return nil
    }
    return path.isAbsolute ? path : packageRoot().pushing(path)
  }
}
