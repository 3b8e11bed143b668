extension Reader {
  /// Runners of Ruby and of those that took over its words.
  static let rubyReaders = [
    Reader(runner: .rspec, read: rspec),
    Reader(runner: .minitest, read: minitest),
    Reader(runner: .exUnit, read: exUnit),
  ]

  /// `5 examples, 1 failure, 2 pending, 1 error occurred outside of examples`
  @Sendable private static func rspec(_ line: Line, _ draft: inout Draft) -> Reading {
    var rest = line.cursor
    let counts = rest.counts()
    guard let first = counts.first, first.label.hasPrefix("example"), counts.count >= 2,
      draft.take(counts)
    else { return .none }
    let outside = counts.filter { $0.label.contains("outside") }.reduce(0) { $0 + $1.count }
    draft.passed = max(0, first.count - (draft.failed ?? 0) - (draft.skipped ?? 0))
    draft.failed = (draft.failed ?? 0) + outside
    return .closed
  }

  /// `5 runs, 9 assertions, 1 failures, 0 errors, 1 skips`; test-unit says tests, pendings and omissions.
  @Sendable private static func minitest(_ line: Line, _ draft: inout Draft) -> Reading {
    var rest = line.cursor
    let counts = rest.counts()
    guard counts.count >= 4, counts[1].label.hasPrefix("assertion"),
      ["runs", "run", "tests", "test"].contains(counts[0].label), draft.take(counts)
    else { return .none }
    return .closed
  }

  /// `2 doctests, 5 tests, 1 failure, 1 skipped (2 excluded)`; bats' pretty form is the same.
  @Sendable private static func exUnit(_ line: Line, _ draft: inout Draft) -> Reading {
    var rest = line.cursor
    let counts = rest.counts()
    guard counts.count >= 2, rest.isAtEnd,
      let failures = counts.firstIndex(where: { $0.label == "failure" || $0.label == "failures" }),
      failures > 0,
      counts[..<failures].allSatisfy({
        ["test", "tests", "doctest", "doctests", "property", "properties", "feature", "features"]
          .contains($0.label)
      }), draft.take(counts)
    else { return .none }
    return .closed
  }
}
