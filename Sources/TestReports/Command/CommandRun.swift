import CPlatform
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which of a command's two outputs a piece came from; both are `output` where they are one file.
public enum OutputChannel: Sendable, Equatable {
  /// Standard output.
  case output
  /// Standard error.
  case errors
}

/// Runs a command as if we were not there, and reads a copy of what it writes.
///
/// Input, environment, folder, process group and controlling terminal are the caller's own. What the command writes
/// arrives unchanged and at once; two outputs that are one file stay one, so that their order is kept.
public enum CommandRun {
  /// How long the outputs are still read after the command's end, when something in the background holds them open.
  ///
  /// What the command itself has written is passed on in any case. A background process that writes later finds its
  /// pipe closed.
  static let grace = Duration.milliseconds(250)

  /// Runs a command to its end.
  ///
  /// Signals that are sent to us meanwhile reach the command and do not end us; keys on the terminal reach it by
  /// themselves.
  ///
  /// - Parameters:
  ///   - arguments: The program, by path or to be found on PATH, and its arguments.
  ///   - observing: Is given every piece of standard output and standard error, as it arrives.
  /// - Throws: `CommandError` when the command could not be started.
  public static func run(
    _ arguments: [String], observing: (OutputChannel, UnsafeRawBufferPointer) -> Void
  ) throws(CommandError) -> CommandOutcome {
    try run(arguments, input: 0, output: 1, errors: 2, observing: observing)
  }

  /// The same with other descriptors in the place of our own three.
  static func run(
    _ arguments: [String], input: Int32, output: Int32, errors: Int32,
    observing: (OutputChannel, UnsafeRawBufferPointer) -> Void
  ) throws(CommandError) -> CommandOutcome {
    guard !arguments.isEmpty else { throw .empty }
    let signals = try SignalQueue()
    var replaced: [(child: Int32, ours: Int32)] = []
    if input != 0 { replaced.append((0, input)) }
    var relays: [Relay] = []
    if let relay = Relay(.output, to: output) {
      relays.append(relay)
      replaced.append((1, relay.given))
    } else if output != 1 {
      replaced.append((1, output))
    }
    if let first = relays.first, areSame(output, errors) {
      replaced.append((2, first.given))
    } else if let relay = Relay(.errors, to: errors) {
      relays.append(relay)
      replaced.append((2, relay.given))
    } else if errors != 2 {
      replaced.append((2, errors))
    }

    let started = FileTime.now
    let begin = monotonic()
    let child = try Child.start(arguments, replacing: replaced, mask: signals.mask)
    for relay in relays { relay.closeGiven() }
    let ending = codex_child_open(child.id)
    defer { if ending >= 0 { close(ending) } }

    var status: CommandStatus?
    var end = begin
    var readable: [Bool] = relays.map { _ in false }
    while true {
      if status == nil, let found = child.collect() {
        status = found
        end = monotonic()
        for relay in relays { relay.noteEnd() }
      }
      var timeout: Int32 = ending >= 0 ? -1 : 20
      if let status {
        let left = grace - (monotonic() - end)
        let isOver = left <= .zero
        let isDone = zip(relays, readable).allSatisfy { relay, isReadable in
          isOver ? relay.isDrained(isReadable: isReadable) : !relay.isOpen
        }
        if isDone {
          return CommandOutcome(
            status: status, duration: end - begin, started: started,
            lostOutput: relays.compactMap(\.lost).first)
        }
        timeout = isOver ? (relays.allSatisfy(\.isIdle) ? 0 : -1) : milliseconds(left)
      }
      readable = wait(
        for: relays, signals.descriptor, status == nil ? ending : -1, timeout, observing)
      while let (signal, fromTerminal) = signals.next() {
        pass(signal, fromTerminal, to: status == nil ? child : nil, relays)
      }
    }
  }

  /// Waits until there is something to do, and moves what can be moved; tells which relays had something to read.
  private static func wait(
    for relays: [Relay], _ signals: Int32, _ ending: Int32, _ timeout: Int32,
    _ observing: (OutputChannel, UnsafeRawBufferPointer) -> Void
  ) -> [Bool] {
    var files = [
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ending, events: Int16(POLLIN), revents: 0),
    ]
    for relay in relays {
      let wantsRoom = relay.isOpen && !relay.isIdle
      files.append(
        pollfd(fd: wantsRoom ? -1 : relay.source, events: Int16(POLLIN), revents: 0))
      files.append(
        pollfd(
          fd: relay.isOpen ? relay.sink : -1, events: wantsRoom ? Int16(POLLOUT) : 0, revents: 0))
    }
    guard poll(&files, nfds_t(files.count), timeout) > 0 else { return relays.map { _ in false } }
    return relays.enumerated().map { index, relay in
      let (source, sink) = (files[2 + 2 * index], files[3 + 2 * index])
      if !relay.isIdle {
        if sink.revents != 0 { relay.write() }
        return true
      }
      if sink.revents & Int16(POLLERR) != 0 {
        relay.closeSource()
        return false
      }
      guard source.revents != 0 else { return false }
      relay.read(observing: observing)
      return true
    }
  }

  private static func pass(
    _ signal: Int32, _ fromTerminal: Bool, to child: Child?, _ relays: [Relay]
  ) {
    switch signal {
    case SIGPIPE: return
    case SIGWINCH:
      // The command has had the terminal's own SIGWINCH already, perhaps before its terminal had the new size.
      guard relays.filter({ $0.passSizeOn() }).isEmpty == false else { return }
    case SIGINT, SIGQUIT:
      // The terminal sends these to the whole foreground group, the command among it.
      if fromTerminal { return }
    default: break
    }
    if let child { kill(child.id, signal) }
  }

  /// Whether two descriptors lead to one file, pipe or terminal.
  private static func areSame(_ one: Int32, _ other: Int32) -> Bool {
    var (first, second) = (stat(), stat())
    guard fstat(one, &first) == 0, fstat(other, &second) == 0 else { return false }
    return (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)
  }

  private static func monotonic() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }

  private static func milliseconds(_ time: Duration) -> Int32 {
    let parts = time.components
    return Int32(parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000) + 1
  }
}
