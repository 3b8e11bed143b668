internal import ArgumentParser
internal import MCPServer
internal import SystemPackage

struct MCPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp", abstract: "Serve the journal to an agent (Model Context Protocol, stdio).",
    discussion: """
      An agent starts it and ends it: codex-hook init --agents writes the entries. It runs in the folder that it is started \
      in, or that -C names, and speaks on standard input and output until the input ends.
      """)

  @OptionGroup var options: CommonOptions

  func run() throws {
    var server = Server(WorkplaceAccess())
    do { try LineChannel().serve(&server) } catch {
      // A client that is gone wants no answer; that is how most sessions end.
      guard error == .brokenPipe else {
        throw CommandFailure("the connection to the agent broke: \(error)")
      }
    }
  }
}
