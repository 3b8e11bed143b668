import SystemPackage
import TestSupport
import Testing

/// What stands within a sentence cannot be typed as it is (`codex-hook fix "..." --closes ID`), but what it names must be there.
@Suite("Commands that are named in a page")
struct NamedCommandTests {
  static let pages: [String] = {
    let folders = ["", "docs", "docs/decisions", "Sources/LiveContext/Templates", "Benchmarks"]
    return folders.flatMap { folder in
      names(in: packageRoot().pushing(FilePath(folder)))
        .filter { $0.hasSuffix(".md") && $0 != "CHANGELOG.md" }
        .map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
    }
  }()

  private let sandbox: Sandbox
  init() throws { sandbox = try Sandbox() }

  private func help(_ words: [String]) throws -> String {
    let outcome = try sandbox.run([codexHookBinary().string] + words + ["--help"])
    return outcome.status == 0 ? outcome.output : ""
  }

  @Test("there is such a command, and it has these options", arguments: pages)
  func page(_ page: String) throws {
    let text = try readText(packageRoot().pushing(FilePath(page)))
    // In a code span, or in a block of code by itself.
    let spans =
      text.matches(of: /`codex-hook ([^`]+)`/).map { String($0.1) }
      + text.matches(of: /(?m)^    codex-hook (.+)$/).map { String($0.1) }
    for span in spans { try check(span) { "\(page): codex-hook \(span)" } }
  }

  @Test("the README's reference names options that its commands have")
  func reference() throws {
    let readme = try readText(packageRoot().appending("README.md"))
    let reference = try #require(readme.firstRange(of: "## Reference"))
    let rows = readme[reference.upperBound...].split(separator: "\n")
      .prefix { !$0.hasPrefix("### Settings") }.filter { $0.hasPrefix("| `") }
    #expect(rows.count >= 25)
    for row in rows {
      let spans = row.matches(of: /`([^`]+)`/).map { String($0.1) }
      let options = spans.dropFirst().filter { $0.hasPrefix("--") }.joined(separator: " ")
      try check("\(spans[0]) \(options)") { "\(row)" }
    }
  }

  /// Checks the command's name and its options, up to `--` and up to a remark.
  private func check(_ span: String, _ place: () -> String) throws {
    let line = span.prefix { $0 != "#" }.replacing(/"[^"]*"/, with: "TEXT")
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first, !first.hasPrefix("-"), first != "..." else { return }
    // Agents and git call those two, and they answer with silence.
    for name in first.split(separator: "|").map(String.init)
    where name != "agent-hook" && name != "hook" {
      let own = try help([name])
      #expect(own.contains("USAGE: codex-hook \(name)"), "\(place())")
      // A command's own command, as in `state set`.
      let second = words.dropFirst().first ?? ""
      let both = own.contains("\n  \(second) ") ? own + (try help([name, second])) : own
      let options = words.prefix { $0 != "--" }
        .flatMap { $0.matches(of: /(?:^|[\[(|])(--?[a-z][a-z-]*)/).map { String($0.1) } }
      for option in options where option != "--KEY" {
        #expect(
          both.contains("\(option) ") || both.contains("\(option),")
            || both.contains("\(option)\n"), "\(option): \(place())")
      }
    }
  }
}
