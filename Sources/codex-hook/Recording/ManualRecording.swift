internal import ArgumentParser
internal import GitFacts
internal import LiveContext

/// What the commands that record by hand have in common.
struct ManualRecording {
  let type: EventType
  var values: JSONObject
  /// Whether what it says is one JSON object.
  var json = false
  /// Whether it stays in this clone even where the repository is shared.
  var isPrivate = false

  /// Records the event and says so.
  ///
  /// - Parameter next: what to type next, given the event.
  func run(next: (Event) -> String? = { _ in nil }) throws {
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    let (event, recording) = try record(in: workplace)
    Report.say(recording, event, json: json, next: next(event))
  }

  /// Records the event.
  ///
  /// Where it cannot be kept anywhere its text is in the error, so that nothing is lost.
  func record(in workplace: borrowing Workplace) throws -> (Event, Recording) {
    var values = values
    if values["by"] == nil, let agent = Variables.agent { values["by"] = .string(agent) }
    if let branch = workplace.head.branchName { values["branch"] = .string(branch) }
    let event = try workplace.contract.event(type, at: .now, values)
    do {
      if isPrivate { try PrivateEvents(workplace.store).add(event) }
      let recording = try workplace.record([event], as: type.rawValue, isHook: false)
      return (event, recording)
    } catch {
      throw CommandFailure("\(error); not recorded: \(event.line)")
    }
  }
}

/// The free text of a note, an issue or a fix: words need no quotes; without any, a person at a terminal is asked.
struct TextArgument: ParsableArguments {
  @Argument(help: "The text; quotes are not needed. Behind -- a word may begin with a dash.")
  var text: [String] = []

  func words(of type: EventType, askingFor question: String) throws -> String {
    try Self.text(of: text, for: type, askingFor: question)
  }

  static func text(
    of words: [String], for type: EventType, askingFor question: String
  ) throws -> String {
    // Not joined(separator:), whose generic types cost a tenth of a recording at its first use.
    if let first = words.first { return words.dropFirst().reduce(first) { $0 + " " + $1 } }
    guard let answer = Terminal.ask(question) else {
      throw ValidationError("the text is missing: codex-hook \(type) TEXT; nothing was recorded")
    }
    return answer
  }
}

/// What notes, issues and fixes may carry beside their text.
struct PlaceOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "The part of the project, a short tag such as auth or sync.")
  var area: String?

  @Option(
    name: .shortAndLong,
    help: "An id, a sha, #12 or a URL that belongs to it; may be given up to 8 times.")
  var link: [String] = []

  @Option(help: ArgumentHelp("The event that this one corrects.", valueName: "id"))
  var replaces: String?
}

extension JSON {
  /// A list of texts.
  static func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

  /// A number that an option gave; neither infinite nor no number at all.
  static func finite(_ value: Double, _ option: String) throws -> JSON {
    guard let number = decimal(value) else {
      throw ValidationError("\(option) is not a finite number")
    }
    return number
  }
}
