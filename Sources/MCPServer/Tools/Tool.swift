internal import LiveContext

/// One tool: what a client is told of it, and what it does.
struct Tool: Sendable {
  let name: String
  let title: String
  let description: String
  let input: JSON
  let output: JSON
  /// Whether it changes nothing; clients ask a person before any other.
  let isReader: Bool
  let run: @Sendable (Call) throws -> ToolOutput

  /// What a tool is called with.
  struct Call {
    var arguments: Arguments
    let access: any RepositoryAccess
    let client: String?
    /// The tool's input schema.
    let schema: JSON

    /// Fails if an argument is left that the tool does not know.
    func end() throws(ArgumentError) { try arguments.end(schema) }
  }

  /// All tools, in the order in which they are listed.
  static let all = [
    context, log, recordNote, recordIssue, recordFix, recordTest, setState, validate,
  ]

  var json: JSON {
    var annotations: JSONObject = ["title": .string(title), "readOnlyHint": .bool(isReader)]
    if !isReader { annotations["destructiveHint"] = .bool(false) }
    annotations["openWorldHint"] = .bool(false)
    return .object([
      "name": .string(name), "title": .string(title), "description": .string(description),
      "inputSchema": input, "outputSchema": output, "annotations": .object(annotations),
    ])
  }
}

/// What a tool gives: an object by its output schema, and the same in words.
struct ToolOutput {
  let structured: JSONObject
  let text: String

  init(_ structured: JSONObject, text: String? = nil) {
    self.structured = structured
    self.text = text ?? JSON.object(structured).compact
  }
}
