/// What kind of secret or personal data a label stands for, for example `github-token`.
public struct RedactionKind: RawRepresentable, Hashable, Sendable {
  /// The kind as it stands in a label: lower-case letters, digits and `-`.
  public let rawValue: String

  /// A kind by its name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}

/// A text after redaction, and what was taken out of it.
public struct Redaction: Sendable {
  /// How often a kind was found.
  public struct Count: Hashable, Sendable {
    /// What was found.
    public let kind: RedactionKind
    /// How often, at least 1.
    public internal(set) var count: Int
  }

  /// The text, valid UTF-8, with a label for each secret.
  public let text: String

  /// What was found, in the order of first appearance.
  ///
  /// Never the values.
  public let hits: [Count]

  /// Whether nothing was found; the text then differs from the input only where that was not UTF-8
  /// or held a stack trace.
  public var isClean: Bool { hits.isEmpty }
}

/// One stretch of the input that a label replaces.
struct Hit {
  var start: Int
  var end: Int
  let kind: StaticString
}
