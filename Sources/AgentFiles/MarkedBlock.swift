/// A few lines of ours in a file of people's, between two lines that say so.
struct MarkedBlock {
  let begin: String
  let end: String
  let lines: [String]

  /// Markdown's comments.
  static func markdown(_ lines: [String]) -> MarkedBlock {
    MarkedBlock(
      begin: "<!-- codex-hook begin -->", end: "<!-- codex-hook end -->", lines: lines)
  }

  /// Comments with a number sign.
  static func hashed(_ lines: [String]) -> MarkedBlock {
    MarkedBlock(begin: "# codex-hook begin", end: "# codex-hook end", lines: lines)
  }

  /// The file with the block at its end, or in the place where it stands already; nil is no file.
  ///
  /// A file that did not end in a line break does not do so afterwards: that is how `removed` knows what was there.
  func placed(in text: [UInt8]?) throws(AgentFileError) -> [UInt8] {
    guard let text else { return Array((body("\n") + "\n").utf8) }
    let lineBreak = MarkedBlock.lineBreak(of: text)
    if let place = try place(in: text) {
      var changed = text
      changed.replaceSubrange(place, with: body(lineBreak).utf8)
      return changed
    }
    if text.isEmpty { return Array(body(lineBreak).utf8) }
    let isEnded = text.last == 0x0a
    return text
      + Array(((isEnded ? "" : lineBreak) + body(lineBreak) + (isEnded ? lineBreak : "")).utf8)
  }

  /// The file without the block; nil where nothing would be left of a file that the block made.
  func removed(from text: [UInt8]) throws(AgentFileError) -> [UInt8]? {
    guard let place = try place(in: text) else { return text }
    var (start, end) = (place.lowerBound, place.upperBound)
    let breakLength = MarkedBlock.lineBreak(of: text).utf8.count
    if end < text.count {
      end += breakLength
    } else if start > 0 {
      start -= breakLength
    }
    if start == 0, end == text.count, place.upperBound < text.count { return nil }
    return Array(text[..<start] + text[min(end, text.count)...])
  }

  private func body(_ lineBreak: String) -> String {
    ([begin] + lines + [end]).joined(separator: lineBreak)
  }

  /// From the first mark to the end of the second; nil if there is none.
  private func place(in text: [UInt8]) throws(AgentFileError) -> Range<Int>? {
    let begins = MarkedBlock.lines(begin, in: text)
    let ends = MarkedBlock.lines(end, in: text)
    if begins.isEmpty, ends.isEmpty { return nil }
    guard begins.count == 1, ends.count == 1, begins[0].upperBound <= ends[0].lowerBound else {
      throw AgentFileError(
        "the marks \"\(begin)\" and \"\(end)\" do not stand there once each, in this order; put that right by hand"
      )
    }
    return begins[0].lowerBound..<ends[0].upperBound
  }

  /// Where a text is a whole line.
  private static func lines(_ line: String, in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for piece in text.split(separator: 0x0a, omittingEmptySubsequences: false) {
      let content = piece.last == 0x0d ? piece.dropLast() : piece
      if content.elementsEqual(line.utf8) { found.append(start..<(start + content.count)) }
      start += piece.count + 1
    }
    return found
  }

  static func lineBreak(of text: [UInt8]) -> String {
    guard let first = text.firstIndex(of: 0x0a) else { return "\n" }
    return first > 0 && text[first - 1] == 0x0d ? "\r\n" : "\n"
  }
}

/// Why a file was left as it is.
public struct AgentFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is in the way, and what to do.
  public let description: String
  init(_ description: String) { self.description = description }
}
