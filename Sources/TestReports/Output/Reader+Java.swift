extension Reader {
  static let javaReaders = [
    Reader(runner: .maven, read: maven),
    Reader(runner: .gradle, read: gradle, finish: finishGradle),
    Reader(runner: .junitConsole, read: junitConsole),
  ]

  /// `[ERROR] Tests run: 5, Failures: 1, Errors: 0, Skipped: 1`, once a module; the lines of single classes, which also
  /// tell a time, are in it. JUnit 4's own runner says the same without a level.
  @Sendable private static func maven(_ line: Line, _ draft: inout Draft) -> Reading {
    var rest = line.cursor
    if rest.skip("[") {
      guard rest.skip("INFO] ") || rest.skip("ERROR] ") || rest.skip("WARNING] ") else {
        return .none
      }
    }
    guard rest.rest.starts(with: "Tests run:".utf8) else { return .none }
    if rest.contains("Time elapsed:") { return .part }
    let fields = rest.fields()
    guard fields.count >= 2, draft.take(fields) else { return .none }
    return .closed
  }

  /// `5 tests completed, 1 failed, 2 skipped`, which Gradle says only of failures; else, where the build asks for them,
  /// lines like `ListTests > adds() PASSED`.
  @Sendable private static func gradle(_ line: Line, _ draft: inout Draft) -> Reading {
    if let first = line.text.first, isDigit(first), line.contains(" completed, ") {
      var rest = line.cursor
      guard let total = rest.number(),
        rest.skip(" tests completed,") || rest.skip(" test completed,")
      else { return .none }
      draft.total = total
      return draft.take(rest.counts()) ? .closed : .none
    }
    guard line.indent == 0 || line.indent == 4, line.contains(" > ") else { return .none }
    if line.ends(" PASSED") {
      draft.other.passed += 1
    } else if line.ends(" FAILED") {
      draft.other.failed += 1
    } else if line.ends(" SKIPPED") {
      draft.other.skipped = (draft.other.skipped ?? 0) + 1
    } else {
      return .none
    }
    return .part
  }

  /// Failed tests are always named, passed ones only where the build asks; so a name counts only if one has passed.
  @Sendable private static func finishGradle(_ draft: inout Draft) {
    if draft.sum == nil, draft.other.passed > 0 { draft.add(draft.other) }
  }

  /// `[         4 tests successful      ]`, and the same with skipped, aborted and, last, failed.
  @Sendable private static func junitConsole(_ line: Line, _ draft: inout Draft) -> Reading {
    guard var rest = line.after("["), line.ends("]") else { return .none }
    rest.skipBlanks()
    guard let count = rest.number(), rest.skip(" tests ") || rest.skip(" test ") else {
      return .none
    }
    switch rest.word() {
    case "successful": draft.passed = count
    case "skipped", "aborted": draft.skipped = (draft.skipped ?? 0) + count
    case "failed":
      draft.failed = count
      return .closed
    default: return .none
    }
    return .part
  }
}
