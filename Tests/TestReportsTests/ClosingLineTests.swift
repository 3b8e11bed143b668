import Testing

@testable import TestReports

/// One runner's output and what it says.
struct Sample: Sendable, CustomTestStringConvertible {
  let runner: Runner
  let name: String
  let text: String
  let passed: Int
  let failed: Int
  var skipped: Int? = nil
  var seconds: Double? = nil
  var testDescription: String { "\(runner.rawValue): \(name)" }
}

@Suite struct ClosingLineTests {
  @Test(
    "The closing lines of each runner are read, whether or not the runner is known",
    arguments: samples)
  func reads(_ sample: Sample) throws {
    var output = TestOutput()
    output.append(sample.text)
    for runner in [sample.runner, nil] {
      let closing = try #require(output.closing(of: runner))
      #expect(closing.runner == sample.runner)
      #expect(closing.tally.passed == sample.passed)
      #expect(closing.tally.failed == sample.failed)
      #expect(closing.tally.skipped == sample.skipped)
      if let seconds = sample.seconds {
        #expect(abs((closing.tally.seconds ?? -1) - seconds) < 0.0001)
      }
    }
  }

  @Test("Where the output is cut does not matter, nor colours, nor CRLF", arguments: samples)
  func cutsAndColours(_ sample: Sample) {
    var whole = TestOutput()
    whole.append(sample.text)
    let dressed = sample.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "drawn over\r\u{1B}[2K\u{1B}]0;title\u{07}\($0)\u{1B}[0m\r" }.joined(separator: "\n")
    var pieces = TestOutput()
    for byte in Array(dressed.utf8) {
      withUnsafeBytes(of: byte) { pieces.append($0) }
    }
    // Bun is told by its indent, which stays.
    #expect(pieces.closing(of: nil) == whole.closing(of: nil))
  }

  @Test(
    "Lines that look a little like closing lines are none",
    arguments: [
      "", "5", "passed", "5 passed", "1 failed", "error: 1 failed to open in 5s", "Tests:",
      "Executed 5 tests, with 0 failures in 0.1 seconds", "Ran 5 tests", "Ran 5 tests in 0.1s",
      "ok", "ok 1", "not ok 2 - no plan", "OK", "FAILED (failures=1)", "# pass 5", "# TOTAL",
      "Result: PASS",
      "test result:", "test result: ok.", "5 tests", "Passed: 5",
      "99999999999999999999 passed, 1 failed",
      "3 packages were skipped in 2s", "12 files changed in 3s", "{\"Action\":\"pass\"}",
      "Summary [ 1s] all", "100% of tests passed", "[1/2] Compiling", "5 passing marks", "1..",
      "2 warnings in 5s", "Test run with five tests passed after 1 second",
    ])
  func isNone(_ line: String) {
    var output = TestOutput()
    output.append(line + "\n")
    #expect(output.closing() == nil)
  }

  @Test(
    "Several runners in one output add up when none is known, and only the known one counts else")
  func several() {
    var output = TestOutput()
    output.append("3 passed in 0.10s\n\nTests:       1 failed, 2 passed, 3 total\n")
    #expect(output.closing(of: .wrapper)?.tally.passed == 5)
    #expect(output.closing(of: .wrapper)?.tally.failed == 1)
    #expect(output.closing(of: .pytest)?.tally == Tally(passed: 3, seconds: 0.1))
    #expect(output.closing(of: .jest)?.tally == Tally(passed: 2, failed: 1))
  }

  @Test("A plain form counts only when no runner has closed")
  func fallback() {
    var output = TestOutput()
    output.append("9 passed, 9 failed\n1..2\nok 1\nok 2\n")
    #expect(output.closing()?.runner == .tap)
    output.append("test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n")
    #expect(output.closing()?.tally == Tally(passed: 4, failed: 0, skipped: 0))
  }

  @Test("Both outputs are read, and a half line of the one does not disturb the other")
  func twoOutputs() {
    var output = TestOutput()
    output.append("Ran 2 tests in ", from: .errors)
    output.append("printed by a test\n", from: .output)
    output.append("0.5s\n\nOK\n", from: .errors)
    #expect(output.closing(of: .unittest)?.tally == Tally(passed: 2, seconds: 0.5))
  }

  @Test("A line of a megabyte, endless escapes and random bytes cost nothing and break nothing")
  func hostile() {
    var output = TestOutput()
    output.append(String(repeating: "9", count: 1_000_000) + "\n")
    output.append("\u{1B}]0;" + String(repeating: "x", count: 100_000) + "\n")
    output.append("\u{1B}[" + String(repeating: "1;", count: 100_000) + "\n")
    let seed = UInt64.random(in: .min ... .max)
    var state = seed
    var noise = [UInt8](repeating: 0, count: 200_000)
    for index in noise.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      noise[index] = UInt8(truncatingIfNeeded: state >> 33)
    }
    noise.withUnsafeBytes { output.append($0) }
    output.append("\n4 passed, 1 failed in 0.20s\n")
    #expect(output.closing(of: .pytest)?.tally.count == 5, "seed \(seed)")
  }
}
