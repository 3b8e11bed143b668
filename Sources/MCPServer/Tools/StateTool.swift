internal import LiveContext

extension Tool {
  static let setState = Tool(
    name: "set_state", title: "Set the focus",
    description:
      "Changes the focus of this work tree: what is worked on, how it stands, a hint. What is not given stays.",
    input: Schema.object(
      [
        "feature": Schema.text("What is being worked on, a short slug."),
        "status": Schema.word(State.statuses, "How it stands."),
        "notes": .object([
          "type": .string("string"),
          "description": .string("A hint in one line of at most 120 characters; \"\" removes it."),
        ]),
      ], isClosed: true, atLeast: 1),
    output: Schema.object(
      [
        "current_feature": .object(["type": .string("string")]),
        "current_branch": .object(["type": .string("string")]),
        "status": .object(["type": .string("string")]),
        "last_updated": .object(["type": .string("string")]),
        "notes": .object(["type": .string("string")]),
      ], required: ["current_feature", "current_branch", "status", "last_updated"]),
    isReader: false
  ) { call in
    var call = call
    let feature = try call.arguments.text("feature")
    let status = try call.arguments.text("status")
    let notes = try call.arguments.text("notes")
    try call.end()
    guard feature != nil || status != nil || notes != nil else {
      throw ArgumentError("nothing to set: give feature, status or notes")
    }
    let state = try call.access.setState(feature: feature, status: status, notes: notes)
    return ToolOutput(JSON.object(state.body).harmless.object ?? [:])
  }
}
