internal import ArgumentParser
internal import LiveContext

struct WhoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who",
    abstract: "Say who works in which work tree, and where two are at the same files.",
    discussion: """
      For each work tree of this clone: branch, focus and its age, and which agent recorded last on that branch. Below them the \
      paths that two work trees have changed, committed or not, since the last commit that all have.
      """)

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    let company = try Company(of: workplace)
    if options.json { return Terminal.say(company.json.harmless.compact) }
    for line in company.lines(now: .now) { Terminal.say(line) }
  }
}
