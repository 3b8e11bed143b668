/// `summary.md`: the digest for a person or an agent with thirty seconds (the plan's section 3.3).
///
/// Nothing is in it that is not in the journal or the state, nothing depends on the clock, so the same events give the same bytes.
public enum Summary {
  /// The most words of the file.
  public static let maximumWords = 2000
  /// The most bullets of the next steps (the plan's section 3.3).
  static let maximumSteps = 5

  /// The file's content.
  public static func render(_ digest: Digest, contract: Contract) -> String {
    var bullets = Bullets(digest, contract)
    while true {
      var text = "# Summary\n"
      bullets.forEach { title, items in
        text += "\n## \(title)\n\n"
        if items.isEmpty { text += "- none recorded\n" }
        for item in items { text += "- \(item)\n" }
      }
      // Only texts of single letters come near the limit; the oldest activity gives way then.
      if text.utf8.count <= 2 * maximumWords || bullets.activity.isEmpty
        || words(in: text) <= maximumWords
      {
        return text
      }
      bullets.activity.removeLast()
    }
  }

  /// What stands under each heading.
  struct Bullets {
    private let work: [String]
    fileprivate var activity: [String]
    private let health: [String]
    private let steps: [String]

    init(_ digest: Digest, _ contract: Contract) {
      work = Summary.currentWork(digest.state, contract)
      activity = digest.recent.map { "\($0.shortTime) \($0.phrase)" }
      health = Summary.health(digest)
      steps = Summary.nextSteps(digest, contract)
    }

    /// Gives each heading with its bullets, in their order.
    func forEach(_ body: (String, [String]) -> Void) {
      body("Current Work", work)
      body("Recent Activity", activity)
      body("Health Snapshot", health)
      body("Open Questions / Next Steps", steps)
    }
  }

  /// How many words a text has, by blanks and line breaks.
  static func words(in text: String) -> Int {
    var count = 0
    var isInside = false
    for byte in text.utf8 {
      let isBlank = byte == 0x20 || byte == 0x0a
      if !isBlank, !isInside { count += 1 }
      isInside = !isBlank
    }
    return count
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

  /// The state's notes and open issues.
  static func nextSteps(_ digest: Digest, _ contract: Contract) -> [String] {
    var bullets: [String] = []
    if let notes = digest.state?.notes { bullets.append(contract.text(notes)) }
    for issue in digest.openIssues.prefix(maximumSteps - bullets.count) {
      bullets.append("open \(issue.phrase)")
    }
    return bullets
  }
}
