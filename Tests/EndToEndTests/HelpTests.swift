import SystemPackage
import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  /// Each subcommand that the help of `command` names.
  private func subcommands(_ command: [String], _ clone: Clone) throws -> [[String]] {
    let help = try clone.run(command + ["--help"]).output
    var found: [[String]] = []
    var isList = false
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasSuffix(":") || line.hasSuffix("SUBCOMMANDS:") {
        isList = line.contains("SUBCOMMANDS")
      }
      guard isList, line.hasPrefix("  "), !line.hasPrefix("   ") else { continue }
      let word = line.split(separator: " ")[0]
      if word != "See" { found.append(command + [String(word)]) }
    }
    return found
  }

  @Test("every command says what it is for and how it is called")
  func everyCommand() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: sandbox.root, in: sandbox)
    var left = try subcommands([], clone)
    #expect(left.count >= 19)
    #expect(left.contains(["note"]) && left.contains(["context"]) && left.contains(["install"]))
    while let command = left.popLast() {
      let outcome = try clone.run(command + ["--help"])
      let name = command.joined(separator: " ")
      #expect(outcome.status == 0, "\(name)")
      #expect(outcome.errors == "", "\(name)")
      // A long one is broken over lines; a blank line ends it.
      let overview =
        outcome.output.split(
          separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: true
        ).first ?? ""
      #expect(overview.hasPrefix("OVERVIEW: "), "\(name): \(overview)")
      #expect(overview.hasSuffix(".") || overview.hasSuffix(")."), "\(name): \(overview)")
      #expect(outcome.output.contains("\nUSAGE: codex-hook \(name)"), "\(name)")
      left += try subcommands(command, clone)
    }
  }

  @Test("the program's own help names the groups, and its version is one line")
  func root() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: sandbox.root, in: sandbox)
    let help = try clone.done("--help")
    for group in ["READ", "RECORD", "SET UP AND MAINTAIN"] {
      #expect(help.uppercased().contains("\(group) SUBCOMMANDS:"))
    }
    #expect(try clone.done("--version").split(separator: ".").count == 3)
  }
}
