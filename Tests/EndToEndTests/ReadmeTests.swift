import SystemPackage
import TestSupport
import Testing

@Suite("README.md shows what really happens")
struct ReadmeTests {
  private let transcript: Transcript

  init() throws { transcript = try Transcript() }

  @Test("the 30 seconds: each command prints what stands below it")
  func demo() throws {
    let written = try block("console")
    let commands = written.split(separator: "\n").filter { $0.hasPrefix("$ ") }
    #expect(commands.count >= 7)
    let printed = try transcript.run(commands.map { String($0.dropFirst(2)) })
    #expect(normalised(printed) == normalised(written))
  }

  @Test("the context on the first screen is one that such a repository prints")
  func firstScreen() throws {
    let printed = try transcript.run([
      "git init -q -b feat/branching-ui app && cd app",
      "codex-hook install >/dev/null",
      "echo a >a && git add a && git commit -q -m 'Show branches side by side'",
      "codex-hook issue the branch view loses its selection --area ui --severity high >../id",
      "echo b >b && git add b && git commit -q -m 'Keep the selection over a switch'",
      "codex-hook fix the selection is kept --closes $(cut -c16-19 ../id) >/dev/null",
      "codex-hook test --result mixed --count 128 --failed 1 >/dev/null",
      "codex-hook state set --status testing --notes 'merge when the undo test is green' >/dev/null",
      "codex-hook context",
    ])
    let context = printed.split(separator: "$ codex-hook context\n")
    #expect(context.count == 2)
    #expect(normalised(String(context.last ?? "")) == normalised(try block("text")))
  }

  @Test("every command of the help is in the reference")
  func reference() throws {
    let readme = try text
    let help = try transcript.sandbox.run([codexHookBinary().string, "--help"]).output
    let lines = help.split(separator: "\n").drop { !$0.hasSuffix("SUBCOMMANDS:") }
    let named = lines.filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See")
    }
    #expect(named.count >= 20)
    for line in named {
      let name = line.split(separator: " ")[0]
      #expect(readme.contains("| `\(name)"), "\(name)")
    }
  }

  @Test("every link to a file leads to one")
  func links() throws {
    for match in try text.matches(of: /\]\(([^)#:]+)\)/) {
      #expect(exists(packageRoot().pushing(FilePath(String(match.1)))), "\(match.1)")
    }
  }

  private var text: String { get throws { try readText(packageRoot().appending("README.md")) } }

  /// The first fenced block of a language.
  private func block(_ language: String) throws -> String {
    let readme = try text
    let start = try #require(readme.firstRange(of: "```\(language)\n")).upperBound
    let end = try #require(readme[start...].firstRange(of: "```\n")).lowerBound
    return String(readme[start..<end])
  }

  /// A text without what is new in every run, the fence's name among it.
  private func normalised(_ text: String) -> String {
    transcript.normalised(text)
      .replacing(/(marks|----) [0-9a-f]+ (are|begin|end)/) { "\($0.1) FENCE \($0.2)" }
  }
}
