internal import LiveContext

/// Gemini CLI's `context.fileName`: which files it reads at the start.
///
/// The name may stand there by somebody's own hand. Ours is told from it by two blanks before the value.
enum GeminiFileName {
  private static let mark = "  "
  private static let name = JSON.string("AGENTS.md")

  static func placed(in bytes: [UInt8]) throws(AgentFileError) -> [UInt8] {
    let text = try read(bytes)
    let context = text.root["context"]
    guard let value = context?["fileName"] else {
      let list = JSON.array([name, .string("GEMINI.md")])
      let entry = JSONEntry(path: ["context"], key: "fileName", value: list, mark: .key)
      return try marked(entry.placed(in: bytes))
    }
    if value.json == name || value.elements?.contains(where: { $0.json == name }) == true {
      return bytes
    }
    if let last = value.elements?.last {
      return text.replacing([
        last.range.upperBound..<last.range.upperBound: "," + mark + name.compact
      ])
    }
    guard value.json.text != nil || value.elements?.isEmpty == true else {
      throw AgentFileError("\"context.fileName\" in it is neither a text nor a list")
    }
    if value.elements != nil {
      let place = value.range.lowerBound + 1
      return text.replacing([place..<place: mark + name.compact])
    }
    let end = value.range.upperBound
    return text.replacing([
      value.range.lowerBound..<value.range.lowerBound: "[",
      end..<end: "," + mark + name.compact + " ]",
    ])
  }

  static func removed(from bytes: [UInt8]) throws(AgentFileError) -> [UInt8] {
    let text = try read(bytes)
    guard let value = text.root["context"]?["fileName"],
      let index = value.elements?.firstIndex(where: { $0.json == name }),
      let elements = value.elements
    else { return bytes }
    let element = elements[index].range
    let start = value.range.lowerBound
    if index == 0, elements.count == 2, isMarked(start, in: bytes) {
      let entry = JSONEntry(path: ["context"], key: "fileName", value: .null, mark: .key)
      return try entry.removed(from: bytes)
    }
    guard isMarked(element.lowerBound, in: bytes) else { return bytes }
    if index == 0 { return text.replacing([(start + 1)..<element.upperBound: ""]) }
    let before = elements[index - 1].range
    if elements.count == 2, before.lowerBound == start + 1,
      element.upperBound == value.range.upperBound - 2, bytes[element.upperBound] == 0x20
    {
      // Only a text that was made a list has a blank before its bracket and none behind the other.
      return text.replacing([
        start..<(start + 1): "", before.upperBound..<value.range.upperBound: "",
      ])
    }
    return text.replacing([before.upperBound..<element.upperBound: ""])
  }

  /// The text with a second blank before the value that has just been placed.
  private static func marked(_ bytes: [UInt8]) throws(AgentFileError) -> [UInt8] {
    let text = try read(bytes)
    guard let place = text.root["context"]?["fileName"]?.range.lowerBound else { return bytes }
    return text.replacing([place..<place: " "])
  }

  private static func isMarked(_ place: Int, in bytes: [UInt8]) -> Bool {
    place >= 2 && bytes[place - 1] == 0x20 && bytes[place - 2] == 0x20
  }

  private static func read(_ bytes: [UInt8]) throws(AgentFileError) -> JSONText {
    do { return try JSONText(bytes) } catch { throw AgentFileError("it is no JSON: \(error)") }
  }
}
