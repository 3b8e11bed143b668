internal import ArgumentParser
internal import GitFacts
internal import LiveContext

struct ContextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "context",
    abstract: "Print what an agent or a person needs to know at the start.",
    discussion: "Writes nothing and takes no lock; outside a repository it says nothing.")

  @Option(help: ArgumentHelp("How long it may be, at most 9000.", valueName: "bytes"))
  var budget = Context.defaultBudget
  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard budget > 0 else { throw ValidationError("the budget is not above zero") }
  }

  func run() throws {
    try Self.say(budget: budget, json: options.json)
  }

  /// Prints the context, at most so many bytes of it, or all as one JSON object.
  static func say(budget: Int = Context.defaultBudget, json: Bool = false) throws {
    let workplace: Workplace
    do { workplace = try Workplace.open() } catch {
      // A session asks wherever it starts; a program that asks for JSON must get some.
      if error.kind == .notARepository, !json { return }
      throw error
    }
    if json {
      Terminal.say(try ContextReading.context(of: workplace).json.harmless.compact)
    } else {
      Terminal.put(try ContextReading.text(of: workplace, budget: budget))
    }
  }
}
