internal import LiveContext

/// JSON Schema, as far as the tools need it.
enum Schema {
  /// An object with these properties.
  static func object(
    _ properties: JSONObject, required: [String] = [], isClosed: Bool = false, atLeast: Int = 0
  ) -> JSON {
    var schema: JSONObject = ["type": .string("object"), "properties": .object(properties)]
    if !required.isEmpty { schema["required"] = .array(required.map { .string($0) }) }
    if atLeast > 0 { schema["minProperties"] = .integer(atLeast) }
    if isClosed { schema["additionalProperties"] = .bool(false) }
    return .object(schema)
  }

  static func text(_ description: String) -> JSON {
    .object([
      "type": .string("string"), "description": .string(description), "minLength": .integer(1),
    ])
  }

  static func word(_ words: [String], _ description: String) -> JSON {
    .object([
      "type": .string("string"), "description": .string(description),
      "enum": .array(words.map { .string($0) }),
    ])
  }

  static func tag(_ description: String) -> JSON {
    .object([
      "type": .string("string"), "description": .string(description),
      "pattern": .string("^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$"),
    ])
  }

  static func integer(_ description: String, from least: Int = 0, to most: Int? = nil) -> JSON {
    var schema: JSONObject = [
      "type": .string("integer"), "description": .string(description), "minimum": .integer(least),
    ]
    if let most { schema["maximum"] = .integer(most) }
    return .object(schema)
  }

  static func number(_ description: String) -> JSON {
    .object([
      "type": .string("number"), "description": .string(description), "minimum": .integer(0),
    ])
  }

  static func texts(_ description: String, atMost: Int = Contract.maximumLinks) -> JSON {
    .object([
      "type": .string("array"), "description": .string(description),
      "items": .object(["type": .string("string"), "minLength": .integer(1)]),
      "maxItems": .integer(atMost),
    ])
  }

  static func list(of items: JSON, _ description: String) -> JSON {
    .object([
      "type": .string("array"), "description": .string(description), "items": items,
    ])
  }

  static func flag(_ description: String) -> JSON {
    .object(["type": .string("boolean"), "description": .string(description)])
  }

  /// An event as the tools give it.
  static var event: JSON {
    object(
      [
        "id": text("The event's id; a commit's is its sha."),
        "ts": text("When, UTC."),
        "type": text("commit, test, issue, fix, note, perf, ci or build."),
      ], required: ["id", "ts", "type"])
  }
}
