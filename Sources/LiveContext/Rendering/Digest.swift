/// What a reader needs to know, picked out of the newest events and the state: the one value that the summary and the context
/// are two renderings of.
public struct Digest: Sendable {
  /// The focus, if it could be read.
  public let state: State?
  /// The newest commits, issues, fixes and notes that still hold, newest first.
  public let recent: [Event]
  /// The newest test run.
  public let test: Event?
  /// The newest change of each of up to three metrics, newest first.
  public let performance: [Event]
  /// The newest build and the newest CI run.
  public let runs: [Event]
  /// Issues that no fix closes, newest first.
  public let openIssues: [Event]
  /// When the newest event happened.
  public let lastEvent: Timestamp?

  /// How many recent events are picked.
  public static let recentLimit = 10
  /// How many open issues are picked.
  public static let openLimit = 20

  /// How many metrics are picked.
  public static let performanceLimit = 3

  private init(_ picker: Picker, state: State?) {
    self.state = state
    recent = picker.recent
    test = picker.test
    performance = picker.performance
    runs = [picker.build, picker.ci].compactMap { $0 }
    openIssues = picker.openIssues
    lastEvent = picker.newest
  }

  /// The digest of some events, newest first.
  public init(state: State?, events: [Event]) {
    var picker = Picker()
    var seen: Set<String> = []
    for event in events where seen.insert(event.identity).inserted {
      picker.take(event) { _ in true }
    }
    self.init(picker, state: state)
  }

  /// The digest of a store's newest events.
  ///
  /// - Parameter reachable: whether a commit is part of the history that the reader looks at.
  public init(
    state: State?, journal: JournalReader, contract: Contract,
    reachable: (Event) -> Bool = { _ in true }
  ) throws(FileError) {
    var picker = Picker()
    var seen: Set<String> = []
    try journal.forEachLine { line in
      if let type = JournalLine.type(line), !picker.wants(type),
        !JournalLine.contains(line, "\"replaces\"")
      {
        return true
      }
      guard let event = try? contract.read(line), seen.insert(event.identity).inserted else {
        return true
      }
      picker.take(event, reachable: reachable)
      return true
    }
    self.init(picker, state: state?.redacted(by: contract))
  }

  private struct Picker {
    var recent: [Event] = []
    var test: Event?
    var performance: [Event] = []
    var build: Event?
    var ci: Event?
    var openIssues: [Event] = []
    var newest: Timestamp?
    var replaced: Set<String> = []
    var closed: [String] = []

    /// Whether an event of this type can still change anything: most of a journal need not be read at all.
    func wants(_ type: EventType) -> Bool {
      switch type {
      case .commit, .note: recent.count < Digest.recentLimit
      case .test: test == nil
      case .build: build == nil
      case .ci: ci == nil
      case .perf: performance.count < Digest.performanceLimit
      case .issue: openIssues.count < Digest.openLimit
      case .fix: openIssues.count < Digest.openLimit || recent.count < Digest.recentLimit
      default: false
      }
    }

    mutating func take(_ event: Event, reachable: (Event) -> Bool) {
      if newest == nil || event.timestamp > newest! { newest = event.timestamp }
      // What corrects or rewrites another event comes after it, so it has been seen by now.
      if isReplaced(event) { return }
      // A commit that is itself given up, such as an amendment that was taken back, replaces nothing.
      if event.type == .commit, !reachable(event) { return }
      for id in event.texts("replaces") where id.utf8.count >= 4 { replaced.insert(id) }
      switch event.type {
      case .test: if test == nil { test = event }
      case .perf: takePerformance(event)
      case .build: if build == nil { build = event }
      case .ci: if ci == nil { ci = event }
      case .fix: close(event.texts("links").filter { $0.utf8.count >= 4 })
      case .issue: takeIssue(event)
      default: break
      }
      guard recent.count < Digest.recentLimit, isActivity(event.type) else { return }
      if event.type == .note, event.body["state"] != nil { return }
      recent.append(event)
    }

    private func isActivity(_ type: EventType) -> Bool {
      type == .commit || type == .issue || type == .fix || type == .note
    }

    private func isReplaced(_ event: Event) -> Bool {
      guard !replaced.isEmpty else { return false }
      let id = event.id
      return replaced.contains { id.hasPrefix($0) }
    }

    private mutating func close(_ links: [String]) {
      closed += links
      // Segments of other clones are taken in as they come, so a fix may stand before its issue.
      openIssues.removeAll { issue in
        let id = issue.id
        return links.contains { id.hasPrefix($0) }
      }
    }

    private mutating func takePerformance(_ event: Event) {
      let metric = event.text("metric")
      guard performance.count < Digest.performanceLimit,
        !performance.contains(where: { $0.text("metric") == metric })
      else { return }
      performance.append(event)
    }

    private mutating func takeIssue(_ event: Event) {
      guard openIssues.count < Digest.openLimit else { return }
      if !closed.isEmpty {
        let id = event.id
        if closed.contains(where: { id.hasPrefix($0) }) { return }
      }
      openIssues.append(event)
    }
  }
}
