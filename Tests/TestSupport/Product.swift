public import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The `codex-hook` binary under test: `CODEX_HOOK_BINARY`, or the one built beside the tests.
public func codexHookBinary() -> FilePath {
  if let given = getenv("CODEX_HOOK_BINARY") { return FilePath(String(cString: given)) }
  var folder = FilePath(CommandLine.arguments[0]).removingLastComponent()
  if !folder.isAbsolute {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    if getcwd(&buffer, buffer.count) != nil {
      folder = buffer.withUnsafeBufferPointer { FilePath(String(cString: $0.baseAddress!)) }
        .pushing(folder)
    }
  }
  return folder.appending("codex-hook")
}

/// The package's top folder, from this file's place in it.
public func packageRoot(_ file: String = #filePath) -> FilePath {
  FilePath(file).removingLastComponent().removingLastComponent().removingLastComponent()
}
