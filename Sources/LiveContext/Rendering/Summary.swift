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
    var sections = sections(digest, contract)
    while true {
      var text = "# Summary\n"
      for section in sections { text += "\n" + written(section) }
      // Only texts of single letters come near the limit; the oldest activity gives way then.
      if text.utf8.count <= 2 * maximumWords || sections[activity].items.isEmpty
        || words(in: text) <= maximumWords
      {
        return text
      }
      sections[activity].items.removeLast()
    }
  }

  /// A heading with its bullets; where there are none, `none recorded` stands.
  struct Section {
    let title: String
    var items: [String]
  }

  private static let activity = 1

  static func sections(_ digest: Digest, _ contract: Contract) -> [Section] {
    [
      Section(title: "Current Work", items: currentWork(digest.state, contract)),
      Section(
        title: "Recent Activity", items: digest.recent.map { "\($0.shortTime) \($0.phrase)" }),
      Section(title: "Health Snapshot", items: health(digest)),
      Section(title: "Open Questions / Next Steps", items: nextSteps(digest, contract)),
    ]
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

  private static func written(_ section: Section) -> String {
    var text = "## \(section.title)\n\n"
    if section.items.isEmpty { return text + "- none recorded\n" }
    for item in section.items { text += "- \(item)\n" }
    return text
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
