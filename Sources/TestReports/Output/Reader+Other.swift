extension Reader {
  static let otherReaders = [
    Reader(runner: .ctest, read: ctest),
    Reader(runner: .prove, read: prove, finish: { _ in }),
    Reader(runner: .automake, read: automake),
    Reader(runner: .phpunit, read: phpunit),
    Reader(runner: .dotnet, read: dotnet),
    Reader(runner: .googleTest, read: googleTest),
  ]

  /// `80% tests passed, 1 tests failed out of 5`; skipped tests, which it counts as passed, are marked in the list.
  @Sendable private static func ctest(_ line: Line, _ draft: inout Draft) -> Reading {
    if line.contains("***Skipped") {
      draft.note += 1
      return .part
    }
    if line.starts("No tests were found!!!") {
      draft.total = 0
      return .closed
    }
    var rest = line.cursor
    guard rest.number() != nil, rest.skip("% tests passed, "), let failed = rest.number(),
      rest.skip(through: " failed out of "), let total = rest.number()
    else { return .none }
    (draft.total, draft.failed) = (total, failed)
    if draft.note > 0 { draft.skipped = draft.note }
    draft.note = 0
    return .closed
  }

  /// `t/a.t (Wstat: 512 (exited 2) Tests: 5 Failed: 2)` for each program with a failure, `Files=2, Tests=10, …`, and
  /// `Result: FAIL`. A program that broke off without a failed test shows in the exit code only.
  @Sendable private static func prove(_ line: Line, _ draft: inout Draft) -> Reading {
    var rest = line.cursor
    if line.ends(")"), rest.skip(through: " (Wstat: ") {
      guard rest.skip(through: " Failed: "), let failed = rest.number() else { return .none }
      draft.failed = (draft.failed ?? 0) + failed
      return .part
    }
    if var rest = line.after("Files=") {
      guard rest.number() != nil, rest.skip(", Tests="), let total = rest.number() else {
        return .none
      }
      draft.total = total
      rest.take { !isDigit($0) }
      draft.seconds = rest.decimal()
      return .part
    }
    return line.starts("Result: ") && draft.total != nil ? .closed : .none
  }

  /// `# TOTAL: 5`, `# PASS:  4`, then SKIP, XFAIL, FAIL, XPASS and, last, ERROR.
  @Sendable private static func automake(_ line: Line, _ draft: inout Draft) -> Reading {
    guard var rest = line.after("# ") else { return .none }
    let word = rest.word()
    guard rest.skip(":") else { return .none }
    rest.skipBlanks()
    guard let count = rest.number(), rest.isAtEnd else { return .none }
    if word == "total" {
      draft.total = count
      return .part
    }
    guard draft.total != nil else { return .none }
    switch word {
    case "pass", "xfail": draft.passed = (draft.passed ?? 0) + count
    case "fail", "xpass", "error": draft.failed = (draft.failed ?? 0) + count
    case "skip": draft.skipped = count
    default: return .none
    }
    return word == "error" ? .closed : .part
  }

  /// `OK (5 tests, 10 assertions)`, or `Tests: 5, Assertions: 10, Failures: 1, Skipped: 1.`
  @Sendable private static func phpunit(_ line: Line, _ draft: inout Draft) -> Reading {
    if var rest = line.after("OK (") {
      let counts = rest.counts()
      guard counts.first?.label.hasPrefix("test") == true else { return .none }
      return draft.take(counts) ? .closed : .none
    }
    guard line.starts("Tests: ") else { return .none }
    var rest = line.cursor
    let fields = rest.fields()
    guard fields.count >= 2, fields[1].label == "assertions", draft.take(fields) else {
      return .none
    }
    return .closed
  }

  /// `Failed!  - Failed: 1, Passed: 4, Skipped: 0, Total: 5, Duration: 10 ms - A.dll`, once a project;
  /// `Test summary: total: 5, failed: 1, succeeded: 4, skipped: 0, duration: 1.2s`;
  /// or a block from `Total tests: 5` to `Total time: 1.2 Seconds`.
  @Sendable private static func dotnet(_ line: Line, _ draft: inout Draft) -> Reading {
    if var rest = line.after("Passed!  - ") ?? line.after("Failed!  - ")
      ?? line.after("Skipped! - ")
    {
      return draft.take(rest.fields()) ? .closed : .none
    }
    if var rest = line.after("Test summary: ") {
      guard draft.take(rest.fields()) else { return .none }
      if rest.skip(through: "duration: ") { draft.seconds = rest.duration() }
      return .closed
    }
    if var rest = line.after("Total tests: ") {
      draft.total = rest.number()
      return .part
    }
    guard draft.total != nil else { return .none }
    if var rest = line.after("Total time: ") {
      draft.seconds = rest.duration()
      return .closed
    }
    var rest = line.cursor
    let fields = rest.fields()
    return fields.count == 1 && rest.isAtEnd && draft.take(fields) ? .part : .none
  }

  /// `[==========] 6 tests from 2 test suites ran. (3 ms total)`, `[  PASSED  ] 4 tests.`, `[  SKIPPED ] 1 test, …`,
  /// `[  FAILED  ] 1 test, listed below:`
  @Sendable private static func googleTest(_ line: Line, _ draft: inout Draft) -> Reading {
    guard line.starts("[  ") || line.starts("[==") else { return .none }
    if var rest = line.after("[==========] ") {
      guard let total = rest.number(), rest.skip(through: " ran.") else { return .none }
      if draft.passed != nil { draft.close() }
      draft.total = total
      if rest.skip(" (") { draft.seconds = rest.duration() }
      return .part
    }
    guard draft.total != nil, var rest = line.after("[  "),
      rest.skip("PASSED  ] ") || rest.skip("SKIPPED ] ") || rest.skip("FAILED  ] "),
      let count = rest.number(), rest.skip(" test")
    else { return .none }
    switch line.text[line.text.startIndex + 3] {
    case UInt8(ascii: "P"): draft.passed = count
    case UInt8(ascii: "S"): draft.skipped = count
    default: draft.failed = count
    }
    return .part
  }
}
