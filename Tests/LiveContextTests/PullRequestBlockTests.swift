import Testing

@testable import LiveContext

@Suite("The block for a pull request")
struct PullRequestBlockTests {
  private let contract = Contract()

  private func event(_ line: String) throws -> Event { try contract.read(Array(line.utf8)[...]) }

  private func block(notes: String = "merge it", issues: Int = 1) throws -> PullRequestBlock {
    let at = #""ts":"2026-11-22T22:30:10Z""#
    var events = try (0..<20).map {
      try event(#"{\#(at),"type":"note","text":"remark \#($0)"}"#)
    }
    for number in 0..<issues {
      events.append(try event(#"{\#(at),"type":"issue","desc":"problem \#(number)","area":"ui"}"#))
    }
    events.append(
      try event(#"{\#(at),"type":"test","result":"mixed","count":128,"failed":1,"skipped":2}"#))
    let state = try State(branch: "feat/branching-ui", at: Timestamp(seconds: 1_795_386_610))
      .setting(notes: notes, at: Timestamp(seconds: 1_795_386_610), contract: contract)
    return PullRequestBlock(Digest(state: state, events: events), contract: contract)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("has the focus first, then tests and open issues, in 12 lines at the most")
  func shape() throws {
    let lines = text(try block().spliced(into: [])).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 12)
    #expect(lines.first == "<!-- codex-hook:begin -->" && lines.last == "<!-- codex-hook:end -->")
    #expect(
      lines[1]
        == "Focus: branching_ui on feat/branching-ui, in\u{5f}progress since 2026-11-22 22:30Z. Next: merge it"
    )
    #expect(
      lines[3].hasPrefix("- 2026-11-22 22:30Z tests mixed, 128 run, 1 failed, 2 skipped \\["))
    #expect(lines[4].hasPrefix("- open since 2026-11-22 22:30Z: issue "))
    #expect(lines[5].hasSuffix("remark 0"))
    #expect(lines[10].contains("`.codex/summary.md`"))
  }

  @Test("says so where nothing is recorded")
  func nothing() throws {
    let block = PullRequestBlock(Digest(state: nil, events: []), contract: contract)
    #expect(
      text(try block.spliced(into: [])) == """
        <!-- codex-hook:begin -->
        Focus: none recorded.

        More: `codex-hook summary` in a clone, or the file `.codex/summary.md` there.
        <!-- codex-hook:end -->
        """)
  }

  @Test(
    "changes nothing outside its two marks, and nothing at all the second time",
    arguments: [
      "", "text", "text\n", "line\r\nline\r\n", "```\nopen fence", "- list\n\n  ", "caf\u{e9}\u{0}",
      "before\n<!-- codex-hook:begin -->old<!-- codex-hook:end -->\n\tafter  ",
      "<!-- codex-hook:begin --><!-- codex-hook:end -->", String(repeating: "long ", count: 8000),
    ])
  func outside(body: String) throws {
    let block = try block()
    let once = try block.spliced(into: Array(body.utf8))
    #expect(try block.spliced(into: once) == once)
    let other = try self.block(notes: "another hint", issues: 3).spliced(into: once)
    #expect(try block.spliced(into: other) == once)
    let written = text(once)
    let begin = try #require(written.range(of: PullRequestBlock.begin)).lowerBound
    let end = try #require(written.range(of: PullRequestBlock.end)).upperBound
    if let old = body.range(of: PullRequestBlock.begin) {
      #expect(written[..<begin] == body[..<old.lowerBound])
      let oldEnd = try #require(body.range(of: PullRequestBlock.end)).upperBound
      #expect(written[end...] == body[oldEnd...])
    } else {
      #expect(written[..<begin].utf8.starts(with: body.utf8))
      #expect(written[..<begin].utf8.count <= body.utf8.count + 2)
      #expect(written[end...].isEmpty)
    }
  }

  @Test("keeps bytes that are no UTF-8")
  func bytes() throws {
    let body: [UInt8] = [0xff, 0xfe, 0x0a, 0xc3]
    #expect(try block().spliced(into: body).starts(with: body))
  }

  @Test(
    "refuses a description in which its marks stand twice, alone or in the wrong order",
    arguments: [
      ("<!-- codex-hook:begin -->", 1, 0), ("<!-- codex-hook:end -->", 0, 1),
      ("<!-- codex-hook:end --><!-- codex-hook:begin -->", 1, 1),
      ("<!-- codex-hook:begin --><!-- codex-hook:begin --><!-- codex-hook:end -->", 2, 1),
      ("<!-- codex-hook:begin --><!-- codex-hook:end --><!-- codex-hook:end -->", 1, 2),
    ])
  func refuses(body: String, begins: Int, ends: Int) throws {
    let block = try block()
    #expect(throws: PullRequestBlockError.unclear(begins: begins, ends: ends)) {
      try block.spliced(into: Array(body.utf8))
    }
  }

  @Test("gives up lines where little room is left, and refuses where there is none")
  func room() throws {
    let block = try block()
    let whole = text(try block.spliced(into: [])).unicodeScalars.count
    for room in [whole, whole - 1, 300, 230] {
      let body = String(repeating: "é", count: PullRequestBlock.maximumLength - room - 2)
      let written = text(try block.spliced(into: Array(body.utf8)))
      #expect(written.unicodeScalars.count <= PullRequestBlock.maximumLength)
      #expect(written.hasPrefix(body + "\n\n<!-- codex-hook:begin -->\nFocus: branching_ui"))
      #expect(written.contains("remark 3") == (room == whole))
    }
    #expect(throws: PullRequestBlockError.noRoom(length: 59_902, limit: 60_000)) {
      try block.spliced(into: Array(String(repeating: "x", count: 59_900).utf8))
    }
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}
