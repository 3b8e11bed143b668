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
  var isPrivate = false

  func run() throws {
    let words = try text.words(
      of: type, askingFor: type == .note ? "note" : "\(type), in a line")
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    var recording = ManualRecording(type: type, values: [:], options: options, isPrivate: isPrivate)
    recording.values[type == .note ? "text" : "desc"] = .string(words)
    let references = try References(closes: closes, replaces: place.replaces, in: workplace)
    if let severity { recording.values["severity"] = .string(severity) }
    references.add(to: &recording.values, of: type, area: place.area, links: place.link)
    let (event, result) = try recording.record(in: workplace)
    Report.say(
      result, event, json: options.json,
      next: references.next(after: event) ?? (isPrivate ? "It stays in this clone." : nil))
  }
}
