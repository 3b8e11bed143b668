/// What a reader has gathered of one runner's closing lines.
struct Draft {
  /// Tests found, those skipped among them.
  var total: Int?
  var passed: Int?
  var failed: Int?
  var skipped: Int?
  var seconds: Double?

  /// A second set of numbers, for a runner that tells two things at once.
  var other = Tally()
  /// A number that the reader keeps for itself.
  var note = 0
  /// A fact that the reader keeps for itself.
  var flag = false

  /// All closed summaries of the output so far; nil before the first.
  private(set) var sum: Tally?

  /// Ends one summary: what it did not tell follows from its total.
  mutating func close() {
    let failed = failed ?? 0
    let tally = Tally(
      passed: passed ?? max(0, (total ?? failed) - failed - (skipped ?? 0)),
      failed: failed, skipped: skipped, seconds: seconds)
    add(tally)
    (total, self.passed, self.failed, skipped, seconds) = (nil, nil, nil, nil, nil)
  }

  mutating func add(_ tally: Tally) {
    sum = sum.map { $0 + tally } ?? tally
  }

  /// Takes counts by their labels; false when none of the labels is one of a test summary.
  mutating func take(_ counts: [(count: Int, label: String)]) -> Bool {
    var isKnown = false
    for (count, label) in counts {
      switch Self.meaning(of: label) {
      case .total: total = (total ?? 0) + count
      case .passed: passed = (passed ?? 0) + count
      case .failed: failed = (failed ?? 0) + count
      case .skipped: skipped = (skipped ?? 0) + count
      case nil: continue
      }
      isKnown = true
    }
    return isKnown
  }

  private enum Meaning { case total, passed, failed, skipped }

  /// The words that runners have for the four things.
  ///
  /// A test that fails as expected is `skipped` where pytest's own XML calls it so, and one that passes against
  /// expectation has passed, unless the runner counts it as a failure.
  private static func meaning(of label: String) -> Meaning? {
    switch label {
    case "total", "test", "tests", "tests run", "test run", "runs", "run", "example", "examples",
      "doctest", "doctests", "property", "properties", "feature", "features":
      .total
    case "passed", "pass", "passing", "succeeded", "success", "successes", "xpassed", "flaky":
      .passed
    case "failed", "fail", "failing", "failure", "failures", "error", "errors", "timed out",
      "exec failed", "unexpected successes", "broken", "invalid", "cancelled", "crashed":
      .failed
    case "skipped", "skip", "skips", "pending", "pendings", "ignored", "todo", "xfailed",
      "disabled", "incomplete", "omissions", "omission", "did not run", "not run":
      .skipped
    default: nil
    }
  }
}

extension Cursor {
  /// Reads `4 passed, 1 failed | 2 skipped (7)`: numbers and their labels, until something else comes.
  mutating func counts() -> [(count: Int, label: String)] {
    var found: [(count: Int, label: String)] = []
    while found.count < 16 {
      skipBlanks()
      var ahead = self
      guard let count = ahead.number() else { break }
      ahead.skipBlanks()
      guard let label = ahead.label() else { break }
      found.append((count, label))
      ahead.skipBlanks()
      if ahead.skip("(") {
        ahead.take { $0 != UInt8(ascii: ")") }
        _ = ahead.skip(")")
        ahead.skipBlanks()
      }
      self = ahead
      guard skip(",") || skip(";") || skip("|") || skip("and ") else { break }
    }
    return found
  }

  /// Reads `Tests run: 5, Failures: 1`: labels and their numbers, until something else comes.
  mutating func fields() -> [(count: Int, label: String)] {
    var found: [(count: Int, label: String)] = []
    while found.count < 16 {
      skipBlanks()
      var ahead = self
      guard let label = ahead.label(), ahead.skip(":") else { break }
      ahead.skipBlanks()
      // `duration: 1.2s` is no count.
      guard let count = ahead.number(), !isFraction(ahead) else { break }
      found.append((count, label))
      self = ahead
      skipBlanks()
      guard skip(",") || skip(";") || skip("-") else { break }
    }
    return found
  }

  private func isFraction(_ rest: Cursor) -> Bool {
    var rest = rest
    return rest.skip(".") && rest.first.map(isDigit) == true
  }

  /// Some words in lower case, with one blank between them; ends before `in 0.1s` and `and 2 more`.
  private mutating func label() -> String? {
    var words: [String] = []
    while let byte = first, isLetter(byte), words.count < 6 {
      var ahead = self
      let word = ahead.word()
      if word == "in" || word == "and" { break }
      words.append(word)
      self = ahead
      ahead.skipBlanks()
      if let next = ahead.first, isLetter(next) { self = ahead }
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
