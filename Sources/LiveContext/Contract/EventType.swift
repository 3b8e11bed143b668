/// What kind of thing an event records.
///
/// A value, not a closed list: humans can approve further types for a repository.
public struct EventType: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
  /// The word in an event's `type` key.
  public let rawValue: String

  /// A type by its word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The word.
  public var description: String { rawValue }

  /// A commit that git made.
  public static let commit = EventType(rawValue: "commit")
  /// A finished test run.
  public static let test = EventType(rawValue: "test")
  /// A problem that somebody saw.
  public static let issue = EventType(rawValue: "issue")
  /// A problem that is gone.
  public static let fix = EventType(rawValue: "fix")
  /// A measured change of performance.
  public static let perf = EventType(rawValue: "perf")
  /// Anything else worth knowing.
  public static let note = EventType(rawValue: "note")
  /// What a CI run ended with.
  public static let ci = EventType(rawValue: "ci")
  /// What a build ended with.
  public static let build = EventType(rawValue: "build")
}
