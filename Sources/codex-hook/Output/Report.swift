internal import LiveContext
internal import SystemPackage

/// What a recording command says back: one line with the id and the next step, or one JSON object.
enum Report {
  static func say(_ recording: Recording, _ event: Event, json: Bool, next: String?) {
    for warning in recording.warnings { Terminal.complain(warning) }
    Terminal.tell(recording.redacted)
    let kept = recording.kept.first
    if json { return Terminal.say(self.json(recording, event).compact) }
    if let kept {
      Terminal.say(
        "kept \(event.type) \(event.shortID) in \(kept.path), because \(kept.reason); the next recording takes it in"
      )
      return
    }
    let area = event.text("area").map { " (\($0))" } ?? ""
    Terminal.say("recorded \(event.type) \(event.shortID)\(area)." + (next.map { " " + $0 } ?? ""))
  }

  /// The same as one object; `kept_in` and `reason` are there when the event waits to be taken in.
  static func json(_ recording: Recording, _ event: Event) -> JSON {
    let kept = recording.kept.first
    var object: JSONObject = ["recorded": .bool(kept == nil), "event": event.json]
    if let kept {
      object["kept_in"] = .string(kept.path.string)
      object["reason"] = .string(kept.reason)
    }
    return .object(object)
  }
}
