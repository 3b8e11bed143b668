internal import ArgumentParser
internal import GitFacts
internal import LiveContext

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say in one line how things stand (the command without a name).")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    let status = try Status(of: workplace)
    if options.json { return Terminal.say(status.json.compact) }
    Terminal.say(
      workplace.store.isThere
        ? status.line : "not recording; set it up with: codex-hook install")
  }
}

/// How things stand in a repository.
struct Status {
  let recording: [String]
  let missing: [String]
  let branch: String?
  let commitsToday: Int
  let openIssues: Int
  let waiting: Int

  init(of workplace: borrowing Workplace) throws {
    let hooks = try Hooks(of: workplace, isPlanning: false)
    recording = hooks.running
    missing = hooks.missing
    branch = workplace.head.branchName
    let today = Timestamp.now.description.prefix(10)
    var commits = 0
    let reader = JournalReader(workplace.store)
    try reader.forEachEvent(workplace.contract, types: [.commit]) { event in
      if event.timestamp.description.hasPrefix(today) { commits += 1 }
      return true
    }
    commitsToday = commits
    openIssues = try Digest(state: nil, journal: reader, contract: workplace.contract)
      .openIssues.count
    waiting = Waiting.count(workplace.store)
  }

  var line: String {
    var parts = [
      recording.isEmpty
        ? "not recording: no hook is installed (codex-hook install)"
        : missing.isEmpty ? "recording" : "recording (\(recording.joined(separator: ", ")))"
    ]
    if !recording.isEmpty && !missing.isEmpty {
      parts.append("missing \(missing.joined(separator: ", ")) (codex-hook install)")
    }
    parts.append("branch \(branch ?? "detached")")
    parts.append("\(commitsToday) \(commitsToday == 1 ? "commit" : "commits") today")
    let more = openIssues == Digest.openLimit ? " or more" : ""
    parts.append("\(openIssues)\(more) open \(openIssues == 1 ? "issue" : "issues")")
    if waiting > 0 { parts.append("\(waiting) waiting to be taken in") }
    return parts.joined(separator: "; ")
  }

  var json: JSON {
    .object([
      "recording": .bool(!recording.isEmpty), "hooks": .texts(recording),
      "missing": .texts(missing), "branch": branch.map { .string($0) } ?? .null,
      "commits_today": .integer(commitsToday), "open_issues": .integer(openIssues),
      "waiting": .integer(waiting),
    ])
  }
}
