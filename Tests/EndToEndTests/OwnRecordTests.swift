import LiveContext
import SystemPackage
import TestSupport
import Testing

/// This repository is shared by the program that it holds.
@Suite("This project's own .codex/")
struct OwnRecordTests {
  private let folder = packageRoot().appending(".codex")

  @Test("has the script and the schemas of these sources")
  func scaffold() throws {
    let templates = packageRoot().pushing("Sources/LiveContext/Templates")
    let schemas = packageRoot().appending("schema")
    #expect(
      try readText(folder.appending("load")) == readText(templates.appending("load")),
      "cp Sources/LiveContext/Templates/load .codex/load")
    for name in names(in: schemas) {
      #expect(
        try readText(folder.appending("schema").appending(name))
          == readText(schemas.appending(name)),
        "cp schema/\(name) .codex/schema/\(name)")
    }
  }

  @Test("has segments, and every line of them is an event")
  func segments() throws {
    let root = folder.appending("segments")
    var count = 0
    for month in names(in: root) {
      for name in names(in: root.appending(month)) {
        for line in try Clone.lines(root.appending(month).appending(name)) {
          let event = try Contract().read(Array(line.utf8)[...])
          #expect(event.type != .commit)
          count += 1
        }
      }
    }
    #expect(count > 0)
  }
}
