/// The rules by which events are made and read (the plan's section 3.2), with the redaction that all free text passes.
public struct Contract: Sendable {
  /// What takes secrets and personal data out of every text.
  public let redactor: Redactor
  /// Types that humans have approved for this repository, beside the plan's.
  public let approved: [EventSchema]
  /// The same, in files that are read when a line asks for it.
  public let further: ApprovedTypes?

  /// The most code points of a text (the plan's section 3.2).
  public static let maximumTextLength = 120
  /// The most code points of a link.
  public static let maximumLinkLength = 400
  /// The most links of an event.
  public static let maximumLinks = 8

  /// The plan's contract with these additions.
  public init(
    redactor: Redactor = Redactor(), approved: [EventSchema] = [], further: ApprovedTypes? = nil
  ) {
    self.redactor = redactor
    self.approved = approved
    self.further = further
  }

  /// The keys of a type; nil if the type is neither the plan's nor approved.
  public func schema(of type: EventType) -> EventSchema? {
    EventSchema.standard(type) ?? approved.first { $0.type == type }
      ?? further?.schemas.first { $0.type == type }
  }

  /// All types: the plan's, then those that people approved.
  public var types: [EventType] {
    EventSchema.standardTypes + (approved + (further?.schemas ?? [])).map(\.type)
  }

  /// Makes an event out of what a writer has to say: every key checked, every text redacted, folded and cut.
  ///
  /// Keys that the type does not know are refused. Where the line would be too long, texts are cut shorter still.
  public func event(
    _ type: EventType, at timestamp: Timestamp, _ values: JSONObject
  ) throws(ContractError) -> Event {
    guard let schema = schema(of: type) else {
      throw ContractError(
        "\"\(type)\" is not one of \(types.map(\.rawValue).joined(separator: ", "))"
      )
    }
    for member in values.members where !schema.fields.contains(where: { $0.name == member.key }) {
      throw ContractError("\(type) events have no key \"\(member.key)\"")
    }
    var limit = Contract.maximumTextLength
    while true {
      let event = try assemble(schema, at: timestamp, values, textLimit: limit)
      if event.line.utf8.count < Event.maximumLineLength { return event }
      guard limit > 20 else {
        throw ContractError(
          "the links take more than a line of \(Event.maximumLineLength) bytes holds")
      }
      limit -= 20
    }
  }

  private func assemble(
    _ schema: EventSchema, at timestamp: Timestamp, _ values: JSONObject, textLimit: Int
  ) throws(ContractError) -> Event {
    var body = JSONObject()
    body.append("ts", .string(timestamp.description))
    body.append("type", .string(schema.type.rawValue))
    for field in schema.fields {
      guard let given = values[field.name] else {
        if field.need == .optional { continue }
        throw ContractError("\(schema.type) events need \(field.name)")
      }
      body.append(field.name, try checked(given, field, textLimit: textLimit))
    }
    let line = JSON.object(body).compact
    return Event(
      timestamp: timestamp, type: schema.type, body: body, line: line,
      redacted: redactions(in: values, written: line))
  }

  /// Redacts, folds and cuts a text; this is the one place through which all free text passes.
  public func text(_ raw: String, limit: Int = Contract.maximumTextLength) -> String {
    PlainText.cut(PlainText.folded(redactor.redact(raw).text), to: limit)
  }

  private func checked(
    _ value: JSON, _ field: Field, textLimit: Int
  ) throws(ContractError) -> JSON {
    let name = field.name
    switch field.kind {
    case .text, .branch:
      guard let raw = value.text else { throw ContractError("\(name) is not a text") }
      let line = text(raw, limit: textLimit)
      guard !line.isEmpty || name == "message" else { throw ContractError("\(name) is empty") }
      return .string(line)
    case .tag:
      guard let raw = value.text else { throw ContractError("\(name) is not a text") }
      guard Contract.isTag(raw) else {
        throw ContractError(
          "\(name) \"\(text(raw, limit: 40))\" is not a tag: 1 to 40 letters, digits, '.', '_', '/' or '-', a letter or a digit first"
        )
      }
      return .string(text(raw, limit: textLimit))
    case .count:
      guard let count = value.int, count >= 0 else {
        throw ContractError("\(name) is not a whole number of zero or more")
      }
      return .integer(count)
    case .number:
      guard let number = value.double, let written = JSON.decimal(number) else {
        throw ContractError("\(name) is not a finite number")
      }
      return written
    case .word(let words):
      guard let word = value.text, words.contains(word) else {
        throw ContractError.notOneOf(words, key: name, value: value.text ?? value.compact)
      }
      return value
    case .objectID:
      guard let id = value.text, Contract.isObjectID(id) else {
        throw ContractError("\(name) is not a full object id")
      }
      return value
    case .objectIDs:
      guard let ids = value.elements, ids.allSatisfy({ $0.text.map(Contract.isObjectID) ?? false })
      else { throw ContractError("\(name) is not a list of full object ids") }
      return value
    case .links: return try links(value, name)
    case .object:
      guard let object = value.object else { throw ContractError("\(name) is not an object") }
      return .object(redacted(object, textLimit: textLimit))
    }
  }

  private func links(_ value: JSON, _ name: String) throws(ContractError) -> JSON {
    guard let links = value.elements, links.allSatisfy({ $0.text != nil }) else {
      throw ContractError("\(name) is not a list of texts")
    }
    guard links.count <= Contract.maximumLinks else {
      throw ContractError(
        "\(name) holds \(links.count) links; the most is \(Contract.maximumLinks)")
    }
    var written: [JSON] = []
    for link in links.compactMap(\.text) {
      let line = text(link, limit: Contract.maximumLinkLength)
      guard !line.isEmpty, !line.contains(" ") else {
        throw ContractError("\"\(line)\" is no link: an id, a sha, #12 or a URL, without blanks")
      }
      written.append(.string(line))
    }
    return .array(written)
  }

  private func redacted(_ object: JSONObject, textLimit: Int) -> JSONObject {
    var result = JSONObject()
    for member in object.members {
      guard case .string(let raw) = member.value else { continue }
      result.append(member.key, .string(text(raw, limit: textLimit)))
    }
    return result
  }

  /// Whether a text is a tag: 1 to 40 ASCII letters, digits, `.`, `_`, `/`, `-`, the first a letter or a digit.
  public static func isTag(_ text: String) -> Bool {
    guard let first = text.utf8.first, isAlphanumeric(first), text.utf8.count <= 40 else {
      return false
    }
    return text.utf8.allSatisfy {
      isAlphanumeric($0) || $0 == 0x2d || $0 == 0x2e || $0 == 0x2f || $0 == 0x5f
    }
  }

  /// Whether a text is a full object id: 40 (SHA-1) or 64 (SHA-256) lower-case hex digits.
  public static func isObjectID(_ text: String) -> Bool {
    (text.utf8.count == 40 || text.utf8.count == 64)
      && text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a)
      || (byte >= 0x61 && byte <= 0x7a)
  }
}
