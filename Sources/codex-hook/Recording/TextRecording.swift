internal import ArgumentParser
internal import LiveContext

/// Records a note, an issue or a fix: one way for the three commands and for `note --issue` and `note --fix`.
struct TextRecording {
  let type: EventType
  /// The words of the text; without any, a person at a terminal is asked.
  let words: [String]
  var area: String?
  var links: [String] = []
  var replaces: String?
  var severity: String?
  var closes: [String] = []
  /// Whether what it says is one JSON object.
  var json = false
  /// Whether it stays in this clone even where the repository is shared.
  var isPrivate = false

  func run() throws {
    let text = try TextArgument.text(
      of: words, for: type, askingFor: type == .note ? "note" : "\(type), in a line")
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    var recording = ManualRecording(type: type, values: [:], json: json, isPrivate: isPrivate)
    recording.values[type == .note ? "text" : "desc"] = .string(text)
    let references = try References(closes: closes, replaces: replaces, in: workplace)
    if let severity { recording.values["severity"] = .string(severity) }
    references.add(to: &recording.values, of: type, area: area, links: links)
    let (event, result) = try recording.record(in: workplace)
    Report.say(
      result, event, json: json,
      next: references.next(after: event) ?? (isPrivate ? "It stays in this clone." : nil))
  }
}

extension TextRecording {
  /// The recording that a command's options ask for.
  init(_ type: EventType, _ text: TextArgument, _ place: PlaceOptions, _ options: CommonOptions) {
    (self.type, words, json) = (type, text.text, options.json)
    (area, links, replaces) = (place.area, place.link, place.replaces)
  }
}
