internal import LiveContext

/// The messages about tools.
enum ToolCalls {
  /// `tools/list`: all of them, on one page.
  static func list(_ request: Request) throws(ProtocolError) -> Reply {
    try Page.check(request)
    return Reply(["tools": .array(Tool.all.map { $0.json })], keptFor: 3_600_000)
  }

  /// `tools/call`: what a tool could not do is a result that the agent reads; only an unknown tool is the protocol's matter.
  static func call(
    _ request: Request, _ access: any RepositoryAccess, client: String?
  ) throws(ProtocolError) -> Reply {
    guard let name = request.params["name"]?.text else {
      throw .invalidParams("the tool's name is missing")
    }
    guard let tool = Tool.all.first(where: { $0.name == name }) else {
      throw .invalidParams("unknown tool \(HarmlessText.line(name, limit: 80))")
    }
    let arguments = request.params["arguments"]
    do {
      guard let object = arguments == nil ? JSONObject() : arguments?.object else {
        throw ArgumentError("the arguments are not an object")
      }
      let output = try tool.run(
        Tool.Call(
          arguments: Arguments(object), access: access, client: client, schema: tool.input))
      return Reply([
        "content": content(output.text), "structuredContent": .object(output.structured),
        "isError": .bool(false),
      ])
    } catch {
      return Reply([
        "content": content("\(tool.name): \(error)"), "isError": .bool(true),
      ])
    }
  }

  private static func content(_ text: String) -> JSON {
    .array([.object(["type": .string("text"), "text": .string(text)])])
  }
}

/// Lists that are short enough for one page.
enum Page {
  /// Fails for a cursor, as none was ever given out.
  static func check(_ request: Request) throws(ProtocolError) {
    if let cursor = request.params["cursor"], cursor != .null {
      throw .invalidParams("unknown cursor; the list has one page")
    }
  }
}
