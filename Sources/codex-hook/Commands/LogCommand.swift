internal import ArgumentParser
internal import LiveContext

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Print recorded events, newest first.",
    discussion: "codex-hook log --type issue --area sync --since 2w selection")

  @Argument(help: "Only events that hold all these words.") var words: [String] = []
  @Option(name: .shortAndLong, help: "Only events of this type; may be given several times.")
  var type: [String] = []
  @Option(name: .shortAndLong, help: "Only events of this part of the project.")
  var area: String?
  @Option(
    help: ArgumentHelp(
      "Only events since then: 2026-11-22, an instant, or 30m, 12h, 3d, 2w ago.", valueName: "time")
  )
  var since: String?
  @Option(name: [.customShort("n"), .long], help: "How many at the most.") var limit = 20
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    try workplace.requireStore()
    let search = EventSearch(
      types: try Set(type.map { try known($0, workplace.contract) }), area: area,
      since: try since.map { try Moment.parse($0) }, words: words)
    let found = try search.page(of: workplace, limit: limit).events
    if options.json {
      Terminal.say(JSON.object(["events": .array(found.map(\.json))]).compact)
    } else {
      for event in found { Terminal.say(event.logLine) }
    }
  }

  private func known(_ word: String, _ contract: Contract) throws -> EventType {
    let type = EventType(rawValue: word)
    guard contract.schema(of: type) != nil else {
      throw ValidationError(
        "type \"\(word)\" is not one of \(contract.types.map(\.rawValue).joined(separator: ", "))"
      )
    }
    return type
  }
}

/// A moment as people type it.
enum Moment {
  static func parse(_ text: String) throws -> Timestamp {
    if let instant = Timestamp(text) ?? Timestamp(text + "T00:00:00Z") { return instant }
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    if let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()), count >= 0,
      count < 1_000_000
    {
      return Timestamp(seconds: Timestamp.now.seconds - count * unit)
    }
    throw ValidationError(
      "\"\(text)\" is no time: give 2026-11-22, an instant, or 30m, 12h, 3d, 2w")
  }
}
