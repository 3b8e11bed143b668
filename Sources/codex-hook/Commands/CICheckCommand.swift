internal import ArgumentParser
internal import GitFacts
internal import LiveContext
internal import SystemPackage

struct CICheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ci-check", abstract: "Fail if a CI run has written to .codex/ or to the store.",
    discussion: """
      CI reads and never writes. Run it as a job's last step: in a fresh checkout there is nothing in .codex/ but what the \
      commit holds, and no store.
      """)

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    var written = try workplace.repository.changes(below: ".codex")
    written += StoreFiles.all(in: workplace.store).map(\.string)
    if options.json {
      Terminal.say(
        JSON.object([
          "written": .texts(written), "allowed": .bool(isAllowed(workplace)),
        ]).compact)
    } else if written.isEmpty {
      Terminal.say("nothing was written to .codex/ or to the store")
    } else {
      for path in written { Terminal.say(path) }
    }
    guard !written.isEmpty, !isAllowed(workplace) else { return }
    if options.json { throw ExitCode.failure }
    throw CommandFailure(
      "CI only reads, and this run has written \(written.count == 1 ? "this file" : "these \(written.count) files"); run the writing step with CI=true, or allow it: git config codexHook.ci write"
    )
  }

  private func isAllowed(_ workplace: borrowing Workplace) -> Bool {
    (try? workplace.repository.setting("codexHook.ci")) == "write"
  }
}
