public import LiveContext

/// What the server reads and writes through, so that it needs to know nothing of git.
///
/// Each call opens what it needs anew: a server lives for hours, and branches change under it. What a call throws is shown to
/// the agent, so its text says what failed, why, and what to do next.
public protocol RepositoryAccess {
  /// The context as text of at most so many bytes, recorded text fenced.
  func context(budget: Int) throws -> String
  /// A page of events, newest first.
  func events(_ query: EventQuery) throws -> EventPage
  /// The one event whose id begins with this.
  func event(_ prefix: String) throws -> Event
  /// The newest events, oldest first, at most so many.
  func tail(_ count: Int) throws -> [Event]
  /// The summary as Markdown.
  func summary() throws -> String
  /// The focus of the work tree; nil if none is set.
  func state() throws -> State?
  /// Checks everything that is recorded.
  func validation() throws -> (events: Int, problems: [Problem])
  /// Records one event.
  func record(_ draft: EventDraft) throws -> RecordedEvent
  /// Changes the focus; what is nil stays.
  func setState(feature: String?, status: String?, notes: String?) throws -> State
}

/// Which events are asked for.
public struct EventQuery: Sendable, Equatable {
  /// Only this type.
  public var type: EventType?
  /// Only this part of the project.
  public var area: String?
  /// Only since then: a date, an instant, or `30m`, `12h`, `3d`, `2w` ago.
  public var since: String?
  /// Only events that hold all these words.
  public var words: [String] = []
  /// How many at the most.
  public var limit = 20
  /// The id of the event behind which the page starts; nil for the first page.
  public var cursor: String?
}

/// Some of the events that were asked for.
public struct EventPage: Sendable {
  /// The events, newest first.
  public let events: [Event]
  /// Where the next page starts; nil on the last one.
  public let next: String?

  /// A page.
  public init(events: [Event], next: String?) {
    self.events = events
    self.next = next
  }
}

/// What is to be recorded.
public struct EventDraft: Sendable {
  /// The type.
  public let type: EventType
  /// The type's own keys.
  public var values: JSONObject
  /// Ids, or the beginnings of ids, of issues that it closes.
  public var closes: [String] = []
  /// The id, or its beginning, of the event that it corrects.
  public var replaces: String?
  /// What the client calls itself.
  public var client: String?
}

/// What became of a draft.
public struct RecordedEvent: Sendable {
  /// The event.
  public let event: Event
  /// Where it waits, and why, when the journal could not be written.
  public let kept: (path: String, reason: String)?
  /// What may be done next, in a line.
  public let next: String?

  /// An event that is recorded, or kept.
  public init(event: Event, kept: (path: String, reason: String)?, next: String?) {
    self.event = event
    self.kept = kept
    self.next = next
  }
}
