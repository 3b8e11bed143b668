internal import ArgumentParser
internal import LiveContext

/// The commands as agents type them most: without any option.
///
/// In these forms there is nothing to parse, and the parser takes three times as long as the command. Whatever has an option,
/// asks for help or is mistyped goes through the parser. Every property of a command must be given its value here: reading one
/// that has none ends the process, which `PlainCommandTests` would see.
enum PlainCommand {
  /// The command that the parser would make of these arguments; nil if there is something to parse.
  static func made(of arguments: [String]) -> (any ParsableCommand)? {
    let words = Array(arguments.dropFirst())
    guard !words.contains(where: { $0.hasPrefix("-") }) else { return nil }
    switch arguments.first {
    case "context" where words.isEmpty:
      var command = ContextCommand()
      command.budget = Context.defaultBudget
      command.options = options
      return command
    case "summary" where words.isEmpty:
      var command = SummaryCommand()
      command.write = false
      command.options = options
      return command
    case "note" where !words.isEmpty:
      var command = NoteCommand()
      (command.text, command.place, command.options) = (text(words), place, options)
      (command.issue, command.fix, command.isPrivate) = (false, false, false)
      (command.severity, command.closes) = (nil, [])
      return command
    case "issue" where !words.isEmpty:
      var command = IssueCommand()
      (command.text, command.place, command.options) = (text(words), place, options)
      command.severity = nil
      return command
    case "fix" where !words.isEmpty:
      var command = FixCommand()
      (command.text, command.place, command.options) = (text(words), place, options)
      command.closes = []
      return command
    default: return nil
    }
  }

  private static var options: CommonOptions {
    var options = CommonOptions()
    (options.directory, options.json) = (nil, false)
    return options
  }

  private static var place: PlaceOptions {
    var place = PlaceOptions()
    (place.area, place.link, place.replaces) = (nil, [], nil)
    return place
  }

  private static func text(_ words: [String]) -> TextArgument {
    var text = TextArgument()
    text.text = words
    return text
  }
}
