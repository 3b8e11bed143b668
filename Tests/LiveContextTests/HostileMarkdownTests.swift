import TestSupport
import Testing

@testable import LiveContext

/// Blocks and step summaries of journals full of markup, read by a CommonMark renderer that is not ours.
@Suite("What people wrote, in a pull request")
struct HostileMarkdownTests {
  private static let python = Python.with("markdown_it")

  private static let fragments = [
    "<!-- codex-hook:begin -->", "<!-- codex-hook:end -->", "<!--", "-->", "<script>", "</details>",
    "@octocat", "@org/team", "fixes #12", "Closes: GH-7", "resolves owner/repo#3", "!9", "~bug",
    "%v1", "&4", "$5", "https://evil.example/a?b=c&d", "www.evil.example", "mailto:a@b.example",
    "closes https://github.com/o/r/issues/1", "![x](https://evil.example/i.png)", "[a](b)",
    "[a][b]",
    "[b]: http://c", "```", "~~~~", "`code`", "``", "**bold**", "__bold__", "_it_", "*", "***",
    "\\",
    "\\\\", "\\`", "# heading", "===", "---", "> quote", "1. one", "- [ ] task", "|a|b|", "|-|-|",
    "&lt;b&gt;", "&#64;name", "&#x40;name", "\u{1b}[31m", "\u{202e}", "\u{200b}", "\n", "\r\n",
    "\t",
    "\u{2028}", " ", "  ", ":smile:", "[^1]", "$x$", "{{ x }}", "/close", "é", "日本", "👩‍💻", "\u{a0}",
    "word", "a_b_c", "2026-11-22", "<https://a.example>", "<b onclick=x>", "![", "](", "\"", "'",
    "^", "~",
  ]

  private static func text(_ random: inout MadeUpValues) -> String {
    if random.number(below: 20) == 0 {
      let fragment = fragments[random.number(below: fragments.count)]
      return String(repeating: fragment, count: 10_000 / fragment.utf8.count)
    }
    return (0...random.number(below: 12)).map { _ in
      fragments[random.number(below: fragments.count)]
    }.joined(separator: ["", " "][random.number(below: 2)])
  }

  /// A line of another writer, who keeps to no limit but the line's length.
  private static func event(_ random: inout MadeUpValues, _ contract: Contract) throws -> Event {
    let kinds = ["commit", "issue", "fix", "note", "test", "perf"]
    let type = kinds[random.number(below: kinds.count)]
    var body: JSONObject = [
      "ts": .string(
        Timestamp(seconds: 1_795_000_000 - Int64(random.number(below: 99_999))).description),
      "type": .string(type),
    ]
    func words(_ random: inout MadeUpValues) -> JSON {
      .string(PlainText.cut(text(&random), to: 120))
    }
    switch type {
    case "commit":
      body["sha"] = .string(random.of("0123456789abcdef", 40))
      body["files_changed"] = .integer(3)
      // Our own writer folds and cuts a subject of 10,000 characters.
      return try contract.event(
        .commit, at: Timestamp(seconds: 1_795_000_000),
        ["sha": body["sha"]!, "files_changed": .integer(3), "message": .string(text(&random))])
    case "test":
      body["result"] = .string("fail")
      body["count"] = .integer(1)
      body["focus"] = words(&random)
    case "perf":
      body["metric"] = words(&random)
      body["delta_pct"] = .integer(35)
      body["env"] = .string("stg")
      body["value"] = .integer(2)
      body["unit"] = words(&random)
    case "note": body["text"] = words(&random)
    default:
      body["desc"] = words(&random)
      body["area"] = words(&random)
      body["severity"] = words(&random)
    }
    return try contract.read(Array(JSON.object(body).compact.utf8)[...])
  }

  @Test(
    "is shown letter for letter by a CommonMark renderer, and does nothing",
    .enabled(if: python != nil, "needs Python with the package markdown-it-py"))
  func rendered() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("HostileMarkdownTests seed \(seed)")
    var random = MadeUpValues(seed: seed)
    let contract = Contract()
    var input = ""
    for _ in 0..<100 {
      let events = try (0..<15).map { _ in try Self.event(&random, contract) }
      let state = State(branch: Self.text(&random), at: Timestamp(seconds: 1_795_000_000))
      let digest = Digest(state: state.redacted(by: contract), events: events)
      let body = "A description.\n"
      let written = try PullRequestBlock(digest, contract: contract).spliced(into: Array(body.utf8))
      let block = String(decoding: written, as: UTF8.self)
      #expect(block.split(separator: "\n", omittingEmptySubsequences: false).count <= 15)
      #expect(block.unicodeScalars.count < 4_000)
      for (kind, text) in [
        ("block", block), ("page", StepSummary.render(digest, contract: contract)),
      ] {
        let texts = events.map { JSON.string(HarmlessText.line($0.phrase)) }
        input +=
          JSON.object(["kind": .string(kind), "text": .string(text), "texts": .array(texts)])
          .compact + "\n"
      }
    }
    let said = try Python.run(Self.python!, Self.checker, input: input, in: Sandbox())
    #expect(said == "200 rendered, 0 wrong", "seed \(seed)")
  }

  /// Parses with markdown-it (CommonMark, with tables and strikethrough as GitHub has them) and prints what is not as it should be.
  private static let checker = #"""
    import json, re, sys
    from markdown_it import MarkdownIt
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    live = [r"@[\w]", r"#\d", r"(?i)\bGH-\d", r"://\S", r"(?i)www\.\w", r"[!$%&~]\w", r":[a-z+]\w*:", r"(?i)mailto:\w"]
    rendered = wrong = 0
    for line in sys.stdin:
        given = json.loads(line)
        rendered += 1
        problems = []
        items = []
        comments = 0
        for token in parser.parse(given["text"]):
            if token.type == "html_block":
                comments += 1
                if token.content.strip() not in ("<!-- codex-hook:begin -->", "<!-- codex-hook:end -->"):
                    problems.append("html " + token.content)
            elif token.type == "inline":
                text = ""
                for child in token.children:
                    if child.type == "code_inline" and child.content in ("codex-hook summary", ".codex/summary.md"):
                        continue
                    if child.type not in ("text", "text_special", "softbreak"):
                        problems.append(child.type + " " + child.content)
                    text += child.content
                for pattern in live:
                    if re.search(pattern, text):
                        problems.append(pattern + " in " + text)
                items.append(text.replace("\u2060", ""))
            elif token.type not in ("paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close",
                                    "list_item_open", "list_item_close", "heading_open", "heading_close"):
                problems.append(token.type)
        if comments != (2 if given["kind"] == "block" else 0):
            problems.append(f"{comments} comments")
        if given["kind"] == "block":
            shown = [item for item in items if re.match(r"(open since )?\d{4}-", item)]
            if not shown:
                problems.append("no event")
            for item in shown:
                if not any(item.endswith(text.strip()) for text in given["texts"]):
                    problems.append("changed: " + item)
        if problems:
            wrong += 1
            if wrong < 4:
                print(problems, given["text"])
    print(f"{rendered} rendered, {wrong} wrong")
    """#
}
