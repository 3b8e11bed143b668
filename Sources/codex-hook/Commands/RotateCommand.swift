internal import ArgumentParser
internal import LiveContext
internal import SystemPackage

struct RotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Move the journal into the archive and start a new one.",
    discussion: "Happens by itself at 10,000 lines or 5 MB. Nothing is lost: readers read on.")

  @Flag(help: "Rotate where the people here decided to be asked, without asking.") var yes = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    if !yes, let folder = workplace.folder, !Policy(folder, store: workplace.store).rotates {
      let answer = Terminal.ask("rotate the journal into its archive? (yes or no)")
      guard answer == "yes" || answer == "y" else {
        throw CommandFailure(
          "not rotated: .codex/policy.json says \"rotation\": \"propose\", so a person decides; then: codex-hook rotate --yes"
        )
      }
    }
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
