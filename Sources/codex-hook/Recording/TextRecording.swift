internal import ArgumentParser
internal import LiveContext

/// Records a note, an issue or a fix: one way for the three commands and for `note --issue` and `note --fix`.
struct TextRecording {
  let type: EventType
  let text: TextArgument
  let place: PlaceOptions
  var severity: String?
  var closes: [String] = []
  let options: CommonOptions

  func run() throws {
    let words = try text.words(askingFor: type == .note ? "note" : "\(type), in a line")
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    var recording = ManualRecording(type: type, values: [:], options: options)
    recording.values[type == .note ? "text" : "desc"] = .string(words)
    let closed = try closes.map {
      try EventLookup.event($0, types: [.issue], in: workplace)
    }
    if let area = place.area ?? closed.first?.text("area") {
      recording.values["area"] = .string(area)
    } else if type != .note {
      recording.values["area"] = .string("general")
    }
    if let severity { recording.values["severity"] = .string(severity) }
    let links = closed.map(\.id) + place.link
    if !links.isEmpty { recording.values["links"] = .texts(links) }
    if let replaces = place.replaces {
      let corrected = try EventLookup.event(replaces, in: workplace)
      recording.values["replaces"] = .texts([corrected.id])
    }
    let (event, result) = try recording.record(in: workplace)
    Report.say(result, event, json: options.json, next: next(event, closed))
  }

  private func next(_ event: Event, _ closed: [Event]) -> String? {
    switch type {
    case .issue: "When it is fixed: codex-hook fix \"...\" --closes \(event.id.prefix(4))"
    case .fix:
      closed.isEmpty ? nil : "Closed: \(closed.map(\.words).joined(separator: "; "))"
    default: nil
    }
  }
}
