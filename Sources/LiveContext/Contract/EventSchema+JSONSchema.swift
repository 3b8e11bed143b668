/// An approved event type as a JSON Schema (2020-12): what people review is what the program checks by.
extension EventSchema {
  private static let tag = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$"

  /// A type with keys of its own; every event may carry who recorded it, the branch, and what it corrects.
  ///
  /// - Throws: `ContractError` where a name is taken or is no plain word.
  public init(approving name: String, fields: [Field]) throws(ContractError) {
    type = EventType(rawValue: name)
    guard EventSchema.isWord(name), name.utf8.count <= 20 else {
      throw ContractError(
        "\"\(PlainText.cut(PlainText.folded(name), to: 40))\" is no name for an event type: up to 20 of a-z, 0-9, '_' and '-', a letter first"
      )
    }
    guard EventSchema.standard(type) == nil else {
      throw ContractError("\(name) is an event type already")
    }
    guard !fields.isEmpty else { throw ContractError("an event type needs a field") }
    var seen: Set<String> = ["id", "ts", "type", "by", "branch", "replaces", "was", "sha"]
    for field in fields {
      guard EventSchema.isWord(field.name), field.name.utf8.count <= 40 else {
        throw ContractError(
          "\"\(PlainText.cut(PlainText.folded(field.name), to: 40))\" is no name for a field")
      }
      guard seen.insert(field.name).inserted else {
        throw ContractError("the field \(field.name) is there already")
      }
    }
    self.fields =
      fields + [Field("by", .text), Field("branch", .branch), Field("replaces", .links)]
  }

  /// Reads the file that people approved.
  init(jsonSchema bytes: [UInt8]) throws(ContractError) {
    let value: JSON
    do { value = try JSON.parse(bytes) } catch { throw ContractError("no JSON: \(error)") }
    guard let properties = value.object?["properties"]?.object,
      let name = properties["type"]?.object?["const"]?.text
    else { throw ContractError("it names no event type") }
    let required = Set(value.object?["required"]?.elements?.compactMap(\.text) ?? [])
    var fields: [Field] = []
    for member in properties.members
    where !["ts", "type", "by", "branch", "replaces", "was"].contains(member.key) {
      guard let kind = EventSchema.kind(of: member.value) else {
        throw ContractError("\(member.key) is of a kind that cannot be checked")
      }
      fields.append(Field(member.key, kind, required.contains(member.key) ? .plan : .optional))
    }
    try self.init(approving: name, fields: fields)
  }

  /// The schema that people are asked to approve.
  public var jsonSchema: JSON {
    let instant = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
    var properties: JSONObject = [
      "ts": .object(["type": .string("string"), "pattern": .string(instant)]),
      "type": .object(["const": .string(type.rawValue)]),
    ]
    for field in fields { properties[field.name] = .object(EventSchema.schema(of: field.kind)) }
    let required = ["ts", "type"] + fields.filter { $0.need != .optional }.map(\.name)
    return .object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "$id": .string("https://codex-hook.invalid/schema/\(ApprovedTypes.fileName(of: type))"),
      "title": .string("A \(type) event: one line of journal.ndjson"),
      "type": .string("object"),
      "required": .array(required.map { .string($0) }),
      "properties": .object(properties),
    ])
  }

  private static func schema(of kind: Field.Kind) -> JSONObject {
    func text(_ limit: Int) -> JSONObject {
      ["type": .string("string"), "minLength": .integer(1), "maxLength": .integer(limit)]
    }
    switch kind {
    case .text, .branch, .objectID, .object: return text(Contract.maximumTextLength)
    case .tag: return ["type": .string("string"), "pattern": .string(tag)]
    case .count: return ["type": .string("integer"), "minimum": .integer(0)]
    case .number: return ["type": .string("number")]
    case .word(let words): return ["enum": .array(words.map { .string($0) })]
    case .links, .objectIDs:
      return [
        "type": .string("array"), "maxItems": .integer(Contract.maximumLinks),
        "items": .object(text(Contract.maximumLinkLength)),
      ]
    }
  }

  private static func kind(of schema: JSON) -> Field.Kind? {
    guard let schema = schema.object else { return nil }
    if let words = schema["enum"]?.elements?.map(\.text) {
      return words.contains(nil) ? nil : .word(words.compactMap { $0 })
    }
    switch schema["type"]?.text {
    case "string": return schema["pattern"]?.text == tag ? .tag : .text
    case "integer": return .count
    case "number": return .number
    case "array": return .links
    default: return nil
    }
  }

  private static func isWord(_ text: String) -> Bool {
    guard let first = text.utf8.first, first >= 0x61, first <= 0x7a else { return false }
    return text.utf8.allSatisfy {
      ($0 >= 0x61 && $0 <= 0x7a) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5f || $0 == 0x2d
    }
  }
}

extension Field {
  /// The kinds that a proposal can ask for, by the words that name them.
  public static let kindWords = ["string", "tag", "integer", "number", "links", "A|B|C"]

  /// Reads `NAME:KIND`, or `NAME?:KIND` for a key that may be left out.
  ///
  /// - Throws: `ContractError` that names the kinds.
  public init(proposing text: String) throws(ContractError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let word = parts.count == 2 ? String(parts[1]) : "string"
    let kind: Kind
    switch word {
    case "string": kind = .text
    case "tag": kind = .tag
    case "integer": kind = .count
    case "number": kind = .number
    case "links": kind = .links
    default:
      let words = word.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard words.count > 1, words.allSatisfy(Contract.isTag) else {
        throw ContractError.notOneOf(Field.kindWords, key: "the kind of \(parts[0])", value: word)
      }
      kind = .word(words)
    }
    let isOptional = parts[0].hasSuffix("?")
    self.init(
      String(isOptional ? parts[0].dropLast() : parts[0]), kind, isOptional ? .optional : .plan)
  }
}
