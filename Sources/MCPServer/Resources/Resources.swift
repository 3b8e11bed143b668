internal import LiveContext

/// The messages about resources: what an agent or a person can attach to a conversation.
enum Resources {
  private static let scheme = "codex-hook://"
  /// How many lines the journal's resource has: as many as the plan lets an agent read at its start.
  static let tailLength = 100

  /// `resources/list`.
  static func list(_ request: Request) throws(ProtocolError) -> Reply {
    try Page.check(request)
    return Reply(
      [
        "resources": .array([
          entry("state", "Focus", "The focus of this work tree.", "application/json"),
          entry("summary", "Summary", "The newest events and the focus.", "text/markdown"),
          entry(
            "journal", "Journal", "The newest \(tailLength) events, oldest first, one a line.",
            "application/x-ndjson"),
        ])
      ], keptFor: 3_600_000)
  }

  /// `resources/templates/list`.
  static func templates(_ request: Request) throws(ProtocolError) -> Reply {
    try Page.check(request)
    return Reply(
      [
        "resourceTemplates": .array([
          .object([
            "uriTemplate": .string(scheme + "event/{id}"), "name": .string("event"),
            "title": .string("Event"),
            "description": .string("One event by its id, or by its id's first digits."),
            "mimeType": .string("application/json"),
          ])
        ])
      ], keptFor: 3_600_000)
  }

  /// `resources/read`: a resource that is not there is an error, never an empty text.
  static func read(
    _ request: Request, _ access: any RepositoryAccess, _ generation: Generation
  ) throws(ProtocolError) -> Reply {
    guard let uri = request.params["uri"]?.text else { throw .invalidParams("uri is missing") }
    let content: (type: String, text: String)?
    do { content = try text(of: uri, access) } catch {
      throw missing(uri, "\(error)", generation)
    }
    guard let content else { throw missing(uri, "there is no such resource", generation) }
    return Reply(
      [
        "contents": .array([
          .object([
            "uri": .string(uri), "mimeType": .string(content.type), "text": .string(content.text),
          ])
        ])
      ], keptFor: 0)
  }

  private static func text(
    of uri: String, _ access: any RepositoryAccess
  ) throws -> (type: String, text: String)? {
    guard uri.hasPrefix(scheme) else { return nil }
    let path = uri.dropFirst(scheme.count)
    switch path {
    case "state":
      guard let state = try access.state() else { return nil }
      return ("application/json", JSON.object(state.body).harmless.compact)
    case "summary":
      let lines = try access.summary().split(separator: "\n", omittingEmptySubsequences: false)
      return (
        "text/markdown",
        lines.map { HarmlessText.line(String($0), limit: 300) }.joined(separator: "\n")
      )
    case "journal":
      let lines = try access.tail(tailLength).map { $0.json.harmless.compact + "\n" }
      return ("application/x-ndjson", lines.joined())
    default:
      guard path.hasPrefix("event/") else { return nil }
      let event = try access.event(String(path.dropFirst(6)))
      return ("application/json", event.json.harmless.compact)
    }
  }

  /// The handshake's revisions have a code of their own for it.
  private static func missing(
    _ uri: String, _ reason: String, _ generation: Generation
  ) -> ProtocolError {
    ProtocolError(
      code: generation == .envelope ? -32602 : -32002, message: reason,
      data: .object(["uri": .string(HarmlessText.line(uri, limit: 200))]))
  }

  private static func entry(
    _ name: String, _ title: String, _ description: String, _ type: String
  ) -> JSON {
    .object([
      "uri": .string(scheme + name), "name": .string(name), "title": .string(title),
      "description": .string(description), "mimeType": .string(type),
    ])
  }
}
