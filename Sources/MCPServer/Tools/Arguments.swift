internal import LiveContext

/// A call's arguments, taken out one by one; what is left in the end was unknown.
struct Arguments {
  private var left: JSONObject

  init(_ object: JSONObject) { left = object }

  mutating func text(_ name: String) throws(ArgumentError) -> String? {
    guard let value = take(name) else { return nil }
    guard let text = value.text else { throw ArgumentError("\(name) is not a text") }
    return text
  }

  mutating func neededText(_ name: String) throws(ArgumentError) -> String {
    guard let text = try text(name) else { throw ArgumentError("\(name) is missing") }
    return text
  }

  mutating func integer(
    _ name: String, in range: ClosedRange<Int> = 0...Int.max
  ) throws(ArgumentError) -> Int? {
    guard let value = take(name) else { return nil }
    guard let number = value.int, range.contains(number) else {
      let most = range.upperBound == .max ? "more" : "\(range.upperBound)"
      throw ArgumentError("\(name) is not a whole number from \(range.lowerBound) to \(most)")
    }
    return number
  }

  mutating func neededInteger(_ name: String) throws(ArgumentError) -> Int {
    guard let number = try integer(name) else { throw ArgumentError("\(name) is missing") }
    return number
  }

  mutating func number(_ name: String) throws(ArgumentError) -> JSON? {
    guard let value = take(name) else { return nil }
    guard value.double != nil else { throw ArgumentError("\(name) is not a number") }
    return value
  }

  /// A list of texts; one text alone is taken for a list of it.
  mutating func texts(_ name: String) throws(ArgumentError) -> [String] {
    guard let value = take(name) else { return [] }
    if let text = value.text { return [text] }
    guard let elements = value.elements, elements.allSatisfy({ $0.text != nil }) else {
      throw ArgumentError("\(name) is not a list of texts")
    }
    return elements.compactMap(\.text)
  }

  /// Fails if something is left.
  ///
  /// - Parameter schema: the tool's input schema, which names what there is.
  func end(_ schema: JSON) throws(ArgumentError) {
    guard let first = left.members.first else { return }
    let names = schema.object?["properties"]?.object?.members.map(\.key) ?? []
    let known = names.isEmpty ? "there are none" : "there are \(names.joined(separator: ", "))"
    throw ArgumentError(
      "\(HarmlessText.line(first.key, limit: 40)) is not an argument; \(known)")
  }

  /// Takes a value out; null is the same as none.
  private mutating func take(_ name: String) -> JSON? {
    let value = left[name]
    left[name] = nil
    return value == .null ? nil : value
  }
}

/// Arguments that do not fit, in words by which they can be mended.
struct ArgumentError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
