#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Signals that a person or a system sends to end a process.
enum Signals {
  private static let ending = [SIGINT, SIGTERM, SIGHUP]

  /// Whether one has come that is held: what only waits should give up then.
  static var areHeld: Bool {
    var pending = sigset_t()
    return sigpending(&pending) == 0 && ending.contains { sigismember(&pending, $0) == 1 }
  }

  /// Runs a piece of work that must not be cut in two by Ctrl-C or a hang-up; such a signal takes effect right after it.
  static func held<Result: ~Copyable, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var ending = sigset_t()
    var before = sigset_t()
    sigemptyset(&ending)
    for signal in Self.ending { sigaddset(&ending, signal) }
    pthread_sigmask(SIG_BLOCK, &ending, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }
}
