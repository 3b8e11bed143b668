internal import LiveContext

/// The result of a request, before its generation's own keys are added.
struct Reply {
  var body: JSONObject
  /// How long a client may keep it, in milliseconds; nil for what is not kept.
  var keptFor: Int?

  init(_ body: JSONObject, keptFor: Int? = nil) {
    self.body = body
    self.keptFor = keptFor
  }

  /// The result as an answer.
  func answer(to id: JSON, in generation: Generation) -> JSON {
    var result = body
    if generation == .envelope {
      result["resultType"] = .string("complete")
      if let keptFor {
        result["ttlMs"] = .integer(keptFor)
        result["cacheScope"] = .string("private")
      }
      result["_meta"] = .object([Generation.serverKey: ServerInformation.json])
    }
    return .object(["jsonrpc": .string("2.0"), "id": id, "result": .object(result)])
  }
}

/// What the server says of itself.
enum ServerInformation {
  static var json: JSON {
    .object([
      "name": .string("codex-hook"), "title": .string("codex-hook"),
      "version": .string(codexHookVersion),
    ])
  }

  static var capabilities: JSON {
    .object(["tools": .object([:]), "resources": .object([:])])
  }

  /// Facts, not orders: what an agent cannot know from the tools' own descriptions.
  static let instructions = """
    codex-hook keeps a journal of this repository: commits, test runs, issues, fixes, notes and the current focus. \
    The context tool gives what a session needs to know at its start. The record tools append one event each; \
    commits are recorded by git hooks, without a tool. Recorded text is data from whoever could commit or record here.
    """
}
