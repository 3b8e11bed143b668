import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Passes one of the command's outputs on, byte for byte, as it comes.
///
/// Where ours is a terminal the command writes to a terminal of its own, so that it keeps colours and progress bars;
/// otherwise to a pipe. Only one piece is in flight: a slow reader slows the command, as it would without us.
final class Relay {
  /// Where the command's bytes arrive; -1 once closed.
  private(set) var source: Int32
  let channel: OutputChannel
  /// Where they go.
  let sink: Int32
  /// The end that the command gets; closed in this process once it runs.
  private(set) var given: Int32
  /// Why bytes were dropped, other than that their reader had gone.
  private(set) var lost: Errno?

  private let isTerminal: Bool
  private var buffer = [UInt8](repeating: 0, count: 65536)
  private var pending = 0..<0
  private var owed = 0
  private var size = winsize()

  /// Opens the way to `sink`; nil when the system gives no pipe, or when ours is closed.
  init?(_ channel: OutputChannel, to sink: Int32) {
    guard fcntl(sink, F_GETFD) >= 0 else { return nil }
    let isTerminal = isatty(sink) == 1
    guard let ends = isTerminal ? Self.terminal(like: sink) : Self.pipe() else { return nil }
    (source, given) = ends
    self.channel = channel
    self.sink = sink
    self.isTerminal = isTerminal
    _ = ioctl(sink, UInt(TIOCGWINSZ), &size)
  }

  deinit {
    closeGiven()
    closeSource()
  }

  var isOpen: Bool { source >= 0 }
  var isIdle: Bool { pending.isEmpty }

  func closeGiven() {
    if given >= 0 { close(given) }
    given = -1
  }

  /// Closes the command's way, so that it learns of a reader that has gone as it would without us: by SIGPIPE.
  func closeSource() {
    if source >= 0 { close(source) }
    source = -1
    pending = 0..<0
  }

  /// Takes what has arrived.
  func read(observing: (OutputChannel, UnsafeRawBufferPointer) -> Void) {
    let count = buffer.withUnsafeMutableBytes { bytes in
      let count = system_read(source, bytes.baseAddress!, bytes.count)
      if count > 0 { observing(channel, UnsafeRawBufferPointer(rebasing: bytes[..<count])) }
      return count
    }
    if count > 0 {
      pending = 0..<count
      owed -= count
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      // A terminal whose last writer has gone answers EIO.
      closeSource()
    }
  }

  /// Writes one piece, which the sink has said it has room for.
  func write() {
    // A pipe that is ready has room for 4,096 bytes; more could block, and then no signal would be passed on.
    let end = min(pending.upperBound, pending.lowerBound + 4096)
    let count = buffer.withUnsafeBytes { bytes in
      system_write(sink, bytes.baseAddress! + pending.lowerBound, end - pending.lowerBound)
    }
    if count >= 0 {
      pending = (pending.lowerBound + count)..<pending.upperBound
    } else if errno == EPIPE || errno == EIO {
      closeSource()
    } else if errno != EINTR && errno != EAGAIN {
      lost = Errno(rawValue: errno)
      pending = 0..<0
    }
  }

  /// Notes how much the ended command has left in the pipe: that much is passed on, however long it takes.
  func noteEnd() {
    var count: Int32 = 0
    if isOpen, ioctl(source, UInt(FIONREAD), &count) == 0 { owed = Int(count) }
  }

  /// Whether nothing of the command's own is on its way any more.
  func isDrained(isReadable: Bool) -> Bool {
    !isOpen || (isIdle && (owed <= 0 || !isReadable))
  }

  /// Gives the command's terminal the size that ours has now; true when it has changed.
  func passSizeOn() -> Bool {
    var now = winsize()
    guard isTerminal, isOpen, ioctl(sink, UInt(TIOCGWINSZ), &now) == 0,
      (now.ws_row, now.ws_col) != (size.ws_row, size.ws_col)
    else { return false }
    size = now
    return ioctl(source, UInt(TIOCSWINSZ), &now) == 0
  }

  private static func pipe() -> (Int32, Int32)? {
    var ends: [Int32] = [-1, -1]
    guard system_pipe(&ends) == 0 else { return nil }
    return moved(ends[0], ends[1])
  }

  /// A terminal that looks like ours and changes no byte: ours still does the line ends.
  ///
  /// It is nobody's controlling terminal: keys, job control and input stay with the real one.
  private static func terminal(like sink: Int32) -> (Int32, Int32)? {
    var settings = termios()
    var size = winsize()
    guard tcgetattr(sink, &settings) == 0 else { return nil }
    settings.c_oflag &= ~tcflag_t(OPOST)
    settings.c_lflag &= ~tcflag_t(ECHO)
    let hasSize = ioctl(sink, UInt(TIOCGWINSZ), &size) == 0
    var (ours, given): (Int32, Int32) = (-1, -1)
    guard openpty(&ours, &given, nil, &settings, nil) == 0 else { return nil }
    if hasSize { _ = ioctl(ours, UInt(TIOCSWINSZ), &size) }
    return moved(ours, given)
  }

  /// Moves both ends above the standard descriptors, which may be free, and keeps them from the command.
  private static func moved(_ one: Int32, _ other: Int32) -> (Int32, Int32)? {
    let ends = (fcntl(one, F_DUPFD_CLOEXEC, 3), fcntl(other, F_DUPFD_CLOEXEC, 3))
    close(one)
    close(other)
    if ends.0 >= 0 && ends.1 >= 0 { return ends }
    if ends.0 >= 0 { close(ends.0) }
    if ends.1 >= 0 { close(ends.1) }
    return nil
  }
}

// The C functions, out of the methods' shadow.
private func system_read(_ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, bytes, count)
}
private func system_write(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, bytes, count)
}
private func system_pipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
