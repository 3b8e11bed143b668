/// Folds stack traces: the line that says what went wrong stays, the frames go.
enum StackTrace {
  static func folded(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    var lines: [Substring] = []
    var dropped = false
    var inPython = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let body = line.drop { $0 == " " || $0 == "\t" }
      if body.hasPrefix("Traceback (most recent call last)") {
        inPython = true
      } else if inPython {
        if line.startIndex != body.startIndex {
          dropped = true
          continue
        }
        // The exception itself joins the headline.
        inPython = false
        if let head = lines.popLast(), !body.isEmpty {
          lines.append(Substring(head + " " + body))
          dropped = true
          continue
        } else {
          lines.append("Traceback (most recent call last):")
        }
      }
      if isFrame(body, indented: line.startIndex != body.startIndex) {
        dropped = true
      } else {
        lines.append(line)
      }
    }
    return dropped ? lines.joined(separator: "\n") : text
  }

  /// Whether a line is one frame: of JavaScript, Java, C#, Go, Rust, Ruby, Swift, gdb or lldb.
  private static func isFrame(_ line: Substring, indented: Bool) -> Bool {
    if indented {
      if line.hasPrefix("at ") { return line.hasSuffix(")") || hasPlace(line) }
      if line.hasPrefix("from ") { return hasPlace(line) }
      if line.hasPrefix("File \"") { return line.contains("\", line ") }
      if line.hasPrefix("/"), hasPlace(line) { return true }
      if line.hasPrefix("... "), line.hasSuffix(" more") { return true }
    }
    if line.hasPrefix("#"), let second = line.dropFirst().first, second.isNumber {
      return line.contains(" 0x") || line.contains(" at ") && hasPlace(line)
    }
    if line.hasPrefix("goroutine "), line.hasSuffix("]:") { return true }
    if line.hasPrefix("frame #") { return true }
    if let first = line.first, first.isNumber, line.contains(" 0x") || line.contains("::"), indented
    {
      return true
    }
    return false
  }

  /// Whether a line names a place: `file.ext:12`.
  private static func hasPlace(_ line: Substring) -> Bool {
    var previous: Character = " "
    for character in line {
      if previous == ":", character.isASCII, character.isNumber { return true }
      previous = character
    }
    return false
  }
}
