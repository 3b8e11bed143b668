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

  /// What may be remembered of the lines that were read; nil where what is remembered will do.
  let standing: Standing?

  private init(_ picker: Picker, state: State?, standing: Standing? = nil) {
    self.state = state
    recent = picker.recent
    test = picker.test
    performance = picker.performance
    runs = [picker.build, picker.ci].compactMap { $0 }
    openIssues = picker.openIssues
    lastEvent = picker.newest
    self.standing = standing
  }

  /// The digest of some events, newest first.
  public init(state: State?, events: [Event]) {
    var picker = Picker()
    var seen = SeenEvents()
    for event in events where seen.insert(event.identity) {
      picker.take(event) { _ in true }
    }
    self.init(picker, state: state)
  }

  /// The digest of a store's newest events.
  ///
  /// - Parameter openIssues: how many open issues are wanted; that there are more is not looked for.
  /// - Parameter reachable: whether a commit is part of the history that the reader looks at.
  public init(
    state: State?, journal: JournalReader, contract: Contract, openIssues: Int = openLimit,
    reachable: (Event) -> Bool = { _ in true }
  ) throws(FileError) {
    var walk = Walk(
      contract: contract, standing: journal.standing(), openIssues: openIssues)
    try journal.forEachPlacedLine { line, place in walk.take(line, at: place, reachable) }
    self.init(
      walk.picker, state: state?.redacted(by: contract), standing: walk.newStanding())
  }

  /// Picks while the lines of a journal go by, newest first.
  private struct Walk {
    let contract: Contract
    /// How many open issues are wanted.
    let openIssues: Int
    /// What was remembered, as long as it may still be used.
    var standing: Standing?
    var picker = Picker()
    private var seen = SeenEvents()
    private var count = 0
    private var newest: (end: Int, line: [UInt8])?
    /// How many lines were new since what was remembered and used; nil if all were read.
    private var new: Int?
    /// What was read of other events than commits, and how many lines stand behind each.
    private var placed: [Standing.Entry] = []
    /// What is remembered of issues that nobody wants now.
    private var unread: [Standing.Entry] = []

    init(contract: Contract, standing: Standing?, openIssues: Int) {
      self.contract = contract
      self.openIssues = openIssues
      self.standing = standing
    }

    /// Takes a line; whether the next one is wanted.
    mutating func take(
      _ line: ArraySlice<UInt8>, at place: JournalReader.Place, _ reachable: (Event) -> Bool
    ) -> Bool {
      if count == 0, place.isLive { newest = (place.end, Array(line)) }
      if let standing, place.isLive, place.end <= standing.end {
        if place.end == standing.end, line == standing.last[...] { use(standing) }
        self.standing = nil
      }
      count += 1
      if new != nil, picker.recent.count == Digest.recentLimit { return false }
      if standing != nil, Standing.isUpset(by: line) { standing = nil }
      if let type = JournalLine.type(line), !picker.wants(type),
        !JournalLine.contains(line, "\"replaces\"")
      {
        return true
      }
      // Many writers may say the same in one second; what is one event need not be read again and again.
      if placed.suffix(Digest.recentLimit).contains(where: { line == $0.line[...] }) {
        return true
      }
      guard let event = try? contract.read(line), seen.insert(event.identity) else {
        return true
      }
      if event.type != .commit {
        placed.append(Standing.Entry(distance: count - 1, line: Array(line)))
      }
      picker.take(event, reachable: reachable)
      return true
    }

    /// Takes what is remembered in place of all older lines; they are only asked for recent activity from here on.
    private mutating func use(_ standing: Standing) {
      new = count
      for entry in standing.entries where count + entry.distance < JournalReader.window {
        if picker.openIssues.count >= openIssues, JournalLine.type(entry.line[...]) == .issue {
          unread.append(Standing.Entry(distance: count + entry.distance, line: entry.line))
          continue
        }
        guard let event = try? contract.read(entry.line[...]) else { continue }
        if place(of: event) != nil { continue }
        placed.append(Standing.Entry(distance: count + entry.distance, line: entry.line))
        picker.takeStanding(event)
      }
      picker.isStandingDone = true
    }

    private func place(of event: Event) -> Standing.Entry? {
      let count = event.line.utf8.count
      return placed.first { $0.line.count == count && $0.line.elementsEqual(event.line.utf8) }
    }

    /// What to remember of this walk, if it read so much that the next one should be spared it.
    func newStanding() -> Standing? {
      guard let newest, count > Standing.minimum || new != nil else { return nil }
      if let new, new < Standing.patience { return nil }
      let read = picker.standing.compactMap { place(of: $0) }
      return Standing(
        end: newest.end, last: newest.line,
        entries: (read + unread).sorted { $0.distance < $1.distance })
    }
  }

  private struct Picker {
    var recent: [Event] = []
    var test: Event?
    var performance: [Event] = []
    var build: Event?
    var ci: Event?
    var openIssues: [Event] = []
    var newest: Timestamp?
    /// The commits that were rewritten, and the beginnings of the ids of what was corrected.
    var rewritten: [String] = []
    var corrected: [String] = []
    var closed: [String] = []
    /// Whether only recent activity is still looked for.
    var isStandingDone = false

    /// The events that count however much is recorded after them.
    var standing: [Event] {
      performance + openIssues + [test, build, ci].compactMap { $0 }
    }

    /// Whether an event of this type can still change anything: most of a journal need not be read at all.
    func wants(_ type: EventType) -> Bool {
      switch type {
      case .commit, .note: recent.count < Digest.recentLimit
      case .issue where isStandingDone, .fix where isStandingDone:
        recent.count < Digest.recentLimit
      case _ where isStandingDone: false
      case .test: test == nil
      case .build: build == nil
      case .ci: ci == nil
      case .perf: performance.count < Digest.performanceLimit
      case .issue: openIssues.count < Digest.openLimit
      case .fix: openIssues.count < Digest.openLimit || recent.count < Digest.recentLimit
      // What people approved beside the plan's types is activity.
      default: recent.count < Digest.recentLimit
      }
    }

    mutating func take(_ event: Event, reachable: (Event) -> Bool) {
      // The last that was recorded: how far back is read must not change it.
      if newest == nil { newest = event.timestamp }
      // What corrects or rewrites another event comes after it, so it has been seen by now.
      if isReplaced(event) { return }
      // A commit that is itself given up, such as an amendment that was taken back, replaces nothing.
      if event.type == .commit, !reachable(event) { return }
      for id in event.texts("replaces") where id.utf8.count >= 4 {
        if Contract.isObjectID(id) { rewritten.append(id) } else { corrected.append(id) }
      }
      if !isStandingDone { takeStanding(event) }
      guard recent.count < Digest.recentLimit, isActivity(event.type) else { return }
      if event.type == .note, event.body["state"] != nil { return }
      recent.append(event)
    }

    /// Picks what counts however old it is.
    mutating func takeStanding(_ event: Event) {
      switch event.type {
      case .test: if test == nil { test = event }
      case .perf: takePerformance(event)
      case .build: if build == nil { build = event }
      case .ci: if ci == nil { ci = event }
      case .fix: close(event.texts("links").filter { $0.utf8.count >= 4 })
      case .issue: takeIssue(event)
      default: break
      }
    }

    private func isActivity(_ type: EventType) -> Bool {
      switch type {
      case .test, .perf, .build, .ci: false
      default: true
      }
    }

    private func isReplaced(_ event: Event) -> Bool {
      if event.type == .commit, let sha = event.text("sha"), rewritten.contains(sha) {
        return true
      }
      // The id of anything but a commit is a hash of its line, which many events should not cost.
      guard !corrected.isEmpty else { return false }
      let id = event.id
      return corrected.contains { id.hasPrefix($0) }
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
