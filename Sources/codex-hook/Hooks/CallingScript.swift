internal import HookInstall
internal import LiveContext

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The hook script that has become this process (`exec`), so that git waits for one process less at every commit.
enum CallingScript {
  /// Gives the process back to the script if somebody's lines stand behind ours in it: it then runs the hook as its child, and
  /// goes on. Returns where nothing follows, and where the process was started in any other way.
  ///
  /// - Parameter arguments: what git gave to the hook.
  static func goOnIfLinesFollow(_ arguments: [String]) {
    guard let path = Variables.value("CODEX_HOOK_SCRIPT") else { return }
    unsetenv("CODEX_HOOK_SCRIPT")
    var status = stat()
    guard stat(path, &status) == 0, status.st_size != HookScript.size else { return }
    setenv("CODEX_HOOK_WAITS", String(getpid()), 1)
    var words = (["/bin/sh", path] + arguments).map { strdup($0) }
    words.append(nil)
    execv("/bin/sh", words)
  }
}
