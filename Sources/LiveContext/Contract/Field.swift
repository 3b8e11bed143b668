/// One key of an event type: its name, what it may hold, and who asks for it.
public struct Field: Sendable, Equatable {
  /// Who must have the key.
  public enum Need: Sendable, Equatable {
    /// The plan asks for it: readers skip an event without it.
    case plan
    /// Our writers always give it; readers take an event without it.
    case writer
    /// It may be left out.
    case optional
  }

  /// What the key may hold.
  public enum Kind: Sendable, Equatable {
    /// Free text: redacted, folded to one line, cut to 120 code points.
    case text
    /// A short tag for a part of the project: letters, digits, `.`, `_`, `/`, `-`; at most 40.
    case tag
    /// A branch's name: redacted, folded, cut.
    case branch
    /// A whole number, zero or more.
    case count
    /// Any finite number.
    case number
    /// One of these words.
    case word([String])
    /// A full object id in lower-case hex.
    case objectID
    /// A list of full object ids.
    case objectIDs
    /// At most 8 ids, shas, `#12` or URLs.
    case links
    /// An object of texts.
    case object
  }

  /// The key.
  public let name: String
  /// What it may hold.
  public let kind: Kind
  /// Who must have it.
  public let need: Need

  init(_ name: String, _ kind: Kind, _ need: Need = .optional) {
    self.name = name
    self.kind = kind
    self.need = need
  }
}

/// The keys of one event type, in the order in which they are written after `ts` and `type`.
public struct EventSchema: Sendable, Equatable {
  /// The type.
  public let type: EventType
  /// Its own keys.
  public let fields: [Field]

  static let results = ["pass", "fail", "mixed"]
  static let environments = ["dev", "stg", "prod"]

  /// The types of the plan's section 3.2.
  ///
  /// A switch, not a table: a recording needs one of them, and tables are built at start.
  static func standard(_ type: EventType) -> EventSchema? {
    let own: [Field]
    switch type {
    case .commit:
      return EventSchema(
        type: type,
        fields: [
          Field("sha", .objectID, .plan), Field("files_changed", .count, .plan),
          Field("message", .text, .plan), Field("branch", .branch),
          Field("replaces", .objectIDs),
        ])
    case .test:
      own = [
        Field("result", .word(results), .plan), Field("count", .count, .plan),
        Field("focus", .text), Field("passed", .count), Field("failed", .count),
        Field("skipped", .count), Field("duration_s", .number),
      ]
    case .issue:
      own = [
        Field("desc", .text, .plan), Field("area", .tag, .plan), Field("severity", .text),
        Field("links", .links),
      ]
    case .fix:
      own = [
        Field("desc", .text, .plan), Field("area", .tag, .plan), Field("links", .links),
      ]
    case .perf:
      own = [
        Field("metric", .text, .plan), Field("delta_pct", .number, .plan),
        Field("env", .word(environments), .plan), Field("value", .number), Field("unit", .text),
        Field("area", .tag),
      ]
    case .note:
      own = [
        Field("text", .text, .plan), Field("area", .tag), Field("links", .links),
        Field("state", .object),
      ]
    case .ci:
      own = [
        Field("result", .word(results), .writer), Field("desc", .text, .writer),
        Field("links", .links), Field("focus", .text),
      ]
    case .build:
      own = [
        Field("result", .word(results), .writer), Field("desc", .text, .writer),
        Field("duration_s", .number),
      ]
    default: return nil
    }
    return EventSchema(
      type: type,
      fields: own + [Field("by", .text), Field("branch", .branch), Field("replaces", .links)])
  }

  /// All types of the plan, in its order.
  public static let standardTypes: [EventType] = [
    .commit, .test, .issue, .fix, .note, .ci, .perf, .build,
  ]
}
