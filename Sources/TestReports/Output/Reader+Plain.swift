extension Reader {
  /// Forms that belong to no runner alone, from the surest to the least sure.
  static let plainReaders = [
    Reader(runner: .tap, isFallback: true, read: tap, finish: finishTap),
    Reader(runner: .playwright, isFallback: true, read: playwright),
    Reader(runner: .plain, isFallback: true, read: plain),
  ]

  /// `ok 1 - adds`, `not ok 2 - removes # TODO later`, `ok 3 # SKIP no network`; a plan `1..3` makes it TAP.
  @Sendable private static func tap(_ line: Line, _ draft: inout Draft) -> Reading {
    guard line.indent == 0 else { return .none }
    if var rest = line.after("1..") {
      guard let count = rest.number(), rest.isAtEnd || rest.first == 0x20 else { return .none }
      draft.total = (draft.total ?? 0) + count
      return .part
    }
    var rest = line.cursor
    let hasFailed = rest.skip("not ")
    guard rest.skip("ok"), rest.isAtEnd || rest.first == 0x20 else { return .none }
    rest.skipBlanks()
    guard rest.isAtEnd || rest.number() != nil || rest.first == UInt8(ascii: "-") else {
      return .none
    }
    var directive = rest
    let hasDirective = directive.skip(through: "# ")
    switch hasDirective ? directive.word() : "" {
    case "skip": draft.skipped = (draft.skipped ?? 0) + 1
    case "todo": draft.passed = (draft.passed ?? 0) + 1
    default:
      if hasFailed {
        draft.failed = (draft.failed ?? 0) + 1
      } else {
        draft.passed = (draft.passed ?? 0) + 1
      }
    }
    return .part
  }

  @Sendable private static func finishTap(_ draft: inout Draft) {
    guard draft.total != nil else { return }
    draft.passed = draft.passed ?? 0
    draft.close()
  }

  /// Lines of their own: `  1 failed`, `  1 flaky`, `  2 skipped`, and, last, `  5 passed (3.2s)`.
  @Sendable private static func playwright(_ line: Line, _ draft: inout Draft) -> Reading {
    var rest = line.cursor
    guard line.indent == 2, let count = rest.number(), rest.skip(" ") else { return .none }
    if rest.skip("passed (") {
      (draft.passed, draft.seconds) = ((draft.passed ?? 0) + count, rest.duration())
      return .closed
    }
    let word = rest.word()
    guard rest.isAtEnd, ["failed", "flaky", "skipped", "interrupted"].contains(word) else {
      return .none
    }
    return draft.take([(count, word == "interrupted" ? "failed" : word)]) ? .part : .none
  }

  /// `5 passed, 1 failed, 2 skipped`, or `Tests: 5 passed`, or `passed: 5, failed: 1`; a time may follow.
  @Sendable private static func plain(_ line: Line, _ draft: inout Draft) -> Reading {
    var rest = line.cursor
    let isNamed =
      rest.skip("Tests:") || rest.skip("Results:") || rest.skip("Result:")
      || rest.skip("Summary:") || rest.skip("Total:")
    var found = rest.counts()
    if found.isEmpty { found = rest.fields() }
    let labels = found.map(\.label)
    guard labels.contains("passed") && (isNamed || labels.contains("failed")) else { return .none }
    rest.skipBlanks()
    _ = rest.skip(".")
    if rest.skip("in ") { draft.seconds = rest.duration() }
    guard rest.isAtEnd, draft.take(found) else { return .none }
    return .closed
  }
}
