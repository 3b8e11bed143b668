extension Contract {
  /// Reads a line of a journal, without its line break, as leniently as a reader must.
  ///
  /// A line is an event if it is a JSON object of at most 2,048 bytes with `ts` (any ISO 8601 instant), a known `type` and
  /// the plan's own keys of that type. Further keys are kept.
  public func read(_ line: ArraySlice<UInt8>) throws(ContractError) -> Event {
    guard line.count < Event.maximumLineLength else {
      throw ContractError("the line is longer than \(Event.maximumLineLength) bytes")
    }
    // JSON allows line breaks between its tokens; a journal does not.
    guard !line.contains(0x0a) else { throw ContractError("the line is more than one line") }
    let value: JSON
    do { value = try JSON.parse(line) } catch { throw ContractError("no JSON: \(error)") }
    guard let body = value.object else { throw ContractError("the line is no JSON object") }
    guard let written = body["ts"]?.text else { throw ContractError("ts is missing") }
    guard let timestamp = Timestamp(written) else {
      throw ContractError("ts \"\(text(written, limit: 40))\" is no ISO 8601 instant")
    }
    guard let word = body["type"]?.text else { throw ContractError("type is missing") }
    guard let schema = schema(of: EventType(rawValue: word)) else {
      throw ContractError("the type \"\(text(word, limit: 40))\" is unknown")
    }
    for field in schema.fields {
      guard let given = body[field.name] else {
        if field.need == .plan { throw ContractError("\(field.name) is missing") }
        continue
      }
      if !Contract.holds(given, field.kind) {
        throw ContractError("\(field.name) is not what \(word) events have there")
      }
    }
    return Event(
      timestamp: timestamp, type: schema.type, body: body,
      line: String(decoding: line, as: UTF8.self))
  }

  /// Reads a line that somebody else wrote and redacts it again.
  ///
  /// A line in which nothing had to be redacted stays byte for byte as it was; any other is written anew, with its old id
  /// in `was`, so that it is known when it comes again.
  public func adopt(_ line: ArraySlice<UInt8>) throws(ContractError) -> Event {
    let event = try read(line)
    var changed = false
    var body = JSONObject()
    for member in event.body.members {
      let limit = Contract.maximumTextLength
      body.append(
        member.key, clean(member.value, key: member.key, limit: limit, changed: &changed))
    }
    guard changed else { return event }
    if event.type != .commit { body["was"] = .string(event.id) }
    let written = JSON.object(body).compact
    guard written.utf8.count < Event.maximumLineLength else {
      throw ContractError("redacted, the line is longer than \(Event.maximumLineLength) bytes")
    }
    return Event(
      timestamp: event.timestamp, type: event.type, body: body, line: written,
      redacted: redactions(in: event.body, written: written))
  }

  private func clean(
    _ value: JSON, key: String, limit: Int, changed: inout Bool
  ) -> JSON {
    switch value {
    case .string(let raw):
      if key == "sha" || key == "ts" || key == "type" || key == "was" { return value }
      let line = text(raw, limit: limit)
      if line != raw { changed = true }
      return .string(line)
    case .array(let elements):
      let limit = Contract.maximumLinkLength
      return .array(elements.map { clean($0, key: key, limit: limit, changed: &changed) })
    case .object(let object):
      var result = JSONObject()
      for member in object.members {
        result.append(
          member.key, clean(member.value, key: member.key, limit: limit, changed: &changed))
      }
      return .object(result)
    default: return value
    }
  }

  /// Whether a value is of the right sort, however strict its content: other writers know only the plan.
  private static func holds(_ value: JSON, _ kind: Field.Kind) -> Bool {
    switch kind {
    case .text, .tag, .branch: value.text != nil
    case .objectID: value.text.map { $0.utf8.count >= 4 && $0.utf8.allSatisfy(isHexDigit) } ?? false
    case .count: (value.int ?? -1) >= 0
    case .number: value.double != nil
    case .word(let words): value.text.map(words.contains) ?? false
    case .objectIDs, .links: value.elements?.allSatisfy { $0.text != nil } ?? false
    case .object: value.object != nil
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool { hexDigit(byte) != nil }
}
