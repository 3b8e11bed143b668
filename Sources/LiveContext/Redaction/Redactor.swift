public struct RedactionKind: RawRepresentable, Hashable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}
public struct Redaction: Sendable {
  public let text: String; public let hits: [RedactionKind: Int]
  public var isClean: Bool { hits.isEmpty }
}
public struct Redactor: Sendable {
  public init(allowing: [String] = []) {}
  public func redact(_ text: String) -> Redaction { Redaction(text: text, hits: [:]) }
}
