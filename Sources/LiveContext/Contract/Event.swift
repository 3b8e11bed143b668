/// One thing that happened: a line of the journal, read.
public struct Event: Sendable, Equatable {
  /// When.
  public let timestamp: Timestamp
  /// What kind of thing.
  public let type: EventType
  /// All keys, `ts` and `type` too, in their order.
  public let body: JSONObject
  /// The line in the journal, without its line break.
  public let line: String
  /// What was taken out of its texts when it was made here; nothing for an event that was read as it stood.
  public let redacted: [Redaction.Count]

  init(
    timestamp: Timestamp, type: EventType, body: JSONObject, line: String,
    redacted: [Redaction.Count] = []
  ) {
    self.timestamp = timestamp
    self.type = type
    self.body = body
    self.line = line
    self.redacted = redacted
  }

  /// Two events are one if their lines are the same.
  public static func == (one: Event, other: Event) -> Bool { one.line == other.line }

  /// The most bytes that a line may have, its line break included.
  public static let maximumLineLength = 2048

  /// What names this event: a commit's sha, otherwise the first 12 hex digits of the line's git blob id.
  ///
  /// `printf %s LINE | git hash-object --stdin` gives the same.
  public var id: String {
    if type == .commit, let sha = text("sha") { return sha }
    return String(SHA1.blobID(of: line.utf8).prefix(12))
  }

  /// What two records of one event have in common: a commit's sha, otherwise the line.
  var identity: String { type == .commit ? text("sha") ?? line : line }

  /// The id as people see it: a short sha for a commit.
  public var shortID: String {
    type == .commit ? String(id.prefix(7)) : id
  }

  /// A key's text, if it holds one.
  public func text(_ key: String) -> String? { body[key]?.text }

  /// The texts in a key's list.
  public func texts(_ key: String) -> [String] {
    body[key]?.elements?.compactMap(\.text) ?? []
  }

  /// What the event says in words: its subject, description, text or metric.
  public var words: String {
    text("message") ?? text("desc") ?? text("text") ?? text("metric") ?? text("focus") ?? ""
  }
}
