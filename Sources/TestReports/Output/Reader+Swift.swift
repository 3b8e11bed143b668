extension Reader {
  static let swiftReaders = [
    Reader(runner: .swiftTest, read: swiftTest, finish: finishSwiftTest)
  ]

  /// XCTest and Swift Testing, which one `swift test` runs one after the other; their numbers add up.
  ///
  /// XCTest counts failed assertions, Swift Testing issues, and neither its failed tests, so the lines of single
  /// tests are counted: `note` for XCTest, `other` for Swift Testing. With `--parallel` XCTest says only
  /// `[3/3] Testing Module.Class/test` and what failed; its skipped tests then look like passed ones.
  @Sendable private static func swiftTest(_ line: Line, _ draft: inout Draft) -> Reading {
    if let rest = line.after("Test Case '") {
      guard rest.contains("' failed (") else { return .none }
      draft.note += 1
      return .part
    }
    if line.starts("Test Suite '") {
      draft.flag =
        line.starts("Test Suite 'All tests'") || line.starts("Test Suite 'Selected tests'")
      return .part
    }
    if let rest = line.after("Executed ") {
      guard draft.flag else { return .part }
      return executed(rest, &draft)
    }
    if var rest = line.after("[") {
      guard rest.number() != nil, rest.skip("/"), let total = rest.number(),
        rest.skip("] Testing ")
      else { return .none }
      draft.other.passed = total
      return .part
    }
    return swiftTesting(line, &draft)
  }

  /// `Executed 3 tests, with 1 test skipped and 2 failures (0 unexpected) in 0.002 (0.002) seconds`
  private static func executed(_ rest: Cursor, _ draft: inout Draft) -> Reading {
    var rest = rest
    draft.flag = false
    // In parallel, each failed test has an Executed line of its own; `finish` counts the whole.
    guard draft.other.passed == 0, let total = rest.number() else { return .part }
    draft.total = total
    if rest.skip(through: ", with "), let count = rest.number(), rest.contains("skipped") {
      draft.skipped = count
    }
    if rest.skip(through: ") in ") { draft.seconds = rest.decimal() }
    draft.failed = min(draft.note, total)
    draft.note = 0
    // Both libraries run in every `swift test`; one with nothing to run says so, and that is no summary.
    if total == 0 { draft.skipped = nil }
    return .closed
  }

  /// `✘ Test run with 4 tests in 1 suite failed after 0.003 seconds with 3 issues.`
  private static func swiftTesting(_ line: Line, _ draft: inout Draft) -> Reading {
    // The line begins with a symbol, which is another one on each system.
    var rest = line.cursor
    rest.take { $0 != 0x20 }
    rest.skipBlanks()
    guard rest.skip("Test ") else { return .none }
    guard rest.skip("run with ") else {
      if rest.contains(" skipped") {
        guard line.ends(" skipped.") || rest.contains(" skipped: \"") else { return .none }
        draft.other.skipped = (draft.other.skipped ?? 0) + 1
        return .part
      }
      guard rest.contains(" failed after ") else { return .none }
      draft.other.failed += 1
      return .part
    }
    guard let total = rest.number(), rest.skip(through: " after ") else { return .none }
    draft.total = total
    draft.seconds = rest.decimal()
    draft.skipped = draft.other.skipped
    draft.failed = min(draft.other.failed, total)
    (draft.other.failed, draft.other.skipped) = (0, nil)
    return .closed
  }

  @Sendable private static func finishSwiftTest(_ draft: inout Draft) {
    guard draft.other.passed > 0 else { return }
    draft.add(Tally(passed: max(0, draft.other.passed - draft.note), failed: draft.note))
  }
}

extension Cursor {
  func contains(_ needle: String) -> Bool {
    var copy = self
    return copy.skip(through: needle)
  }
}
