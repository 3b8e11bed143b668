internal import HookInstall
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where the program is, and where people find it.
enum Installation {
  /// The file that this process was started from.
  static func ownPath() -> FilePath {
    #if canImport(Glibc)
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      if readlink("/proc/self/exe", &buffer, buffer.count - 1) > 0 {
        return FilePath(platformString: buffer)
      }
    #endif
    return FilePath(CommandLine.arguments[0])
  }

  /// Whether a file is a program that this system starts.
  static func isRunnable(_ path: FilePath) -> Bool {
    path.withPlatformString { access($0, X_OK) } == 0
  }

  /// Where the command is linked: `CODEX_HOOK_BIN_DIR`, if it is set (empty: nowhere), otherwise the usual place.
  static var linkFolder: FilePath? {
    if let given = Variables.value("CODEX_HOOK_BIN_DIR") {
      return given.isEmpty ? nil : FilePath(given)
    }
    return BinaryPlace.linkFolder(
      isRoot: geteuid() == 0, home: Variables.value("HOME").map { FilePath($0) })
  }

  /// Whether this program stands on PATH under its own name, as a package puts it there: a link would hide its next version.
  private static var isPackaged: Bool {
    var path = ownPath()
    guard path.lastComponent == "codex-hook" else { return false }
    path.removeLastComponent()
    return folders.contains(path.string)
  }

  private static var folders: [String] {
    (Variables.value("PATH") ?? "").split(separator: ":").map(String.init)
  }

  /// Links the binary where people and agents find it; a place that may not be written is no failure.
  static func link(to store: FilePath) throws -> [String] {
    guard let folder = linkFolder, !isPackaged else { return [] }
    do throws(HookInstallError) {
      switch try BinaryPlace.link(to: store, in: folder) {
      case .made(let path): return ["command: \(path)" + hint(folder)]
      case .unchanged: return []
      case .foreign(let path): return ["command: \(path) is another program's and was left alone"]
      }
    } catch {
      return ["command: not linked, \(error)"]
    }
  }

  /// Where a link would be made; nil if none would be, or something stands there already.
  static var missingLink: FilePath? {
    guard let link = linkFolder?.appending("codex-hook"), !isPackaged else { return nil }
    var status = stat()
    return lstat(link.string, &status) == 0 ? nil : link
  }

  private static func hint(_ folder: FilePath) -> String {
    folders.contains(folder.string) ? "" : " (add \(folder) to PATH)"
  }
}
