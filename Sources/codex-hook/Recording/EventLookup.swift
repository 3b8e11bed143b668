internal import LiveContext

/// Finds events by what people type of their ids.
enum EventLookup {
  /// The one event whose id begins with `prefix`.
  ///
  /// - Throws: a failure that says whether there is none or more than one.
  static func event(
    _ prefix: String, types: Set<EventType>? = nil, in workplace: borrowing Workplace
  ) throws -> Event {
    var found: [Event] = []
    guard prefix.utf8.count >= 4 else {
      throw CommandFailure("\"\(prefix)\" is too short for an id; give at least 4 of its digits")
    }
    try JournalReader(workplace.store)
      .forEachEvent(workplace.contract, types: types, limit: .max) { event in
        if event.id.hasPrefix(prefix) { found.append(event) }
        return found.count < 2
      }
    guard let event = found.first else {
      throw CommandFailure(
        "no \(types?.first?.rawValue ?? "event") has an id that begins with \(prefix); see: codex-hook log"
      )
    }
    guard found.count == 1 else {
      throw CommandFailure(
        "\(prefix) begins the ids of \(found[0].id) and \(found[1].id); give more digits")
    }
    return event
  }
}
