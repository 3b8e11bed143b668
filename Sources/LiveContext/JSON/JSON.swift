/// A JSON value that keeps what it was read from: the order of keys and the digits of numbers.
///
/// The contract fixes the order of an event's keys and keeps keys that we do not know, so a line must come
/// out as it went in. Foundation's coder keeps neither, and costs more at start than a whole recording.
public enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A number, by the characters it was written with.
  case number(String)
  case string(String)
  case array([JSON])
  case object(JSONObject)

  /// A whole number.
  public static func integer(_ value: Int) -> JSON { .number(String(value)) }

  /// A number with a fraction, written as short as it can be read back; nil if it is infinite or no number.
  public static func decimal(_ value: Double) -> JSON? {
    guard value.isFinite else { return nil }
    if value == value.rounded(), abs(value) < 1e15 { return .number(String(Int(value))) }
    return .number("\(value)")
  }

  /// The text, if this is a string.
  public var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The value, if this is a number without a fraction that fits.
  public var int: Int? {
    guard case .number(let digits) = self else { return nil }
    if let whole = Int(digits) { return whole }
    guard let value = Double(digits), value == value.rounded(), abs(value) < 1e15 else {
      return nil
    }
    return Int(value)
  }

  /// The value, if this is a finite number.
  public var double: Double? {
    guard case .number(let digits) = self, let value = Double(digits), value.isFinite else {
      return nil
    }
    return value
  }

  /// The truth value, if this is one.
  public var bool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  /// The elements, if this is an array.
  public var elements: [JSON]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  /// The members, if this is an object.
  public var object: JSONObject? {
    if case .object(let object) = self { return object }
    return nil
  }
}

/// The members of a JSON object, in the order in which they were written.
public struct JSONObject: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// One key with its value.
  public struct Member: Sendable, Equatable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSON
  }

  /// All members, first to last.
  public private(set) var members: [Member] = []

  /// An object without members.
  public init() {}

  /// An object with these members, in this order.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    members = elements.map { Member(key: $0.0, value: $0.1) }
  }

  /// The value of a key; setting it keeps the key's place, or adds it at the end; setting nil removes it.
  public subscript(key: String) -> JSON? {
    get { members.first { $0.key == key }?.value }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (let index?, nil): members.remove(at: index)
      case (nil, nil): break
      }
    }
  }

  /// Makes room for so many members: as many as most events have.
  mutating func reserve(_ count: Int) { members.reserveCapacity(count) }

  /// Adds a member at the end, without looking whether the key is there.
  mutating func append(_ key: String, _ value: JSON) {
    members.append(Member(key: key, value: value))
  }
}
