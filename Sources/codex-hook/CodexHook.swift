internal import ArgumentParser
internal import LiveContext

/// The root of the command tree; alone, it says in one line how things stand.
struct CodexHook: ParsableCommand {
  /// Only the named command is built when one is named: the whole tree costs more than most commands take.
  static var configuration: CommandConfiguration {
    let named = Directory.behindLeadingOptions(CommandLine.arguments.dropFirst()).first {
      !$0.hasPrefix("-")
    }
    let one = groups.flatMap(\.subcommands).filter { $0._commandName == named }
    return CommandConfiguration(
      commandName: "codex-hook",
      abstract: "A flight recorder for a git repository: what happened, for whoever comes in next.",
      discussion: """
        Git hooks record every commit; the commands below record the rest and read it back. Nothing is ever sent anywhere, \
        nothing runs in the background, and git is never blocked.

        -C DIR before a command runs it in DIR, as in git. CODEX_HOOK=0 switches the hooks off.
        """,
      version: codexHookVersion,
      subcommands: one,
      groupedSubcommands: one.isEmpty ? groups : [],
      defaultSubcommand: named == nil ? StatusCommand.self : nil)
  }

  /// Fails where the first word names no command, with the one that was meant, as far as that can be told.
  ///
  /// - Parameter arguments: what stands behind the leading options.
  static func requireCommand(_ arguments: [String]) throws {
    let names = groups.flatMap(\.subcommands).map { $0._commandName }
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help", !names.contains(word)
    else { return }
    let near = names.map { (name: $0, distance: Spelling.distance(word, $0)) }
      .filter { $0.distance <= 2 && $0.distance < $0.name.count - 1 }
      .min { $0.distance < $1.distance }
    let meant = near.map { "; did you mean \($0.name)?" } ?? ""
    throw ValidationError("there is no command \"\(word)\"\(meant)")
  }

  private static var groups: [CommandGroup] {
    [
      CommandGroup(
        name: "Read",
        subcommands: [
          StatusCommand.self, ContextCommand.self, LogCommand.self, SummaryCommand.self,
          StateCommand.self, ValidateCommand.self,
        ]),
      CommandGroup(
        name: "Record",
        subcommands: [
          NoteCommand.self, IssueCommand.self, FixCommand.self, TestCommand.self,
          PerfCommand.self, BuildCommand.self, CICommand.self, EventCommand.self,
        ]),
      CommandGroup(
        name: "Share",
        subcommands: [
          PublishCommand.self, PRBlockCommand.self, CICheckCommand.self, ProposeCommand.self,
        ]),
      CommandGroup(
        name: "Agents",
        subcommands: [WhoCommand.self, MCPCommand.self]),
      CommandGroup(
        name: "Set up and maintain",
        subcommands: [
          InitCommand.self, InstallCommand.self, UninstallCommand.self, DoctorCommand.self,
          ReconcileCommand.self, RotateCommand.self,
          UnlockCommand.self, RedactCommand.self,
        ]),
    ]
  }
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(name: .customShort("C"), help: ArgumentHelp("Run in this folder.", valueName: "dir"))
  var directory: String?

  @Flag(help: "Print one JSON object, on failure too.")
  var json = false

  func validate() throws {
    if let directory { try Directory.enter(directory) }
  }
}
