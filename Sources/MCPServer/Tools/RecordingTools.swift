internal import LiveContext

extension Tool {
  static let recordNote = Tool(
    name: "record_note", title: "Record a note",
    description: "Records something worth knowing later, one fact in at most 120 characters.",
    input: Schema.object(
      place.behind(["text": Schema.text("The fact.")]), required: ["text"], isClosed: true),
    output: recorded, isReader: false
  ) { call in
    var call = call
    let draft = EventDraft(
      type: .note, values: ["text": .string(try call.arguments.neededText("text"))])
    return try record(draft, &call)
  }

  static let recordIssue = Tool(
    name: "record_issue", title: "Record an issue",
    description: "Records a problem that was seen. It stays open until a fix closes it by its id.",
    input: Schema.object(
      place.behind([
        "desc": Schema.text("What is wrong, in at most 120 characters."),
        "severity": Schema.text("How bad it is, in a word."),
      ]), required: ["desc"], isClosed: true),
    output: recorded, isReader: false
  ) { call in
    var call = call
    var draft = EventDraft(
      type: .issue, values: ["desc": .string(try call.arguments.neededText("desc"))])
    draft.values["severity"] = try call.arguments.text("severity").map { .string($0) }
    return try record(draft, &call)
  }

  static let recordFix = Tool(
    name: "record_fix", title: "Record a fix",
    description: "Records that a problem is gone, and closes the issues that it names.",
    input: Schema.object(
      place.behind([
        "desc": Schema.text("What was mended, in at most 120 characters."),
        "closes": Schema.texts("Ids of the issues that are closed, or their first digits."),
      ]), required: ["desc"], isClosed: true),
    output: recorded, isReader: false
  ) { call in
    var call = call
    var draft = EventDraft(
      type: .fix, values: ["desc": .string(try call.arguments.neededText("desc"))])
    draft.closes = try call.arguments.texts("closes")
    return try record(draft, &call)
  }

  static let recordTest = Tool(
    name: "record_test", title: "Record a test run",
    description: "Records what a test run that has ended came to.",
    input: Schema.object(
      [
        "result": Schema.word(
          ["pass", "fail", "mixed"], "pass, fail (none passed, or it broke off) or mixed."),
        "count": Schema.integer("How many tests ran."),
        "passed": Schema.integer("How many passed."),
        "failed": Schema.integer("How many failed."),
        "skipped": Schema.integer("How many were left out."),
        "focus": Schema.text("What was tested."),
        "duration_s": Schema.number("How long it took, in seconds."),
        "replaces": replaces,
      ], required: ["result", "count"], isClosed: true),
    output: recorded, isReader: false
  ) { call in
    var call = call
    var values: JSONObject = [
      "result": .string(try call.arguments.neededText("result")),
      "count": .integer(try call.arguments.neededInteger("count")),
    ]
    for name in ["passed", "failed", "skipped"] {
      values[name] = try call.arguments.integer(name).map { .integer($0) }
    }
    values["focus"] = try call.arguments.text("focus").map { .string($0) }
    values["duration_s"] = try call.arguments.number("duration_s")
    return try record(EventDraft(type: .test, values: values), &call)
  }

  private static let replaces = Schema.text(
    "The id, or its first digits, of the event that this one corrects.")

  /// What notes, issues and fixes may carry beside their text.
  private static let place: JSONObject = [
    "area": Schema.tag("The part of the project, a short tag such as auth or sync."),
    "links": Schema.texts("Ids, shas, #12 or URLs that belong to it."),
    "replaces": replaces,
  ]

  private static let recorded = Schema.object(
    [
      "recorded": Schema.flag("Whether it is in the journal; if not, it waits and is taken in."),
      "id": Schema.text("The event's id."),
      "event": Schema.event,
      "kept_in": Schema.text("The file where it waits."),
      "reason": Schema.text("Why it waits."),
      "next": Schema.text("What may be done next."),
    ], required: ["recorded", "id", "event"])

  /// Takes what all recording tools share, and records.
  private static func record(_ draft: EventDraft, _ call: inout Call) throws -> ToolOutput {
    var draft = draft
    if draft.type != .test {
      draft.values["area"] = try call.arguments.text("area").map { .string($0) }
      let links = try call.arguments.texts("links")
      if !links.isEmpty { draft.values["links"] = .array(links.map { .string($0) }) }
    }
    draft.replaces = try call.arguments.text("replaces")
    draft.client = call.client
    try call.end()
    let outcome = try call.access.record(draft)
    var result: JSONObject = [
      "recorded": .bool(outcome.kept == nil), "id": .string(outcome.event.id),
      "event": outcome.event.json.harmless,
    ]
    if let kept = outcome.kept {
      result["kept_in"] = .string(kept.path)
      result["reason"] = .string(kept.reason)
    }
    if let next = outcome.next { result["next"] = .string(HarmlessText.line(next)) }
    return ToolOutput(result)
  }
}

extension JSONObject {
  /// The members of both, the others first.
  func behind(_ others: JSONObject) -> JSONObject {
    var all = others
    for member in members { all[member.key] = member.value }
    return all
  }
}
