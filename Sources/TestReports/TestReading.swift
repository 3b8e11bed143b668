/// What a finished test command's report was read from.
public enum TestSource: Sendable, Equatable {
  /// JUnit files that the run wrote.
  case junit
  /// The closing lines of this runner.
  case closingLines(Runner)
  /// The exit code alone: the command counts as one test.
  case exitCode
}

/// A report and where it was read.
public struct TestReading: Sendable, Equatable {
  /// The report.
  public let report: TestReport
  /// Where its numbers come from.
  public let source: TestSource

  /// Chooses among what is known of a run.
  ///
  /// JUnit files that this run wrote come first: they name every test, where closing lines are made for people and can
  /// be another program's. Then the closing lines, then the exit code, by which the command is one test that passed or
  /// failed. Two exceptions:
  ///
  /// - The closing lines of `swift test` come first when they tell of more tests. Without `--parallel` only Swift
  ///   Testing writes XML.
  /// - XCTest's XML leaves out skipped tests: when the XML has none, the closing lines' number is taken.
  ///
  /// - Parameters:
  ///   - junit: The sum of the run's JUnit files, if there are any (`ReportFiles`).
  ///   - closing: What the closing lines said, if there were any (`TestOutput`).
  ///   - status: How the command ended.
  public init(junit: Tally?, closing: ClosingCount?, status: CommandStatus) {
    if var junit, !Self.isPartial(junit, beside: closing) {
      if junit.skipped == nil || junit.skipped == 0 {
        // Only as many as leave the number of tests as the XML has it can have been left out.
        let told = closing?.tally.skipped ?? 0
        if closing?.tally.count == junit.count || closing?.runner == .swiftTest {
          junit.skipped = told
        }
      }
      junit.seconds = closing?.tally.seconds
      self.init(TestReport(junit, status: status), .junit)
    } else if let closing {
      self.init(TestReport(closing.tally, status: status), .closingLines(closing.runner))
    } else {
      let tally = status.isSuccess ? Tally(passed: 1) : Tally(failed: 1)
      self.init(TestReport(tally, status: status), .exitCode)
    }
  }

  private init(_ report: TestReport, _ source: TestSource) {
    self.report = report
    self.source = source
  }

  private static func isPartial(_ junit: Tally, beside closing: ClosingCount?) -> Bool {
    guard let closing else { return false }
    let tests = junit.count + (junit.skipped ?? 0)
    if tests == 0 { return closing.tally.count > 0 }
    return closing.runner == .swiftTest && closing.tally.count > junit.count
  }
}
