public import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a command ended.
public enum CommandStatus: Sendable, Equatable {
  /// It returned from its own main program with this code, 0 to 255.
  case exited(Int32)
  /// This signal ended it.
  case signaled(Int32)

  /// The code that a shell shows in `$?`: the exit code, or 128 plus the signal's number.
  public var code: Int32 {
    switch self {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }

  /// Whether it ended with exit code 0.
  public var isSuccess: Bool { self == .exited(0) }

  /// Ends this process as the command ended: the same exit code, or death by the same signal.
  ///
  /// A shell that runs a script stops it when a command dies of SIGINT, and goes on when one exits with 130; so the
  /// signal is raised again. No second core file is written.
  public func leave() -> Never {
    if case .signaled(let number) = self {
      var none = rlimit(rlim_cur: 0, rlim_max: 0)
      #if canImport(Glibc)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
      #else
        setrlimit(RLIMIT_CORE, &none)
      #endif
      signal(number, SIG_DFL)
      var set = sigset_t()
      sigemptyset(&set)
      sigaddset(&set, number)
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
      raise(number)
    }
    exit(code)
  }
}

/// What is known of a command that has ended.
public struct CommandOutcome: Sendable, Equatable {
  /// How it ended.
  public let status: CommandStatus
  /// How long it ran, by the monotonic clock.
  public let duration: Duration
  /// When it was started, by the clock that stamps files; `ReportFiles` takes only what was written since.
  public let started: FileTime
  /// Why some of its output could not be passed on (a full disk); nil when all was, or when the reader had gone.
  public let lostOutput: Errno?

  /// The duration in seconds.
  public var seconds: Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }
}

/// Why a command could not be run at all.
public enum CommandError: Error, Equatable, CustomStringConvertible {
  /// There is no command line.
  case empty
  /// No such program, by path or on PATH.
  case notFound(String)
  /// There is one, and the system refuses to run it.
  case notExecutable(String, Errno)
  /// The system has no room for another process, pipe or descriptor.
  case system(String, Errno)

  /// What a shell would exit with: 127 for no such program, 126 for one that cannot be run.
  public var code: Int32 {
    switch self {
    case .empty: 64
    case .notFound: 127
    case .notExecutable, .system: 126
    }
  }

  /// The message, in a shell's words.
  public var description: String {
    switch self {
    case .empty: "no command given"
    case .notFound(let name) where name.utf8.contains(UInt8(ascii: "/")):
      "\(name): No such file or directory"
    case .notFound(let name): "\(name): command not found"
    case .notExecutable(let name, let reason): "\(name): \(reason)"
    case .system(let what, let reason): "\(what): \(reason)"
    }
  }
}

/// An instant of the clock that file systems stamp with.
public struct FileTime: Sendable, Hashable, Comparable {
  /// Whole seconds since 1970.
  public let seconds: Int
  /// Nanoseconds within the second.
  public let nanoseconds: Int

  /// Makes an instant.
  public init(seconds: Int, nanoseconds: Int) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  init(_ time: timespec) {
    self.init(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
  }

  /// The instant now.
  ///
  /// On Linux from the coarse clock: files are stamped with it, and the fine clock runs up to 10 ms ahead of it, so
  /// that a file written just after a fine reading could bear an older time.
  public static var now: FileTime {
    var time = timespec()
    #if os(Linux)
      clock_gettime(CLOCK_REALTIME_COARSE, &time)
    #else
      clock_gettime(CLOCK_REALTIME, &time)
    #endif
    return FileTime(time)
  }

  /// Whether the one is before the other.
  public static func < (one: FileTime, other: FileTime) -> Bool {
    (one.seconds, one.nanoseconds) < (other.seconds, other.nanoseconds)
  }
}
