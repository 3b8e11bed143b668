internal import ArgumentParser
internal import GitFacts
internal import LiveContext

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Stage what was recorded here, so that the next commit shares it.",
    discussion: """
      Commits do this by themselves, unless policy.json or git config codexHook.publish says manual. Commit events, what was \
      noted with --private, and all but the newest test result of the branch stay here.
      """)

  @Flag(help: "Say what would be staged, and do nothing.") var dryRun = false
  @Flag(help: "Also what was recorded before this clone took part.") var all = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    guard workplace.store.isSharing else {
      throw CommandFailure(
        "this clone shares nothing; let it take part with: codex-hook init --shared")
    }
    if let operation = workplace.repository.operation() {
      throw CommandFailure("a \(operation) is under way; publish when it is done")
    }
    guard case .branch(let branch, _) = workplace.head,
      let index = IndexWriting(workplace.repository, index: nil)
    else {
      throw CommandFailure("HEAD is no branch with commits, so nothing can be published here")
    }
    let publishing = Publishing(index: index, needsCompany: false)
    if dryRun { return try preview(publishing, workplace) }
    if all {
      let known = try SegmentReading.ids(workplace)
      _ = try workplace.recorder("publish", isHook: false).putOutHistory(except: known)
    }
    if let focus = workplace.unpublishedFocus(branch) {
      _ = try workplace.record([focus], as: "publish", isHook: false)
    }
    say(try publishing.run(workplace))
  }

  private func preview(_ publishing: Publishing, _ workplace: borrowing Workplace) throws {
    let lines = try publishing.pending(workplace).map(\.line)
    if options.json {
      let events = lines.compactMap { try? JSON.parse($0) }
      return Terminal.say(JSON.object(["pending": .array(events)]).compact)
    }
    for line in lines { Terminal.say(line) }
    if lines.isEmpty { Terminal.say("nothing is pending") }
  }

  private func say(_ outcome: Publishing.Outcome) {
    var path: JSON = .null
    var count = 0
    let text: String
    switch outcome {
    case .nothing, .alone: text = "nothing is pending"
    case .stagedBefore: text = "what is pending is staged already; commit it"
    case .staged(let segment, let events):
      path = .string(segment.path)
      count = events
      text = "staged \(segment.path) with \(events) \(events == 1 ? "event" : "events"); commit it"
    }
    if options.json {
      return Terminal.say(JSON.object(["staged": path, "events": .integer(count)]).compact)
    }
    Terminal.say(text)
  }
}
