internal import ArgumentParser
internal import LiveContext
internal import SystemPackage

struct RotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Move the journal into the archive and start a new one.",
    discussion: "Happens by itself at 10,000 lines or 5 MB. Nothing is lost: readers read on.")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    let reachability = Reachability()
    let segment = try workplace.recorder("rotate", isHook: false)
      .rotate { reachability.holds($0, workplace) }
    if options.json {
      Terminal.say(
        JSON.object(["segment": segment.map { .string($0.string) } ?? .null]).compact)
    } else {
      Terminal.say(segment.map { "archived as \($0)" } ?? "the journal is empty; nothing to rotate")
    }
  }
}
