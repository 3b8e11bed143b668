import Synchronization
public import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a finished process left.
public struct Outcome: Sendable {
  /// The exit code, or 128 plus the signal's number.
  public let status: Int32
  /// Everything that it wrote to standard output.
  public let output: String
  /// Everything that it wrote to standard error.
  public let errors: String

  /// Standard output without its final line breaks.
  public var line: String {
    var text = output[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}

/// A process that could not be started, or that ended otherwise than the test expected.
public struct SpawnError: Error, CustomStringConvertible {
  /// What to print.
  public let description: String

  /// An error with this text.
  public init(description: String) { self.description = description }
}

/// A process that was started and not yet waited for.
public struct Running: Sendable {
  /// The process id.
  public let pid: Int32
  let output: FilePath
  let errors: FilePath

  /// Waits for the end and collects what was written.
  public func wait() throws -> Outcome {
    var raw: Int32 = 0
    while waitpid(pid, &raw, 0) < 0 {
      guard errno == EINTR else { throw SpawnError(description: "waitpid: errno \(errno)") }
    }
    return try outcome(raw)
  }

  /// Collects what was written if the process has ended; nil if it still runs.
  public func outcomeIfEnded() throws -> Outcome? {
    var raw: Int32 = 0
    switch waitpid(pid, &raw, WNOHANG) {
    case 0: return nil
    case pid: return try outcome(raw)
    default: throw SpawnError(description: "waitpid: errno \(errno)")
    }
  }

  private func outcome(_ raw: Int32) throws -> Outcome {
    let signal = raw & 0x7f
    defer {
      unlink(output.string)
      unlink(errors.string)
    }
    return Outcome(
      status: signal == 0 ? (raw >> 8) & 0xff : 128 + signal,
      output: try readText(output),
      errors: try readText(errors)
    )
  }

  /// Sends a signal.
  public func send(_ signal: Int32) {
    kill(pid, signal)
  }
}

/// Starts a program with exactly this environment; its outputs go to files in `scratch`, so that no pipe can fill up.
public func spawn(
  _ command: [String],
  in directory: FilePath,
  environment: [String: String],
  input: String = "",
  scratch: FilePath
) throws -> Running {
  let id = UInt64.random(in: .min ... .max)
  let inputFile = scratch.appending("in-\(id)")
  let running = (output: scratch.appending("out-\(id)"), errors: scratch.appending("err-\(id)"))
  try writeText(input, to: inputFile)
  defer { unlink(inputFile.string) }

  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, inputFile.string, O_RDONLY, 0)
  let writing = O_WRONLY | O_CREAT | O_TRUNC
  posix_spawn_file_actions_addopen(&actions, 1, running.output.string, writing, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, running.errors.string, writing, 0o600)

  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // The threads that tests run on block most signals, and a child would inherit that.
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

  // Swift's Glibc module does not offer posix_spawn_file_actions_addchdir_np; env changes the folder and then becomes the program.
  let command = ["/usr/bin/env", "-C", directory.string] + command
  var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
  var variables: [UnsafeMutablePointer<CChar>?] =
    environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer {
    for pointer in arguments + variables { free(pointer) }
  }
  var pid: pid_t = 0
  let code = openForWriting.withLock { _ in
    posix_spawn(&pid, command[0], &actions, &attributes, &arguments, &variables)
  }
  guard code == 0 else {
    throw SpawnError(description: "cannot start \(command): errno \(code)")
  }
  return Running(pid: pid, output: running.output, errors: running.errors)
}
