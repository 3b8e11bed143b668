internal import ArgumentParser
internal import LiveContext

struct UnlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock", abstract: "Remove a .codex/lock that its writer left behind.",
    discussion: "One that is younger than a minute is left to its writer, unless --force is given.")

  @Flag(help: "Remove it however young it is.") var force = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    guard let folder = workplace.folder, let lock = ForeignLock.standing(in: folder) else {
      return say(removed: false, "no lock stands here")
    }
    guard force || lock.age >= 60 else {
      throw CommandFailure(
        "\(lock.path) is only \(lock.age) s old, so its writer may be at work; wait, or use --force"
      )
    }
    try workplace.requireSetup()
    lock.remove()
    say(removed: true, "removed \(lock.path), which was \(lock.age) s old")
  }

  private func say(removed: Bool, _ text: String) {
    Terminal.say(options.json ? JSON.object(["removed": .bool(removed)]).compact : text)
  }
}
