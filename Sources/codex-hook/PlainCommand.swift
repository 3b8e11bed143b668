internal import ArgumentParser
internal import LiveContext

/// The commands as agents type them most: without any option, or with no other than `--area` and a fix's `--closes`.
///
/// In these forms there is nothing to parse, and the parser takes three times as long as the command. Whatever has an option,
/// asks for help or is mistyped goes through the parser. Every property of a command must be given its value here: reading one
/// that has none ends the process, which `PlainCommandTests` would see.
enum PlainCommand {
  /// The command that the parser would make of these arguments; nil if there is something to parse.
  static func made(of arguments: [String]) -> (any ParsableCommand)? {
    guard let name = arguments.first,
      let (words, area, closes) = parts(of: arguments.dropFirst(), closes: name == "fix")
    else { return nil }
    switch name {
    case "context" where words.isEmpty && area == nil:
      var command = ContextCommand()
      command.budget = Context.defaultBudget
      command.options = options
      return command
    case "summary" where words.isEmpty && area == nil:
      var command = SummaryCommand()
      command.write = false
      command.options = options
      return command
    case "note" where !words.isEmpty:
      var command = NoteCommand()
      (command.text, command.place, command.options) = (text(words), place(area), options)
      (command.issue, command.fix, command.isPrivate) = (false, false, false)
      (command.severity, command.closes) = (nil, [])
      return command
    case "issue" where !words.isEmpty:
      var command = IssueCommand()
      (command.text, command.place, command.options) = (text(words), place(area), options)
      command.severity = nil
      return command
    case "fix" where !words.isEmpty:
      var command = FixCommand()
      (command.text, command.place, command.options) = (text(words), place(area), options)
      command.closes = closes
      return command
    default: return nil
    }
  }

  private static var options: CommonOptions {
    var options = CommonOptions()
    (options.directory, options.json) = (nil, false)
    return options
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

  private static func place(_ area: String?) -> PlaceOptions {
    var place = PlaceOptions()
    (place.area, place.link, place.replaces) = (area, [], nil)
    return place
  }

  private static func text(_ words: [String]) -> TextArgument {
    var text = TextArgument()
    text.text = words
    return text
  }
}
