internal import LiveContext

/// Something of ours that stands in a JSON file of people's: a member of an object, or an element of an array.
struct JSONEntry: Sendable {
  /// The keys that lead from the root to the container.
  let path: [String]
  /// The member's key; nil for an element.
  let key: String?
  let value: JSON
  /// What tells ours from others'.
  let mark: Mark

  /// What tells ours from others'.
  enum Mark: Sendable {
    /// The key.
    case key
    /// The hook's command.
    case command
  }

  /// A hook of an agent: an element of `hooks.EVENT`.
  static func hook(_ event: String, _ value: JSON) -> JSONEntry {
    JSONEntry(path: ["hooks", event], key: nil, value: value, mark: .command)
  }

  /// A server: a member of `mcpServers`.
  static func server(_ value: JSON) -> JSONEntry {
    JSONEntry(path: ["mcpServers"], key: "codex-hook", value: value, mark: .key)
  }

  /// The text with the entry; the same text if it is there.
  func placed(in bytes: [UInt8]) throws(AgentFileError) -> [UInt8] {
    let text = try JSONEntry.read(bytes)
    var container = text.root
    for (depth, step) in path.enumerated() {
      guard container.members != nil else { throw JSONEntry.misplaced(path.prefix(depth)) }
      guard let inner = container[step] else {
        return text.appending(
          nested(below: depth + 1), key: step, to: container, depth: depth)
      }
      container = inner
    }
    if try index(in: container) != nil { return bytes }
    return text.appending(value, key: key, to: container, depth: path.count)
  }

  /// The text without the entry, and without the containers that came with it.
  func removed(from bytes: [UInt8]) throws(AgentFileError) -> [UInt8] {
    let text = try JSONEntry.read(bytes)
    var way = [text.root]
    for step in path {
      guard let inner = way.last?[step] else { return bytes }
      way.append(inner)
    }
    guard var index = try index(in: way[way.count - 1]) else { return bytes }
    while true {
      let container = way.removeLast()
      let (rest, wasThereBefore) = text.removing(index, of: container)
      guard !wasThereBefore, let parent = way.last,
        let outer = parent.members?.firstIndex(where: { $0.key == path[way.count - 1] })
      else { return rest }
      index = outer
    }
  }

  private func nested(below depth: Int) -> JSON {
    guard depth < path.count else {
      return key.map { .object([$0: value]) } ?? .array([value])
    }
    return .object([path[depth]: nested(below: depth + 1)])
  }

  /// Where the entry stands in its container.
  private func index(in container: JSONText.Node) throws(AgentFileError) -> Int? {
    if let key {
      guard let members = container.members else { throw JSONEntry.misplaced(path[...]) }
      return members.firstIndex { $0.key == key }
    }
    guard let elements = container.elements else { throw JSONEntry.misplaced(path[...]) }
    return elements.firstIndex { JSONEntry.isOurs($0.json) }
  }

  /// Whether a hook runs our command and nothing else.
  private static func isOurs(_ hook: JSON) -> Bool {
    guard let hook = hook.object else { return false }
    if let inner = hook["hooks"]?.elements {
      return inner.count == 1 && isOurs(inner[0])
    }
    return (hook["command"] ?? hook["bash"])?.text == AgentFiles.hookCommand
  }

  private static func read(_ bytes: [UInt8]) throws(AgentFileError) -> JSONText {
    do { return try JSONText(bytes) } catch { throw AgentFileError("it is no JSON: \(error)") }
  }

  private static func misplaced(_ path: ArraySlice<String>) -> AgentFileError {
    AgentFileError("\"\(path.joined(separator: "."))\" in it is not of the kind that it must be")
  }
}
