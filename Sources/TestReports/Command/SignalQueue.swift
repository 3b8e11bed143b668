import CPlatform
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Holds back the signals that would end this process, for as long as the value lives, and hands them out one by one.
///
/// Ctrl-C ends the command and not us, because the end of the command is what we are here to record. A descriptor
/// and not a handler: a handler would need global state. Signals that were not taken are dropped at the end.
struct SignalQueue: ~Copyable {
  /// Readable when a signal waits.
  let descriptor: Int32
  /// The mask from before, which the command gets.
  let mask: sigset_t
  private let childAction: sigaction

  init() throws(CommandError) {
    let signals = [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGWINCH, SIGPIPE]
    let queue = codex_signals_open(signals, Int32(signals.count))
    guard queue >= 0 else { throw .system("cannot watch signals", Errno(rawValue: errno)) }
    var set = sigset_t()
    var before = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, &before)
    // Where SIGCHLD is ignored, as some containers leave it, the kernel throws exit codes away.
    var standard = sigaction()
    var action = sigaction()
    sigaction(SIGCHLD, &standard, &action)
    descriptor = queue
    mask = before
    childAction = action
  }

  /// The next waiting signal, and whether a key on the terminal made it.
  func next() -> (signal: Int32, fromTerminal: Bool)? {
    var fromTerminal: Int32 = 0
    let signal = codex_signals_next(descriptor, &fromTerminal)
    return signal == 0 ? nil : (signal, fromTerminal != 0)
  }

  deinit {
    while next() != nil {}
    close(descriptor)
    var action = childAction
    sigaction(SIGCHLD, &action, nil)
    var before = mask
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
