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
