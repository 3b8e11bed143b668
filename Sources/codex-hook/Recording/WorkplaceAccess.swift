internal import ArgumentParser
internal import LiveContext
internal import MCPServer
internal import SystemPackage

/// The repository of the current folder, as the MCP server needs it; opened anew for each call.
struct WorkplaceAccess: RepositoryAccess {
  func context(budget: Int) throws -> String {
    try ContextReading.text(of: Workplace.open(), budget: budget)
  }

  func events(_ query: EventQuery) throws -> EventPage {
    let workplace = try Workplace.open()
    try workplace.requireStore()
    let search = EventSearch(
      types: query.type.map { [$0] } ?? [], area: query.area,
      since: try query.since.map { try Moment.parse($0) }, words: query.words)
    let (events, next) = try search.page(of: workplace, limit: query.limit, after: query.cursor)
    return EventPage(events: events, next: next)
  }

  func event(_ prefix: String) throws -> Event {
    let workplace = try Workplace.open()
    try workplace.requireStore()
    return try EventLookup.event(prefix, in: workplace)
  }

  func tail(_ count: Int) throws -> [Event] {
    let workplace = try Workplace.open()
    try workplace.requireStore()
    return try EventSearch().page(of: workplace, limit: count).events.reversed()
  }

  func summary() throws -> String {
    let workplace = try Workplace.open()
    try workplace.requireStore()
    let digest = try Digest(
      state: workplace.state, journal: JournalReader(workplace.store),
      contract: workplace.contract)
    return Summary.render(digest, contract: workplace.contract)
  }

  func state() throws -> State? { try Workplace.open().state }

  func validation() throws -> (events: Int, problems: [Problem]) {
    let workplace = try Workplace.open()
    try workplace.requireStore()
    return try workplace.validation()
  }

  func record(_ draft: EventDraft) throws -> RecordedEvent {
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    let references = try References(
      closes: draft.closes, replaces: draft.replaces, in: workplace)
    var recording = ManualRecording(
      type: draft.type, values: draft.values)
    references.add(
      to: &recording.values, of: draft.type, area: draft.values["area"]?.text,
      links: draft.values["links"]?.elements?.compactMap(\.text) ?? [])
    if let agent = Variables.agent ?? draft.client { recording.values["by"] = .string(agent) }
    let (event, result) = try recording.record(in: workplace)
    for warning in result.warnings { Terminal.complain(warning) }
    return RecordedEvent(
      event: event, kept: result.kept.first.map { ($0.path.string, $0.reason) },
      next: event.type == .issue
        ? "A fix closes it: record_fix with closes [\"\(event.id)\"]"
        : references.next(after: event))
  }

  func setState(feature: String?, status: String?, notes: String?) throws -> State {
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    return try workplace.setFocus(feature: feature, status: status, notes: notes)
  }
}
