import CPlatform
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A child that was started and not yet waited for.
struct Child {
  let id: pid_t

  /// The status, or nil while it runs.
  func collect() -> CommandStatus? {
    var raw: Int32 = 0
    var result: pid_t
    repeat { result = waitpid(id, &raw, WNOHANG) } while result < 0 && errno == EINTR
    if result == 0 { return nil }
    // Somebody else has taken the status; the command is gone and nothing more can be known.
    if result < 0 { return .exited(1) }
    let signal = raw & 0x7f
    return signal == 0 ? .exited((raw >> 8) & 0xff) : .signaled(signal)
  }

  /// Starts the program with the caller's environment, folder and process group.
  ///
  /// - Parameters:
  ///   - replacing: Which of the child's descriptors become copies of which of ours; the rest is inherited.
  ///   - mask: The signal mask that the child gets.
  /// - Throws: `CommandError`.
  static func start(
    _ arguments: [String], replacing: [(child: Int32, ours: Int32)], mask: sigset_t
  ) throws(CommandError) -> Child {
    let name = arguments[0]
    do throws(Errno) {
      return try spawn(name, arguments, replacing, mask)
    } catch {
      switch error {
      case Errno(rawValue: ENOEXEC):
        // A script without a first line that names its interpreter: every shell runs it with sh.
        guard let path = locate(name) else { throw .notFound(name) }
        do throws(Errno) {
          return try spawn("/bin/sh", ["/bin/sh", path] + arguments.dropFirst(), replacing, mask)
        } catch {
          throw .notExecutable(name, error)
        }
      case .noSuchFileOrDirectory:
        // The file may be there and its interpreter missing; a shell calls that "cannot execute".
        throw locate(name) == nil ? .notFound(name) : .notExecutable(name, error)
      case .notDirectory: throw .notFound(name)
      case .permissionDenied: throw .notExecutable(name, error)
      default: throw .system("cannot start \(name)", error)
      }
    }
  }

  private static func spawn(
    _ file: String, _ arguments: [String], _ replacing: [(child: Int32, ours: Int32)],
    _ mask: sigset_t
  ) throws(Errno) -> Child {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }

    for pair in replacing {
      posix_spawn_file_actions_adddup2(&actions, pair.ours, pair.child)
    }
    var mask = mask
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    let pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var id: pid_t = 0
    let code = posix_spawnp(&id, file, &actions, &attributes, pointers, codex_environment())
    guard code == 0 else { throw Errno(rawValue: code) }
    return Child(id: id)
  }

  /// The file that a command's name stands for: a path as it is, a plain name along PATH.
  private static func locate(_ name: String) -> String? {
    if name.utf8.contains(UInt8(ascii: "/")) {
      return access(name, F_OK) == 0 ? name : nil
    }
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    for folder in path.split(separator: ":", omittingEmptySubsequences: false) {
      let file = folder.isEmpty ? name : "\(folder)/\(name)"
      if access(file, X_OK) == 0 { return file }
    }
    return nil
  }
}
