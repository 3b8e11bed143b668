import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("A validation")
struct ValidationTests {
  @Test("finds nothing wrong with what we wrote")
  func clean() throws {
    let desk = try Desk()
    _ = try desk.recorder().record([try desk.commit(1), try desk.note("n")])
    let found = try Validation(contract: desk.contract).all(desk.store, desk.folder)
    #expect(found.events == 2 && found.problems.isEmpty)
  }

  @Test("names file, line and reason of each problem, and changes nothing")
  func problems() throws {
    let desk = try Desk()
    let note = try desk.note("n").line
    try writeText("\(note)\njunk\n{}\n\(note)\nhalf", to: desk.store.journal)
    try makeFolder(desk.folder.root)
    try writeText("{", to: desk.folder.state)
    try writeText(String(repeating: "word ", count: 2001), to: desk.folder.summary)
    let found = try Validation(contract: desk.contract).all(desk.store, desk.folder)
    #expect(found.events == 2)
    #expect(
      found.problems.map(\.description) == [
        "\(desk.store.journal):2: no JSON: no JSON value at byte 1",
        "\(desk.store.journal):3: ts is missing",
        "\(desk.store.journal):5: the last line has no line break",
        "\(desk.folder.state): no JSON: a key is missing at byte 2",
        "\(desk.folder.summary): it has 2001 words; the most is 2000",
      ])
    #expect(names(in: desk.store.root) == ["journal.ndjson"])
  }

  @Test("counts what is wrong beyond the first thousand")
  func many() throws {
    let desk = try Desk()
    try writeText(String(repeating: "x\n", count: 5000), to: desk.store.journal)
    let problems = try Validation(contract: desk.contract).journal(desk.store.journal).problems
    #expect(problems.count == Validation.limit + 1)
    #expect(problems.last?.reason == "4000 more lines are no events")
  }

  @Test("names what is no file", arguments: ["folder", "fifo", "link"])
  func noFile(kind: String) throws {
    let desk = try Desk()
    switch kind {
    case "folder": try makeFolder(desk.store.journal)
    case "fifo": mkfifo(desk.store.journal.string, 0o644)
    default: symlink("/etc/passwd", desk.store.journal.string)
    }
    let found = try Validation(contract: desk.contract).journal(desk.store.journal)
    #expect(found.problems.map(\.reason) == ["it is no regular file"])
  }

  @Test("passes over what is not there")
  func missing() throws {
    let desk = try Desk()
    #expect(try Validation(contract: desk.contract).all(desk.store, desk.folder).problems.isEmpty)
  }
}
