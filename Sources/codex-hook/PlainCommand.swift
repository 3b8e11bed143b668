internal import LiveContext

/// The commands as agents type them most: without any option, or with no other than `--area` and a fix's `--closes`.
///
/// In these forms there is nothing to parse, and the parser takes three times as long as the command; even to make one of its
/// values takes a quarter as long. Whatever has an option, asks for help or is mistyped goes through the parser.
enum PlainCommand {
  /// Does what the parser's command would; false, and nothing is done, if there is something to parse.
  static func run(_ arguments: [String]) throws -> Bool {
    guard let name = arguments.first,
      let (words, area, closes) = parts(of: arguments.dropFirst(), closes: name == "fix")
    else { return false }
    let isBare = words.isEmpty && area == nil
    switch name {
    case "context" where isBare: try ContextCommand.say()
    case "summary" where isBare: try SummaryCommand.say()
    case "note" where !words.isEmpty:
      try TextRecording(type: .note, words: words, area: area).run()
    case "issue" where !words.isEmpty:
      try TextRecording(type: .issue, words: words, area: area).run()
    case "fix" where !words.isEmpty:
      try TextRecording(type: .fix, words: words, area: area, closes: closes).run()
    default: return false
    }
    return true
  }

  /// The words of a text, and the options among them; nil if there is another one, or one twice.
  private static func parts(
    of arguments: ArraySlice<String>, closes takesCloses: Bool
  ) -> (words: [String], area: String?, closes: [String])? {
    var words: [String] = []
    var area: String?
    var closes: [String] = []
    var rest = arguments
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        words.append(word)
        continue
      }
      guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
      switch word {
      case "--area" where area == nil, "-a" where area == nil: area = value
      case "--closes" where takesCloses: closes.append(value)
      default: return nil
      }
    }
    return (words, area, closes)
  }
}
