internal import LiveContext
internal import TestReports

extension TestReport {
  /// What a `test` event says of the report.
  var values: JSONObject {
    var values: JSONObject = [
      "result": .string(result.rawValue), "count": .integer(count), "passed": .integer(passed),
      "failed": .integer(failed),
    ]
    if let skipped { values["skipped"] = .integer(skipped) }
    values["duration_s"] = durationSeconds.flatMap { JSON.decimal(($0 * 100).rounded() / 100) }
    return values
  }
}
