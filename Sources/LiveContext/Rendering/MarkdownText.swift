/// Text from commits and people as Markdown that shows it letter for letter and does nothing.
///
/// A pull request's description is read by a program too: it notifies whom it names, links what looks like a reference and closes
/// what a closing keyword stands before. A backslash keeps Markdown from acting but not those programs, which look at the
/// rendered text; an invisible joiner behind the sign does.
enum MarkdownText {
  /// One line of at most `limit` code points of text; what is added to make it inert does not count.
  static func line(_ text: String, limit: Int = 150) -> String {
    let scalars = Array(HarmlessText.line(text, limit: limit).unicodeScalars)
    var written = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let last = index > 0 ? scalars[index - 1] : " "
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      // One `_` between letters is no mark; one in a row of them may be.
      let isInName = scalar == "_" && isWord(last) && isWord(next) && last != "_" && next != "_"
      if isActive(scalar), !isInName { written.append("\\") }
      written.append(scalar)
      if isCut(scalar, after: last, before: next) || isWorldWideWeb(index, scalars) {
        written.append(joiner)
      }
    }
    return String(written)
  }

  /// U+2060, which has no width and allows no line break.
  private static let joiner: Unicode.Scalar = "\u{2060}"

  /// What Markdown acts on inside a line; our lines never begin with somebody's text.
  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "~", "|", "&", "$", "{": true
    default: false
    }
  }

  /// Whether a reference, a name or an address would go on behind this sign.
  private static func isCut(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar, before next: Unicode.Scalar
  ) -> Bool {
    switch scalar {
    // `@name`, `#12`, GitLab's `!12`, `~label`, `%"a milestone"`, `$12`, `&12`.
    case "@", "#", "!", "~", "%", "$", "&": isWord(next) || next == "\""
    // `https://`, `mailto:name`, `:smile:`.
    case ":":
      next == "/"
        || !(isDigit(last) && isDigit(next)) && (isWord(next) || next == "+" || next == "-")
    // `GH-12`.
    case "-": isDigit(next) && isWord(last) && !isDigit(last)
    default: false
    }
  }

  /// Whether the letters before a point are `www`, which makes a link without any scheme.
  private static func isWorldWideWeb(_ index: Int, _ all: [Unicode.Scalar]) -> Bool {
    index >= 3 && all[index] == "."
      && all[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || isDigit(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }
}
