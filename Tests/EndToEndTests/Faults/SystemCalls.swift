import SystemPackage
import TestSupport

/// One system call of a run, by its name and by which of that name it is.
struct SystemCall: CustomStringConvertible, Sendable {
  let name: String
  let ordinal: Int
  /// What strace wrote of it.
  let text: String

  var description: String { "\(name) number \(ordinal), \(text)" }

  /// The calls that reach the file system. A question mark lets strace pass over what this machine's kernel has not.
  static let names = [
    "open", "openat", "read", "pread64", "write", "pwrite64", "close", "stat", "lstat", "fstat",
    "newfstatat", "statx", "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getcwd",
    "chdir", "mkdir", "mkdirat", "link", "linkat", "unlink", "unlinkat", "rmdir", "rename",
    "renameat", "renameat2",
    "fsync", "fdatasync", "ftruncate", "flock", "getdents64", "fcntl", "lseek",
  ]

  /// What a command calls after its start, that is, from its first look at the repository on.
  static func all(of command: [String], in clone: Clone) throws -> [SystemCall] {
    let log = clone.sandbox.root.appending("strace.log")
    let traced = names.map { "?" + $0 }.joined(separator: ",")
    let outcome = try clone.sandbox.run(
      ["strace", "-qq", "-s", "80", "-o", log.string, "-e", "trace=\(traced)"] + command,
      in: clone.root)
    try outcome.expectSuccess()
    var counts: [String: Int] = [:]
    var calls: [SystemCall] = []
    var isStarted = false
    for line in try readText(log).split(separator: "\n") {
      guard let end = line.firstIndex(of: "(") else { continue }
      let name = String(line[..<end])
      counts[name, default: 0] += 1
      isStarted = isStarted || name == "getcwd" || line.contains(clone.root.string)
      if isStarted {
        calls.append(SystemCall(name: name, ordinal: counts[name] ?? 0, text: String(line)))
      }
    }
    return calls
  }

  /// The same command, with this call tampered with: `error=EIO` or `signal=KILL`.
  func tampered(_ how: String, in command: [String]) -> [String] {
    [
      "strace", "-qq", "-o", "/dev/null", "-e", "trace=\(name)", "-e",
      "inject=\(name):\(how):when=\(ordinal)",
    ] + command
  }
}

extension Array {
  /// All of them in the long form; otherwise so many, chosen by the seed.
  func sample(_ count: Int, _ random: inout SeededNumbers) -> [Element] {
    Faults.isLong ? self : Array(shuffled(using: &random).prefix(count))
  }
}
