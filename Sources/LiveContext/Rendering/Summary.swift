/// `summary.md`: the digest for a person or an agent with thirty seconds (the plan's section 3.3).
///
/// Nothing is in it that is not in the journal or the state, nothing depends on the clock, so the same events give the same bytes.
public enum Summary {
  /// The most words of the file.
  public static let maximumWords = 2000

  /// The file's content.
  public static func render(_ digest: Digest, contract: Contract) -> String {
    var recent = digest.recent.map { "\($0.shortTime) \($0.phrase)" }
    while true {
      let sections = [
        section("Current Work", currentWork(digest.state, contract)),
        section("Recent Activity", recent),
        section("Health Snapshot", health(digest)),
        section("Open Questions / Next Steps", nextSteps(digest, contract)),
      ]
      let text = "# Summary\n\n" + sections.joined(separator: "\n")
      // Only texts of single letters come near the limit; the oldest activity gives way then.
      if recent.isEmpty || words(in: text) <= maximumWords { return text }
      recent.removeLast()
    }
  }

  /// How many words a text has, by blanks and line breaks.
  static func words(in text: String) -> Int {
    text.utf8.split { $0 == 0x20 || $0 == 0x0a }.count
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
