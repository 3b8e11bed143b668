internal import ArgumentParser
internal import LiveContext

struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Record an event of a type that people approved here.",
    discussion: """
      codex-hook event deploy --env prod

      Each key of the type is an option. The types are the files event-NAME.schema.json in .codex/schema; codex-hook propose \
      event-type proposes one.
      """)

  @Argument(help: "The type.") var type: String
  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("The type's keys.", valueName: "--key value"))
  var keys: [String] = []
  // The program's own --version would take it away from a type that has this key.
  @Option(help: .hidden) var version: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    let given = try pairs()
    let type = EventType(rawValue: type)
    if EventSchema.standardTypes.contains(type) {
      throw CommandFailure(
        type == .commit
          ? "commits are recorded by the hooks; what they missed: codex-hook reconcile"
          : "\(type) has a command of its own: codex-hook \(type) --help")
    }
    guard let schema = workplace.contract.schema(of: type) else {
      let fields = given.map { " --field \($0.key):string" }.joined()
      throw CommandFailure(
        "\"\(type)\" is no event type that people approved here; propose it: codex-hook propose event-type \(type)\(fields.isEmpty ? " --field NAME:KIND" : fields)"
      )
    }
    var values: JSONObject = [:]
    for (key, value) in given {
      guard let field = schema.fields.first(where: { $0.name == key }) else {
        let known = schema.fields.map { "--\($0.name)" }.joined(separator: ", ")
        throw ValidationError("\(type) events have no --\(key); they have \(known)")
      }
      switch field.kind {
      case .count, .number: values[key] = .number(value)
      case .links, .objectIDs:
        values[key] = .array((values[key]?.elements ?? []) + [.string(value)])
      default: values[key] = .string(value)
      }
    }
    try ManualRecording(type: type, values: values, json: options.json).run()
  }

  /// `--key value` and `--key=value`.
  private func pairs() throws -> [(key: String, value: String)] {
    var pairs: [(key: String, value: String)] = []
    var rest = keys[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else { throw ValidationError("\"\(word)\" is no --KEY") }
      if let sign = word.firstIndex(of: "=") {
        pairs.append(
          (String(word[..<sign].dropFirst(2)), String(word[word.index(after: sign)...])))
      } else if let value = rest.popFirst() {
        pairs.append((String(word.dropFirst(2)), value))
      } else {
        throw ValidationError("\(word) has no value")
      }
    }
    if let version { pairs.append(("version", version)) }
    return pairs
  }
}
