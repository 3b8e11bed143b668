/// Reads a command's output as it comes, and knows at the end what the test runners in it said.
///
/// Line by line, so that a bounded amount is kept however much is written: one unfinished line of each output (at most
/// 4,096 bytes) and each runner's running numbers. Escape sequences are left out; of a line that was drawn over with
/// carriage returns, the last drawing counts.
public struct TestOutput: Sendable {
  private var output = LineSplitter()
  private var errors = LineSplitter()
  private var drafts = [Draft](repeating: Draft(), count: Reader.all.count)

  /// Starts with nothing read.
  public init() {}

  /// Takes the next piece of an output, cut anywhere.
  public mutating func append(
    _ bytes: UnsafeRawBufferPointer, from channel: OutputChannel = .output
  ) {
    switch channel {
    case .output: output.append(bytes) { line in Self.read(line, &drafts) }
    case .errors: errors.append(bytes) { line in Self.read(line, &drafts) }
    }
  }

  /// Takes a whole text, such as one that an agent was given.
  public mutating func append(_ text: String, from channel: OutputChannel = .output) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0), from: channel) }
  }

  /// What the closing lines say so far; nil when there were none.
  ///
  /// The numbers of the runner that was asked for count alone; a test may well print another's. Where it is not known,
  /// all runners that closed add up (`make test` can start several), and a form that belongs to nobody (plain TAP,
  /// `5 passed, 1 failed`) counts only when no runner was recognised.
  ///
  /// - Parameter runner: What the command line started, if that is known.
  public func closing(of runner: Runner? = nil) -> ClosingCount? {
    var copy = self
    copy.output.finish { line in Self.read(line, &copy.drafts) }
    copy.errors.finish { line in Self.read(line, &copy.drafts) }
    var found: [(reader: Reader, tally: Tally)] = []
    for (index, reader) in Reader.all.enumerated() {
      reader.finish(&copy.drafts[index])
      if let sum = copy.drafts[index].sum { found.append((reader, sum)) }
    }
    for form in runner?.forms ?? [] {
      let own = found.filter { $0.reader.runner == form }
      if !own.isEmpty { return ClosingCount(runner: form, tally: Self.sum(own.map(\.tally))) }
    }
    let named = found.filter { !$0.reader.isFallback }
    // An empty run beside others (Swift Testing's "0 tests") must not give the whole its name.
    if let first = named.max(by: { $0.tally.count < $1.tally.count }) {
      return ClosingCount(runner: first.reader.runner, tally: Self.sum(named.map(\.tally)))
    }
    return found.first.map { ClosingCount(runner: $0.reader.runner, tally: $0.tally) }
  }

  private static func sum(_ tallies: [Tally]) -> Tally {
    tallies.dropFirst().reduce(tallies[0], +)
  }

  private static func read(_ bytes: ArraySlice<UInt8>, _ drafts: inout [Draft]) {
    let line = Line(bytes)
    if line.isEmpty { return }
    for (index, reader) in Reader.all.enumerated() {
      switch reader.read(line, &drafts[index]) {
      case .none: continue
      case .part: return
      case .closed:
        drafts[index].close()
        return
      }
    }
  }
}

/// What the closing lines of an output say.
public struct ClosingCount: Sendable, Equatable {
  /// Whose lines they were; of several, the one with the most tests.
  public let runner: Runner
  /// Their numbers.
  public let tally: Tally
}
