import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("10,001 events")
struct RotationTests {
  /// A journal of 10,000 lines, as if they had been recorded: every fifth a commit's, some issues, some tests.
  private func lines() -> String {
    var text = ""
    for number in 0..<10_000 {
      let minute = number / 60 % 60
      let ts = "2026-11-\(10 + number / 3600)T12:\(minute / 10)\(minute % 10):00Z"
      let head = #"{"ts":"\#(ts)","type":"#
      switch number % 5 {
      case 0:
        let hex = String(number, radix: 16)
        let sha = String(repeating: "0", count: 40 - hex.count) + hex
        text += head + #""commit","sha":"\#(sha)","files_changed":1,"message":"change \#(number)"}"#
      case 1: text += head + #""test","result":"pass","count":\#(number)}"#
      case 2: text += head + #""issue","desc":"problem \#(number)","area":"sync"}"#
      default: text += head + #""note","text":"remark \#(number)"}"#
      }
      text += "\n"
    }
    return text
  }

  @Test("are one archived segment and a live journal, and context and summary are as before")
  func rotates() throws {
    let clone = try Clone(branch: "feat/branching-ui")
    let journal = try clone.store.appending("journal.ndjson")
    let archive = try clone.store.appending("archive")
    try writeText(lines(), to: journal)
    let summary = Sections(try clone.done("summary"))
    let context = Sections(try clone.done("context"))
    #expect(names(in: archive).isEmpty)

    try clone.done("note", "the last straw")
    let segments = names(in: archive)
    #expect(segments.count == 1)
    #expect(try segments.first.map { try Clone.lines(archive.appending($0)).count } == 10_000)
    #expect(try clone.journal().count == 1)
    #expect(try clone.copy() == clone.journal())
    #expect(names(in: clone.folder.appending("archive")) == segments)

    // The new note is first, the oldest activity made room for it, and nothing else has changed.
    let later = Sections(try clone.done("summary"))
    #expect(later["## Recent Activity"].first?.hasSuffix("the last straw") == true)
    #expect(later["## Recent Activity"].dropFirst() == summary["## Recent Activity"].dropLast())
    for title in ["## Current Work", "## Health Snapshot", "## Open Questions / Next Steps"] {
      #expect(later[title] == summary[title])
    }
    let laterContext = Sections(try clone.done("context"))
    let recent = "Recent activity (newest first)"
    #expect(laterContext[recent].dropFirst() == context[recent].dropLast())
    #expect(laterContext["Open questions / next steps"] == context["Open questions / next steps"])

    try clone.commit("one")
    #expect(try clone.journal().count == 2)
    #expect(names(in: archive) == segments)
    #expect(try clone.done("validate") == "10002 events, 0 problems")
    #expect(try clone.status() == "")
  }

  @Test(
    "rotate moves the journal by hand, and a commit that is in the archive is not recorded again")
  func byHand() throws {
    let clone = try Clone()
    try clone.commit("one")
    try clone.done("rotate")
    #expect(try clone.journal().isEmpty)
    try clone.addOrigin()
    try clone.git("push", "-q", "origin", "main")
    #expect(try clone.journal().isEmpty)
    #expect(try clone.done("context").contains("add one"))
    #expect(try clone.done("log").contains("add one"))
  }
}

/// The bullets of a text by the line above them.
private struct Sections {
  private var bullets: [String: [Substring]] = [:]

  init(_ text: String) {
    var title = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("- ") {
        bullets[title, default: []].append(line)
      } else {
        title = "\(line)"
      }
    }
  }

  subscript(title: String) -> [Substring] { bullets[title] ?? [] }
}
