import Testing

@testable import TestReports

@Suite struct TestReadingTests {
  @Test(
    "The result follows from the numbers and the way the command ended",
    arguments: [
      (Tally(passed: 3), CommandStatus.exited(0), TestResult.pass),
      (Tally(passed: 3, failed: 1), .exited(1), .mixed), (Tally(failed: 2), .exited(1), .fail),
      (Tally(passed: 3), .exited(1), .fail), (Tally(passed: 3, failed: 1), .exited(0), .mixed),
      (Tally(passed: 3, failed: 1), .signaled(9), .fail), (Tally(passed: 3), .signaled(2), .fail),
      (Tally(), .exited(0), .pass), (Tally(), .exited(5), .fail),
      (Tally(skipped: 4), .exited(0), .pass),
    ])
  func result(_ tally: Tally, _ status: CommandStatus, _ result: TestResult) {
    #expect(TestReport(tally, status: status).result == result)
    #expect(TestReport(tally, status: status).count == tally.passed + tally.failed)
  }

  @Test("JUnit files win over closing lines, those over the exit code")
  func order() {
    let junit = Tally(passed: 4, failed: 1, skipped: 0)
    let closing = ClosingCount(runner: .pytest, tally: Tally(passed: 9, seconds: 1.5))
    let failed = CommandStatus.exited(1)
    let first = TestReading(junit: junit, closing: closing, status: failed)
    #expect(first.source == .junit)
    #expect(first.report.count == 5)
    #expect(first.report.durationSeconds == 1.5)
    let second = TestReading(junit: nil, closing: closing, status: failed)
    #expect(second.source == .closingLines(.pytest))
    #expect(second.report.result == .fail)
    let third = TestReading(junit: nil, closing: nil, status: failed)
    #expect(third.source == .exitCode)
    #expect((third.report.result, third.report.count) == (.fail, 1))
    #expect(TestReading(junit: nil, closing: nil, status: .exited(0)).report.result == .pass)
  }

  @Test(
    "swift test's closing lines win where its XML leaves XCTest out, and give the skips that it leaves out"
  )
  func swiftTest() {
    let closing = ClosingCount(runner: .swiftTest, tally: Tally(passed: 5, failed: 1, skipped: 2))
    let partial = TestReading(
      junit: Tally(passed: 3, skipped: 0), closing: closing, status: .exited(1))
    #expect(partial.source == .closingLines(.swiftTest))
    #expect(partial.report.count == 6)
    let whole = TestReading(
      junit: Tally(passed: 5, failed: 1, skipped: 0), closing: closing, status: .exited(1))
    #expect(whole.source == .junit)
    #expect(whole.report.skipped == 2)
  }

  @Test("An empty XML file does not hide what the closing lines tell")
  func emptyFile() {
    let closing = ClosingCount(runner: .go, tally: Tally(passed: 2))
    let reading = TestReading(junit: Tally(skipped: 0), closing: closing, status: .exited(0))
    #expect(reading.report.count == 2)
  }
}
