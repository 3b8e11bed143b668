internal import LiveContext

extension JSONText {
  /// The text with an item added as the last one of a container.
  ///
  /// Into a container that was there and empty the item goes behind a blank of its own: by it, `removing` knows that the
  /// container is not ours.
  func appending(_ item: JSON, key: String?, to container: Node, depth: Int) -> [UInt8] {
    let close = container.range.upperBound - 1
    let isMultiline = self.isMultiline(container)
    let indent = isMultiline ? lineBreak + itemIndent(container, depth: depth) : ""
    let style = JSONStyle(
      unit: unit, lineBreak: isMultiline ? lineBreak : nil,
      indent: isMultiline ? itemIndent(container, depth: depth) : "")
    let written = (key.map { JSON.string($0).compact + ": " } ?? "") + style.write(item)

    guard let last = container.items.last else {
      let inner = container.range.lowerBound + 1
      let place = lastMark(from: inner, to: close)
      let lead = place > inner ? indent : " " + indent
      return replacing([place..<place: lead + written])
    }
    let tail = JSONText.end(ofTriviaIn: bytes, from: last.upperBound)
    let hasTrailingComma = bytes[tail] == UInt8(ascii: ",")
    let place = lastMark(from: hasTrailingComma ? tail + 1 : last.upperBound, to: close)
    let needsBreak = !isMultiline && endsInLineComment(last.upperBound, place)
    let lead = isMultiline ? indent : needsBreak ? lineBreak : " "
    if hasTrailingComma { return replacing([place..<place: lead + written + ","]) }
    if place == last.upperBound { return replacing([place..<place: "," + lead + written]) }
    return replacing([
      last.upperBound..<last.upperBound: ",", place..<place: lead + written,
    ])
  }

  /// The text without one item of a container; what `appending` has put around it goes with it.
  func removing(_ index: Int, of container: Node) -> (text: [UInt8], wasThereBefore: Bool) {
    let items = container.items
    let item = items[index]
    let before = index > 0 ? items[index - 1].upperBound : container.range.lowerBound + 1
    let behind = JSONText.end(ofTriviaIn: bytes, from: item.upperBound)
    let hasCommaBehind = bytes[behind] == UInt8(ascii: ",")
    let commaBefore = index > 0 ? JSONText.end(ofTriviaIn: bytes, from: before) : nil
    let start = lastMark(from: commaBefore.map { $0 + 1 } ?? before, to: item.lowerBound)
    var edits: [Range<Int>: String] = [:]
    edits[start..<(hasCommaBehind ? behind + 1 : item.upperBound)] = ""
    if let commaBefore, !hasCommaBehind { edits[commaBefore..<(commaBefore + 1)] = "" }
    let isMarked = index == 0 && bytes[before] == 0x20
    return (replacing(edits), items.count > 1 || isMarked || start > before)
  }

  /// The text with some ranges replaced.
  func replacing(_ edits: [Range<Int>: String]) -> [UInt8] {
    var text = bytes
    for (range, new) in edits.sorted(by: { $0.key.lowerBound > $1.key.lowerBound }) {
      text.replaceSubrange(range, with: new.utf8)
    }
    return text
  }

  /// What one level of depth is indented by.
  private var unit: String {
    guard let first = root.items.first else { return "  " }
    let line = JSONText.indent(before: first.lowerBound, in: bytes)
    return line.isEmpty ? "  " : line
  }

  /// `\r\n` in a file that has it.
  private var lineBreak: String {
    guard let first = bytes.firstIndex(of: 0x0a) else { return "\n" }
    return first > 0 && bytes[first - 1] == 0x0d ? "\r\n" : "\n"
  }

  /// Whether the items of a container stand on lines of their own.
  private func isMultiline(_ container: Node) -> Bool {
    let end = container.items.first?.lowerBound ?? container.range.upperBound - 1
    return bytes[container.range.lowerBound..<end].contains(0x0a)
  }

  private func itemIndent(_ container: Node, depth: Int) -> String {
    if let first = container.items.first {
      return JSONText.indent(before: first.lowerBound, in: bytes)
    }
    return String(repeating: unit, count: depth + 1)
  }

  /// The white space at the start of the line that a place is on.
  private static func indent(before place: Int, in bytes: [UInt8]) -> String {
    let start = bytes[..<place].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let indent = bytes[start..<place].prefix { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: indent, as: UTF8.self)
  }

  /// The place behind the last byte of a range that is not white space.
  private func lastMark(from start: Int, to end: Int) -> Int {
    var place = end
    while place > start, JSONText.isSpace(bytes[place - 1]) { place -= 1 }
    return place
  }

  /// Whether the last comment in a range of white space, comments and a comma runs to the end of its line.
  private func endsInLineComment(_ start: Int, _ end: Int) -> Bool {
    var at = start
    var isLine = false
    while at < end {
      if bytes[at...].starts(with: "/*".utf8) {
        isLine = false
        at = JSONText.end(ofCommentIn: bytes, from: at)
      } else if bytes[at...].starts(with: "//".utf8) {
        isLine = true
        at = JSONText.end(ofCommentIn: bytes, from: at)
      } else {
        at += 1
      }
    }
    return isLine
  }
}

/// How a value is written into a file: like its neighbours.
struct JSONStyle {
  /// What one level is indented by.
  let unit: String
  /// nil where all stands on one line.
  let lineBreak: String?
  /// What the lines of the value are indented by.
  let indent: String

  func write(_ value: JSON) -> String { write(value, level: 0) }

  private func write(_ value: JSON, level: Int) -> String {
    switch value {
    case .object(let object):
      list(
        object.members.map {
          JSON.string($0.key).compact + ": " + write($0.value, level: level + 1)
        }, "{", "}", level: level)
    case .array(let elements):
      elements.allSatisfy { $0.object == nil && $0.elements == nil }
        ? "[" + elements.map(\.compact).joined(separator: ", ") + "]"
        : list(elements.map { write($0, level: level + 1) }, "[", "]", level: level)
    default: value.compact
    }
  }

  private func list(_ items: [String], _ open: String, _ close: String, level: Int) -> String {
    guard let lineBreak else { return open + items.joined(separator: ", ") + close }
    let outer = lineBreak + indent + String(repeating: unit, count: level)
    return open + items.map { outer + unit + $0 }.joined(separator: ",") + outer + close
  }
}
