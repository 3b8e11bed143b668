/// What came of a test run, in the journal's three words.
public enum TestResult: String, Sendable, Equatable {
  /// All that ran passed, and the command ended well.
  case pass
  /// Nothing passed, or the run itself broke.
  case fail
  /// Some passed and some failed.
  case mixed
}

/// The numbers of one test run.
public struct TestReport: Sendable, Equatable {
  /// Passed, failed, or some of each.
  public let result: TestResult
  /// Tests that ran: passed and failed, not those skipped.
  public let count: Int
  /// Tests that passed; one that failed as it was expected to has passed.
  public let passed: Int
  /// Tests that failed or broke.
  public let failed: Int
  /// Tests that were found and not run; nil where the source does not tell.
  public let skipped: Int?
  /// Seconds, as the runner told them; nil where it did not.
  public let durationSeconds: Double?

  /// Judges the numbers of a run by how its command ended.
  ///
  /// - Numbers with a failure count more than exit code 0: `pytest || true` has failures all the same.
  /// - No failure but another exit code is a fail, whatever passed: the run broke off (a crash, a build error in another
  ///   package, a coverage threshold), and nobody knows what else would have failed.
  /// - A run that a signal ended broke off as well.
  /// - No failure, nothing run and exit code 0 is a pass of 0 tests.
  public init(_ tally: Tally, status: CommandStatus) {
    passed = tally.passed
    failed = tally.failed
    count = passed + failed
    skipped = tally.skipped
    durationSeconds = tally.seconds
    if case .signaled = status {
      result = .fail
    } else if failed > 0 {
      result = passed > 0 ? .mixed : .fail
    } else {
      result = status.isSuccess ? .pass : .fail
    }
  }
}

/// Counted tests, before anybody judges them.
public struct Tally: Sendable, Equatable {
  /// Tests that passed.
  public var passed: Int
  /// Tests that failed or broke.
  public var failed: Int
  /// Tests that were found and not run; nil where the source does not tell.
  public var skipped: Int?
  /// Seconds that the runner told; nil where it did not.
  public var seconds: Double?

  /// Makes a tally.
  public init(passed: Int = 0, failed: Int = 0, skipped: Int? = nil, seconds: Double? = nil) {
    self.passed = passed
    self.failed = failed
    self.skipped = skipped
    self.seconds = seconds
  }

  /// Tests that ran.
  public var count: Int { passed + failed }

  /// The two together; what only one of them tells is kept.
  public static func + (one: Tally, other: Tally) -> Tally {
    Tally(
      passed: one.passed + other.passed,
      failed: one.failed + other.failed,
      skipped: sum(one.skipped, other.skipped),
      seconds: sum(one.seconds, other.seconds))
  }

  private static func sum<Number: AdditiveArithmetic>(_ one: Number?, _ other: Number?) -> Number? {
    guard let one, let other else { return one ?? other }
    return one + other
  }
}
