import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("The state")
struct StateTests {
  let contract = Contract()
  let moment = Timestamp(seconds: 1_795_386_610)

  @Test(
    "starts with the branch's slug",
    arguments: [
      ("feat/branching-ui", "branching_ui"), ("main", "main"), ("a/b/C-d", "b_c_d"),
      ("/a//b/", "b"), ("a/", "a"), ("//", "general"), ("x/ÄÖ/é+1", "äö_é_1"),
      ("größe", "größe"), ("", "general"), ("/", "general"),
    ])
  func slug(branch: String, feature: String) {
    #expect(State(branch: branch, at: moment).feature == feature)
  }

  @Test("keeps keys that we do not know, and their order")
  func unknownKeys() throws {
    let text =
      #"{"mood":"good","current_feature":"f","status":"testing","current_branch":"b","last_updated":"2026-11-22T22:30:10Z","n":1.50}"#
    let state = try State(parsing: Array(text.utf8)).setting(
      feature: "g", status: "blocked", notes: "why", at: moment, contract: contract)
    #expect(
      JSON.object(state.body).compact
        == #"{"mood":"good","current_feature":"g","status":"blocked","current_branch":"b","last_updated":"2026-11-22T22:30:10Z","n":1.50,"notes":"why"}"#
    )
    #expect(try State(parsing: state.bytes) == state)
    #expect(try state.setting(notes: "", at: moment, contract: contract).notes == nil)
  }

  @Test(
    "is refused with the reason",
    arguments: [
      ("", "no JSON: the value is missing at byte 1"), ("[]", "it is no JSON object"),
      ("{}", "current_feature is missing"),
      (
        #"{"current_feature":"f","current_branch":"b","status":"done","last_updated":"2026-11-22T22:30:10Z"}"#,
        "status \"done\" is not one of in_progress, testing, complete, blocked"
      ),
      (
        #"{"current_feature":"f","current_branch":"b","status":"testing","last_updated":"today"}"#,
        "last_updated is no ISO 8601 instant"
      ),
      (
        #"{"current_feature":"f","current_branch":"b","status":"testing","last_updated":"2026-11-22T22:30:10Z","notes":1}"#,
        "notes is not a text"
      ),
      (String(repeating: " ", count: 2049), "it has 2049 bytes; the most is 2048"),
    ])
  func refused(text: String, reason: String) {
    do {
      _ = try State(parsing: Array(text.utf8))
      Issue.record("read \(text)")
    } catch { #expect(error.description == reason) }
  }

  @Test("refuses what it may not hold and stays under 2 KB")
  func setting() throws {
    let state = State(branch: "main", at: moment)
    #expect(throws: ContractError.notOneOf(State.statuses, key: "status", value: "done")) {
      try state.setting(status: "done", at: moment, contract: contract)
    }
    #expect(throws: ContractError.self) {
      try state.setting(feature: " ", at: moment, contract: contract)
    }
    let long = try state.setting(
      feature: String(repeating: "界", count: 999), notes: String(repeating: "界", count: 999),
      at: moment, contract: contract)
    #expect(long.bytes.count <= State.maximumSize)
    #expect(long.notes?.unicodeScalars.count == 120)
  }

  @Test("comes back after it is removed, and on a branch where it was set before")
  func comesBack() throws {
    let desk = try Desk()
    try desk.record(try desk.note("n"))
    let edited = try State(parsing: readBytes(desk.folder.state)).setting(
      feature: "sync", status: "blocked", notes: "why", at: moment, contract: contract)
    try writeBytes(edited.bytes, to: desk.folder.state)
    try desk.record()
    #expect(try readText(desk.folder.summary).contains("Feature: sync"))
    removeTree(desk.folder.root)
    try desk.record()
    #expect(try State(parsing: readBytes(desk.folder.state)) == edited)
    let store = FocusStore(layout: desk.store)
    #expect(store.ofWorkTree("") == edited && store.ofBranch("main") == edited)
    #expect(store.ofBranch("other") == nil && store.ofWorkTree("other") == nil)
  }

  @Test("branches of any name keep their own focus")
  func branchNames() throws {
    let desk = try Desk()
    let store = FocusStore(layout: desk.store)
    let branches = [
      "main", "feat/x", "feat%2fx", "../../escape", "größe", "a b", ".", "..", "-x",
      String(repeating: "long/", count: 60),
    ]
    for branch in branches { try store.save(State(branch: branch, at: moment), workTree: branch) }
    for branch in branches {
      #expect(store.ofBranch(branch)?.branch == branch)
      #expect(store.ofWorkTree(branch)?.branch == branch)
    }
    #expect(names(in: desk.store.focus).count == 2 * branches.count)
    #expect(names(in: desk.store.root) == ["focus"])
  }

  @Test(
    "that cannot be read is left to its writer for a minute, then kept aside, and the last good one comes back"
  )
  func invalid() throws {
    let desk = try Desk()
    try desk.record(try desk.note("n"))
    let good = try readText(desk.folder.state)
    let aside = FilePath(desk.folder.state.string + ".invalid")
    for (round, text) in ["half {", "again {"].enumerated() {
      try writeText(text, to: desk.folder.state)
      let early = try desk.record()
      #expect(early.warnings.count == 1 && early.warnings[0].contains("is not used: no JSON"))
      #expect(try readText(desk.folder.state) == text)
      #expect(try readText(desk.folder.summary).contains("Feature: main"))
      age(desk.folder.state, by: 61)
      let late = try desk.record()
      #expect(late.warnings.count == 1 && late.warnings[0].contains("it is kept as \(aside)"))
      #expect(try readText(aside) == text)
      #expect(try readText(desk.folder.state) == good)
      #expect(names(in: desk.folder.archive).count == round)
    }
    let older = try #require(names(in: desk.folder.archive).first)
    #expect(try readText(desk.folder.archive.appending(older)) == "half {")
    #expect(try desk.record().warnings.isEmpty)
  }

  @Test("a folder in its place is named and left alone")
  func folderInItsPlace() throws {
    let desk = try Desk()
    try makeFolder(desk.folder.state.appending("theirs"))
    let recording = try desk.record(try desk.note("n"))
    #expect(recording.warnings.count == 1 && recording.warnings[0].contains("Is a directory"))
    #expect(exists(desk.folder.state.appending("theirs")))
  }

  @Test("that was written by hand is shown folded and cut, and its file stays as it is")
  func shown() throws {
    let desk = try Desk()
    try desk.record()
    let text =
      #"{"current_feature":"a\u001b[31mb","current_branch":"main","status":"testing","last_updated":"2026-11-22T22:30:10Z","mine":["\#(String(repeating: "x", count: 200))"]}"#
    try writeText(text, to: desk.folder.state)
    try desk.record(try desk.note("n"))
    #expect(try readText(desk.folder.state) == text)
    let state = try State(parsing: Array(text.utf8))
    let digest = try Digest(
      state: state, journal: JournalReader(desk.store), contract: desk.contract)
    #expect(digest.state?.feature == "a [31mb")
    let mine = digest.state?.body["mine"]?.elements?.first?.text
    #expect(mine?.unicodeScalars.count == 120)
  }
}
