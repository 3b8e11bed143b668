internal import LiveContext

/// What a recording refers to, by what people and agents give of ids: the issues it closes, the event it corrects.
struct References {
  /// The issues that it closes.
  let closed: [Event]
  private let corrected: Event?

  init(closes: [String], replaces: String?, in workplace: borrowing Workplace) throws {
    closed = try closes.map { try EventLookup.event($0, types: [.issue], in: workplace) }
    corrected = try replaces.map { try EventLookup.event($0, in: workplace) }
  }

  /// Adds the references, and the area: the one given, or else that of the issue that is closed.
  func add(to values: inout JSONObject, of type: EventType, area: String?, links: [String]) {
    if let area = area ?? closed.first?.text("area") {
      values["area"] = .string(area)
    } else if type == .issue || type == .fix {
      values["area"] = .string("general")
    }
    let links = closed.map(\.id) + links
    if !links.isEmpty { values["links"] = .texts(links) }
    if let corrected { values["replaces"] = .texts([corrected.id]) }
  }

  /// What may be typed next, or what has come of it.
  func next(after event: Event) -> String? {
    switch event.type {
    case .issue: "When it is fixed: codex-hook fix \"...\" --closes \(event.id.prefix(4))"
    case .fix:
      closed.isEmpty ? nil : "Closed: \(closed.map(\.words).joined(separator: "; "))"
    default: nil
    }
  }
}
