import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("codex-hook pr-block")
struct PullRequestTests {
  private func bare(_ clone: Clone, arguments: [String]) throws -> Clone {
    let checkout = clone.sandbox.root.appending("checkout")
    try clone.sandbox.run(
      ["git", "clone", "-q"] + arguments + ["file://\(clone.root)", checkout.string]
    ).expectSuccess()
    return Clone(at: checkout, in: clone.sandbox)
  }

  @Test("puts the focus, open issues and commits into a description, and writes no file")
  func splices() throws {
    let clone = try Clone(branch: "feat/branching-ui")
    try clone.commit("one", message: "Show branches <!-- codex-hook:end -->, fixes #12 for @you")
    try clone.done("issue", "the selection is lost", "--area", "ui")
    let before = try clone.listing(of: clone.root)
    let body = "What this does.\r\n\r\n- [ ] tested\r\n"
    let once = try clone.run(["pr-block"], input: body)
    #expect(once.status == 0 && once.errors == "")
    #expect(once.output.hasPrefix(body + "\n<!-- codex-hook:begin -->\nFocus: branching_ui on "))
    #expect(once.output.hasSuffix("<!-- codex-hook:end -->"))
    #expect(once.output.contains("(ui): the selection is lost\n"))
    #expect(
      once.output.contains(
        "Show branches ‹!-- codex-hook:\u{2060}end --›, fixes #\u{2060}12 for @\u{2060}you (1 file)\n"
      ))
    #expect(try clone.run(["pr-block"], input: once.output).output == once.output)
    #expect(try clone.listing(of: clone.root) == before)
  }

  @Test("takes a subject of 10,000 characters, and the block stays as small as ever")
  func longSubject() throws {
    let clone = try Clone()
    try clone.commit("one", message: String(repeating: "*@x #1 `<b>` ", count: 770))
    let block = try clone.run(["pr-block"]).output
    #expect(block.split(separator: "\n", omittingEmptySubsequences: false).count <= 12)
    #expect(block.utf8.count < 1500)
  }

  @Test("needs only a checkout on CI, where nothing is recorded")
  func checkout() throws {
    let clone = try Clone(branch: "feat/sync")
    for name in ["one", "two", "three"] { try clone.commit(name) }
    let checkout = try bare(clone, arguments: [])
    try checkout.git("checkout", "-q", "--detach")
    let ci = ["CI": "true"]
    let block = try checkout.done("pr-block", "--branch", "feat/sync", environment: ci)
    #expect(block.contains("Focus: sync on feat/sync, in_progress since "))
    for name in ["one", "two", "three"] { #expect(block.contains("add \(name) (1 file)")) }
    let page = try checkout.done("pr-block", "--format", "step-summary", environment: ci)
    #expect(page.hasPrefix("## What happened here") && page.contains("### Recent Activity\n\n- "))
    #expect(try checkout.status() == "")
    #expect(!exists(try checkout.store) && !exists(checkout.folder))
  }

  @Test("reads what was published, and leaves out the commit at which a clone was cut")
  func shallow() throws {
    let clone = try Clone(branch: "feat/sync")
    try clone.commit("one")
    let focus = #"{"ts":"2030-01-01T00:00:00Z","type":"note","text":"focus","state":\#(state)}"#
    let issue = #"{"ts":"2030-01-01T00:00:00Z","type":"issue","desc":"it is slow","area":"sync"}"#
    let month = clone.folder.pushing("segments/2030-01")
    try makeFolder(month)
    try writeText(
      issue + "\n" + focus + "\n",
      to: month.appending("20300101T000000Z-3f2a9c1d0b12.ndjson"))
    try clone.git("add", "-f", ".codex/segments")
    try clone.git("commit", "-q", "-m", "publish")
    try clone.commit("three")
    let checkout = try bare(clone, arguments: ["--depth=2", "--single-branch"])
    let block = try checkout.done("pr-block", environment: ["CI": "true"])
    #expect(block.contains("Focus: two-way sync on feat/sync, testing since 2029-12-31 22:00Z"))
    #expect(block.contains("open since 2030-01-01 00:00Z: issue "))
    #expect(block.contains("add three (1 file)"))
    #expect(!block.contains(": publish (") && !block.contains("add one"))
  }

  private let state =
    #"{"current_feature":"two-way sync","current_branch":"feat/sync","status":"testing","last_updated":"2029-12-31T22:00:00Z"}"#

  @Test("refuses a description whose marks are not one pair, and says what to do")
  func refuses() throws {
    let clone = try Clone()
    let outcome = try clone.run(["pr-block"], input: "a\n<!-- codex-hook:begin -->\nb")
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(
      outcome.errors == """
        codex-hook: the description holds <!-- codex-hook:begin --> once and <!-- codex-hook:end --> 0 times, not once each \
        in this order, so it is not clear what to replace; take these lines out of the description by hand; nothing changed

        """)
  }
}
