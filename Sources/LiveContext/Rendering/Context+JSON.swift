extension Context {
  /// The context as one JSON object with stable keys.
  public var json: JSON {
    var object: JSONObject = ["now": .string(now.description)]
    object["branch"] = branch.map { .string($0) } ?? .null
    object["focus"] = digest.state.map { .object($0.body) } ?? .null
    object["uncommitted"] = uncommitted.map { .string($0) } ?? .null
    object["recent"] = .array(digest.recent.map(\.json))
    object["unrecorded"] = .array(unrecorded.map(\.json))
    object["test"] = digest.test?.json ?? .null
    object["performance"] = .array(digest.performance.map(\.json))
    object["runs"] = .array(digest.runs.map(\.json))
    object["open_issues"] = .array(digest.openIssues.map(\.json))
    object["work_trees"] = .array(
      neighbours.map { neighbour in
        .object([
          "path": .string(neighbour.path),
          "branch": neighbour.branch.map { .string($0) } ?? .null,
          "focus": neighbour.state.map { .object($0.body) } ?? .null,
          "last_event": neighbour.lastEvent.map { .string($0.description) } ?? .null,
        ])
      })
    return .object(object)
  }
}

extension Event {
  /// The event's own keys behind its id.
  public var json: JSON {
    var object: JSONObject = ["id": .string(id)]
    for member in body.members where member.key != "id" { object[member.key] = member.value }
    return .object(object)
  }
}
