/// What git tells a hook on standard input.
enum StandardInput {
  /// All lines, without their line breaks.
  static func lines() -> [String] {
    var lines: [String] = []
    while let line = readLine() { lines.append(line) }
    return lines
  }
}
