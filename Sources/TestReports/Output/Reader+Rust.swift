extension Reader {
  static let rustReaders = [
    Reader(runner: .cargo, read: cargo),
    Reader(runner: .nextest, read: nextest),
  ]

  /// `test result: ok. 4 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s`, once a binary.
  @Sendable private static func cargo(_ line: Line, _ draft: inout Draft) -> Reading {
    guard var rest = line.after("test result: "), rest.skip("ok. ") || rest.skip("FAILED. ") else {
      return .none
    }
    guard draft.take(rest.counts()) else { return .none }
    if rest.skip(through: "finished in ") { draft.seconds = rest.duration() }
    return .closed
  }

  /// `Summary [   0.010s] 5 tests run: 4 passed (1 slow), 1 failed, 2 skipped`; its total leaves out the skipped.
  @Sendable private static func nextest(_ line: Line, _ draft: inout Draft) -> Reading {
    guard var rest = line.after("Summary [") else { return .none }
    rest.skipBlanks()
    let seconds = rest.duration()
    guard rest.skip(through: "] "), rest.number() != nil else { return .none }
    if rest.skip("/") { _ = rest.number() }
    guard rest.skip(" tests run: ") || rest.skip(" test run: "), draft.take(rest.counts()) else {
      return .none
    }
    draft.seconds = seconds
    return .closed
  }
}
