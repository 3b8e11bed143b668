internal import LiveContext
internal import TestReports

/// Runs a test command as if it had been typed by itself, records what it ended with, and ends as it did.
///
/// Nothing of ours goes to standard output, and what keeps us from recording is said on standard error: a test run is never
/// failed by its recorder.
struct TestRun {
  let command: [String]
  let focus: String?
  let json: Bool

  func run() throws -> Never {
    var output = TestOutput()
    let outcome: CommandOutcome
    do {
      outcome = try CommandRun.run(command) { channel, bytes in
        output.append(bytes, from: channel)
      }
    } catch {
      Terminal.complain("\(error)")
      CommandStatus.exited(error.code).leave()
    }
    let files = ReportFiles(in: Directory.current, since: outcome.started)
    let reading = TestReading(
      junit: files.count(for: command),
      closing: output.closing(of: TestReports.TestCommand.recognise(command)),
      status: outcome.status)
    do { try record(reading.report, outcome) } catch {
      Terminal.complain("the test run is not recorded: \(error)")
    }
    outcome.status.leave()
  }

  private func record(_ report: TestReport, _ outcome: CommandOutcome) throws {
    var values = report.values
    if let focus { values["focus"] = .string(focus) }
    values["duration_s"] = JSON.decimal((outcome.seconds * 100).rounded() / 100)
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    let (event, recording) = try ManualRecording(
      type: .test, values: values
    )
    .record(in: workplace)
    for warning in recording.warnings { Terminal.complain(warning) }
    Terminal.tell(recording.redacted)
    if json { return Terminal.announce(Report.json(recording, event).compact) }
    if let kept = recording.kept.first {
      Terminal.complain("kept test \(event.shortID) in \(kept.path), because \(kept.reason)")
    } else {
      Terminal.complain("recorded \(event.logLine)")
    }
  }
}
