internal import GitFacts
internal import LiveContext
internal import SystemPackage

/// Reads a digest where there may be nothing but a checkout, as on CI: git's history, and the segments that the repository tracks.
enum CheckoutReading {
  /// How many commits are looked at.
  private static let limit = 10
  /// How many segments are looked at.
  private static let segmentLimit = 100

  /// - Parameter branch: what the checkout is of, where HEAD is detached.
  static func digest(of workplace: borrowing Workplace, branch: String?) throws -> Digest {
    if workplace.store.isThere { return try ContextReading.context(of: workplace).digest }
    var events = try published(in: workplace)
    if let tip = workplace.head.tip {
      let ids = try workplace.repository.history(
        from: [tip], limit: limit, stopping: { _ in false })
      // Of the commit at which a shallow clone was cut nobody can say here which files it changed.
      for id in ids where !workplace.repository.isShallowBoundary(id) {
        events.append(try workplace.contract.event(of: workplace.repository.commit(id)))
      }
    }
    // The sort keeps what is equal as it is: in a segment, the later line is the newer event.
    events.sort { $0.timestamp > $1.timestamp }
    let branch = branch ?? workplace.head.branchName
    return Digest(state: try focus(on: branch, among: events, workplace), events: events)
  }

  /// The events of the newest segments of HEAD's tree, newest first.
  private static func published(in workplace: borrowing Workplace) throws -> [Event] {
    guard let tree = try SegmentReading.tree(workplace) else { return [] }
    let segments = try workplace.repository.files(in: tree, notIn: nil)
      .filter { Segment.isName($0.path) }.sorted { $0.path > $1.path }
    var events: [Event] = []
    for segment in segments.prefix(segmentLimit) {
      let lines = try workplace.repository.blob(segment.id).split(separator: 0x0a)
      events += lines.reversed().compactMap { try? workplace.contract.read($0) }
    }
    return events
  }

  /// The branch's own focus where it was published, or what its name says.
  private static func focus(
    on branch: String?, among events: [Event], _ workplace: borrowing Workplace
  ) throws -> State? {
    if let state = workplace.state { return state }
    guard let branch else { return nil }
    for event in events where event.type == .note {
      guard let object = event.body["state"]?.object,
        object["current_branch"]?.text == branch,
        let state = try? State(parsing: Array(JSON.object(object).compact.utf8))
      else { continue }
      return state
    }
    guard let tip = workplace.head.tip, let commit = try? workplace.repository.commit(tip) else {
      return nil
    }
    return State(branch: branch, at: Timestamp(seconds: commit.committed))
  }
}
