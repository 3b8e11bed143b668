/// `summary.md`: the digest for a person or an agent with thirty seconds (the plan's section 3.3).
///
/// Nothing is in it that is not in the journal or the state, nothing depends on the clock, so the same events give the same bytes.
public enum Summary {
  /// The most words of the file.
  public static let maximumWords = 2000

  /// The file's content.
  public static func render(_ digest: Digest, contract: Contract) -> String {
    let sections = [
      section("Current Work", currentWork(digest.state, contract)),
      section("Recent Activity", digest.recent.map { "\($0.shortTime) \($0.phrase)" }),
      section("Health Snapshot", health(digest)),
      section("Open Questions / Next Steps", nextSteps(digest, contract)),
    ]
    return "# Summary\n\n" + sections.joined(separator: "\n")
  }

  private static func section(_ title: String, _ bullets: [String]) -> String {
    let lines = bullets.isEmpty ? ["none recorded"] : bullets
    return "## \(title)\n\n" + lines.map { "- \($0)\n" }.joined()
  }

  private static func currentWork(_ state: State?, _ contract: Contract) -> [String] {
    guard let state else { return [] }
    return [
      "Feature: \(contract.text(state.feature))", "Branch: \(contract.text(state.branch))",
      "Status: \(contract.text(state.status))",
      "Last updated: \(state.lastUpdated?.description ?? "")",
    ]
  }

  private static func health(_ digest: Digest) -> [String] {
    var bullets: [String] = []
    if let test = digest.test { bullets.append("\(test.shortTime) \(test.phrase)") }
    bullets += digest.performance.map { "\($0.shortTime) \($0.phrase)" }
    bullets += digest.runs.map { "\($0.shortTime) \($0.phrase)" }
    return bullets
  }

  /// The state's notes and open issues: at most five (the plan's section 3.3).
  static func nextSteps(_ digest: Digest, _ contract: Contract) -> [String] {
    var bullets: [String] = []
    if let notes = digest.state?.notes { bullets.append(contract.text(notes)) }
    for issue in digest.openIssues.prefix(5 - bullets.count) {
      bullets.append("open \(issue.phrase)")
    }
    return bullets
  }
}
