import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("docs/ shows what really happens")
struct DocumentTests {
  /// Each fenced block of a language.
  static func blocks(_ language: String, in document: String) throws -> [String] {
    let text = try readText(packageRoot().appending("docs").appending(document))
    return text.components(between: "```\(language)\n", and: "```\n")
  }

  /// What people are to type, page by page.
  struct Block: CustomTestStringConvertible {
    let page: String
    let text: String

    var testDescription: String { "\(page): \(text.prefix { $0 != "\n" })" }
  }

  /// The pages with transcripts in them, and how many of them at the least.
  static let pages = [("playbooks.md", 7), ("sharing.md", 1), ("agents.md", 1), ("contract.md", 1)]

  static let transcripts: [Block] = pages.flatMap { page, _ in
    ((try? blocks("console", in: page)) ?? []).map { Block(page: page, text: $0) }
  }

  @Test("no page's transcripts are left out")
  func everyTranscript() throws {
    for name in names(in: packageRoot().appending("docs")) where name.hasSuffix(".md") {
      let count = try Self.blocks("console", in: name).count
      let expected = Self.pages.first { $0.0 == name }?.1 ?? 0
      #expect(expected == 0 ? count == 0 : count >= expected, "\(name)")
    }
  }

  @Test(
    "each command prints what stands below it", .enabled(if: Equipment.hasJQ, "needs jq"),
    arguments: transcripts)
  func transcript(of page: Block) throws {
    let block = page.text
    let transcript = try Transcript()
    let printed = try transcript.run(
      block.split(separator: "\n").filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) })
    #expect(transcript.normalised(printed) == transcript.normalised(block))
  }

  /// A repository whose journal and archive hold something of everything.
  private func sample() throws -> Transcript {
    let transcript = try Transcript()
    _ = try transcript.run([
      "git init -q -b main app && cd app && codex-hook install >/dev/null",
      "git commit -q --allow-empty -m one", "codex-hook issue slow --area sync",
      "codex-hook note before", "codex-hook rotate", "codex-hook issue slower --area sync",
      "codex-hook issue odd --area ui", "codex-hook test --result pass --count 3",
      "codex-hook test --result fail --count 3 --failed 1", "git commit -q --allow-empty -m two",
      "codex-hook fix it is fast --closes $(codex-hook log --type issue --json | jq -r '.events[1].id')",
    ])
    return transcript
  }

  @Test("the recipes for jq run as they stand", .enabled(if: Equipment.hasJQ, "needs jq"))
  func jq() throws {
    let recipes = try Self.blocks("sh", in: "recipes.md")
    #expect(recipes.count >= 4)
    let sample = try sample()
    let said = try recipes.map { try sample.shell("cd app && \($0)") }
    for outcome in said { #expect(outcome.status == 0 && outcome.errors == "") }
    #expect(said[0].output.contains(/^[0-9a-f]{12} odd\n[0-9a-f]{12} slow\n$/))
    #expect(said[1].output.contains("2 ") && said[1].output.contains("\ttest"))
    #expect(said[2].output.contains(/^fail [0-9]+ min ago\n$/))
    #expect(said[3].output.hasSuffix("fix\tit is fast\n"))
  }

  @Test(
    "the recipes for DuckDB run as they stand",
    .enabled(
      if: Equipment.hasJQ && Python.with("duckdb") != nil,
      "needs jq, and Python with the package duckdb"))
  func duckDB() throws {
    let recipes = try Self.blocks("sql", in: "recipes.md")
    #expect(recipes.count >= 3)
    let sample = try sample()
    let program = """
      import duckdb, os, sys
      os.chdir(sys.argv[1])
      for query in sys.argv[2:]:
          print(duckdb.sql(query).fetchall())
      """
    let said = try Python.run(
      Python.with("duckdb")!, program, [sample.home.appending("app").string] + recipes,
      in: sample.sandbox
    ).split(separator: "\n")
    #expect(said.count == recipes.count)
    #expect(
      said[0].hasPrefix("[('issue', 2, datetime.datetime(") && said[0].contains("('test', 2, "))
    #expect(said[1].hasSuffix(", 1, 2)]"))
    #expect(said[2] == "[('sync', 2), ('ui', 1)]")
  }

  @Test("files.md names every file that is made in a work tree and in the store")
  func files() throws {
    let clone = try Clone.shared()
    for command in [
      "issue a problem", "note --private mine", "state set --status testing", "rotate",
      "propose policy rotation=propose",
    ] {
      try clone.run(command.split(separator: " ").map(String.init)).expectSuccess()
    }
    try clone.commit("f1")
    try clone.script("git apply .codex/patches/*.patch && git commit -q -a -m policy")
    let page = try readText(packageRoot().pushing("docs/files.md"))
    for folder in [clone.folder, try clone.store] {
      let found = names(in: folder)
      #expect(found.count >= 8)
      for name in found {
        #expect(page.contains("| `\(name)` |") || page.contains("| `\(name)/"), "\(folder)/\(name)")
      }
    }
  }

  @Test("the example of an event is one, and valid")
  func example() throws {
    let lines = try Self.blocks("json", in: "contract.md")
      .flatMap { $0.split(separator: "\n").map(String.init) }
    #expect(!lines.isEmpty)
    for line in lines { _ = try Contract().read(Array(line.utf8)[...]) }
    if SchemaCheck.python != nil {
      #expect(try SchemaCheck.problems(lines, schema: "event", in: Sandbox()) == "")
    }
  }

  @Test("every link of a page leads to a file, and every test that a page names is there")
  func links() throws {
    let docs = packageRoot().appending("docs")
    let tests = try Sandbox().run(
      ["grep", "-rhoE", "(struct|enum) [A-Za-z]+Tests", packageRoot().appending("Tests").string]
    ).output
    for name in names(in: docs) where name.hasSuffix(".md") {
      let text = try readText(docs.appending(name))
      for match in text.matches(of: /\]\(([^)#:]+)\)/) {
        #expect(exists(docs.pushing(FilePath(String(match.1)))), "\(name): \(match.1)")
      }
      for match in text.matches(of: /`([A-Za-z]+Tests)`/) {
        #expect(tests.contains(" \(match.1)\n"), "\(name): \(match.1)")
      }
    }
  }
}

extension String {
  fileprivate func components(between begin: String, and end: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let start = rest.firstRange(of: begin)?.upperBound,
      let stop = rest[start...].firstRange(of: end)
    {
      found.append(String(rest[start..<stop.lowerBound]))
      rest = rest[stop.upperBound...]
    }
    return found
  }
}
