/// How free text becomes one short, harmless line.
enum PlainText {
  /// One line: control characters and line breaks folded to a blank, invisible characters that hide or turn text dropped.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return trimmed(text[...]) }
    var line = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      if isBreak(scalar) {
        pendingBlank = true
        continue
      }
      if isInvisible(scalar, after: line.last) || (pendingBlank && scalar == " ") { continue }
      if pendingBlank, let last = line.last, last != " " { line.append(" ") }
      pendingBlank = false
      line.append(scalar)
    }
    return trimmed(String(line)[...])
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.unicodeScalars.first == " " { text.unicodeScalars.removeFirst() }
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    return String(text)
  }

  /// Whether a character, given the one before it, steers a terminal, hides text or turns it around.
  static func isTrick(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
    isBreak(scalar) || isInvisible(scalar, after: last)
  }

  /// C0, DEL, C1, and Unicode's own line and paragraph separators.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || scalar.value == 0x2028
      || scalar.value == 0x2029
  }

  /// Zero-width, bidirectional, tag and variation characters that can hide text or turn it around.
  ///
  /// A joiner between two emoji is part of how people write and stays.
  private static func isInvisible(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
    switch scalar.value {
    case 0x200d: !(last.map { $0.value > 0x2000 && isPictograph($0) } ?? false)
    case 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b...0x180f, 0x200b...0x200f,
      0x202a...0x202e, 0x2060...0x206f, 0x3164, 0xfeff, 0xffa0, 0xfff0...0xfffb,
      0xe0000...0xe0fff:
      true
    default: false
    }
  }

  private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xfe0f || scalar.properties.isEmoji
  }

  /// At most `limit` code points, the `…` among them, cut at a grapheme's edge and never inside a redaction label.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
    var kept = 0
    var end = text.startIndex
    for character in text {
      let size = character.unicodeScalars.count
      if kept + size > limit - 1 { break }
      kept += size
      end = text.index(after: end)
    }
    if let label = openLabel(in: text[..<end]) { end = label }
    var head = text[..<end]
    while head.last == " " { head.removeLast() }
    return head + "…"
  }

  /// Where a label starts that the text ends within.
  private static func openLabel(in head: Substring) -> Substring.Index? {
    guard let open = head.lastIndex(of: "["), !head[open...].contains("]") else { return nil }
    let tail = head[open...]
    let start = "[redacted:"
    return tail.hasPrefix(start) || start.hasPrefix(tail) ? open : nil
  }
}
