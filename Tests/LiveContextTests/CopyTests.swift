import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("A work tree's copy of the journal")
struct CopyTests {
  /// A desk with five notes recorded and a whole copy.
  private func desk() throws -> Desk {
    let desk = try Desk()
    _ = try desk.recorder().record((0..<5).map { try desk.note("note \($0)") })
    #expect(try desk.copyIsWhole)
    return desk
  }

  private func extra(_ desk: Desk, _ number: Int = 0) throws -> String {
    try desk.note("by hand \(number)").line
  }

  @Test("grows with the journal, in place")
  func grows() throws {
    let desk = try desk()
    let before = FileStatus.of(desk.folder.journal)
    try desk.record(try desk.note("more"))
    #expect(try desk.copyIsWhole)
    #expect(FileStatus.of(desk.folder.journal)?.inode == before?.inode)
  }

  @Test("that two rotations have passed by is no source of events")
  func isOlderThanTheNewestSegment() throws {
    let desk = try desk()
    let copy = try readBytes(desk.folder.journal)
    for number in 0..<2 {
      _ = try desk.recorder().rotate { _ in true }
      try desk.record(try desk.note("after rotation \(number)"))
    }
    try writeBytes(copy, to: desk.folder.journal)
    removeTree(desk.folder.archive)
    #expect(try desk.record().takenIn == 0)
    #expect(try desk.allLines.count == 7)
    #expect(try desk.copyIsWhole)
  }

  /// What is done to the copy by hand; `%` is a line that the journal does not hold.
  static let edits: [(String, String)] = [
    ("a line at the end", "printf '%s\\n' \"$LINE\" >> journal.ndjson"),
    ("a line without an end", "printf '%s' \"$LINE\" >> journal.ndjson"),
    (
      "a line at the start",
      "{ printf '%s\\n' \"$LINE\"; cat journal.ndjson; } > new && mv new journal.ndjson"
    ),
    ("a rewrite in place", "printf '%s\\n' \"$LINE\" > journal.ndjson"),
    (
      "an editor's rewrite",
      "{ head -n 3 journal.ndjson; printf '%s\\n' \"$LINE\"; tail -n 2 journal.ndjson; } > new && mv new journal.ndjson"
    ),
    ("sed -i and a line", "sed -i 2d journal.ndjson; printf '%s\\n' \"$LINE\" >> journal.ndjson"),
    ("a truncation and a line", ": > journal.ndjson; printf '%s\\n' \"$LINE\" >> journal.ndjson"),
    ("the same line twice", "printf '%s\\n%s\\n' \"$LINE\" \"$LINE\" >> journal.ndjson"),
    ("a line with CRLF", "printf '%s\\r\\n' \"$LINE\" >> journal.ndjson"),
    ("a byte order mark", "printf '\\357\\273\\277%s\\n' \"$LINE\" > journal.ndjson"),
    (
      "garbage around it",
      "printf '\\000\\377\\n%s\\n{}\\nhalf' \"$LINE\" >> journal.ndjson; touch -d '1 minute ago' journal.ndjson"
    ),
    (
      "a move into the archive",
      "printf '%s\\n' \"$LINE\" >> journal.ndjson; mkdir -p archive; mv journal.ndjson archive/journal-1.ndjson"
    ),
    (
      "a move and a new start",
      "mkdir -p archive; mv journal.ndjson archive/journal-1.ndjson; printf '%s\\n' \"$LINE\" >> journal.ndjson"
    ),
  ]

  @Test("gives every line that was written to it to the journal, once", arguments: edits)
  func takesIn(name: String, script: String) throws {
    let desk = try desk()
    let line = try extra(desk)
    let outcome = try desk.sandbox.run(
      ["sh", "-c", script], in: desk.folder.root, environment: ["LINE": line])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let recording = try desk.record()
    #expect(recording.takenIn == 1)
    #expect(recording.warnings.isEmpty)
    #expect(try desk.journal.count == 6)
    #expect(try desk.journal.last == line)
    #expect(try desk.copyIsWhole)
    #expect(try desk.record().takenIn == 0)
    #expect(try desk.journal.count == 6)
  }

  @Test(
    "is made again from the journal",
    arguments: [
      ": > journal.ndjson", "rm journal.ndjson", "rm -rf ../.codex", "sed -i 3d journal.ndjson",
      "sort -r journal.ndjson -o journal.ndjson",
      "truncate -s 100 journal.ndjson; touch -d '1 minute ago' journal.ndjson",
      "rm journal.ndjson; ln -s /dev/null journal.ndjson",
      "rm journal.ndjson; ln -s nowhere journal.ndjson", "rm journal.ndjson; mkfifo journal.ndjson",
    ])
  func remade(script: String) throws {
    let desk = try desk()
    _ = try desk.sandbox.run(["sh", "-c", script], in: desk.folder.root)
    let recording = try desk.record()
    #expect(recording.warnings.isEmpty)
    #expect(recording.takenIn == 0)
    #expect(try desk.journal.count == 5)
    #expect(try desk.copyIsWhole)
    #expect(FileStatus.of(desk.folder.journal)?.isRegular == true)
    #expect(exists(desk.folder.summary) && exists(desk.folder.state))
  }

  @Test("leaves a line in the making to its writer, for a while")
  func twoWrites() throws {
    let desk = try desk()
    let line = try extra(desk)
    try appendText(String(line.prefix(40)), to: desk.folder.journal)
    try desk.record(try desk.note("ours"))
    #expect(try desk.lines(desk.folder.journal).last == String(line.prefix(40)))
    try appendText(String(line.dropFirst(40)) + "\n", to: desk.folder.journal)
    #expect(try desk.record().takenIn == 1)
    #expect(try desk.journal.suffix(2) == [try desk.note("ours").line, line])
    #expect(try desk.copyIsWhole)
  }

  @Test("a folder in its place is named and left alone")
  func folderInItsPlace() throws {
    let desk = try desk()
    unlink(desk.folder.journal.string)
    try makeFolder(desk.folder.journal.appending("theirs"))
    for _ in 0..<2 {
      let recording = try desk.record(try desk.note("more"))
      #expect(recording.appended.count == 1)
      #expect(recording.warnings.count == 1 && recording.warnings[0].contains("Is a directory"))
      #expect(exists(desk.folder.journal.appending("theirs")))
      #expect(names(in: desk.folder.root).allSatisfy { !$0.hasSuffix(".new") })
    }
  }

  @Test("lines that only an older segment holds are not doubled")
  func olderArchives() throws {
    let desk = try desk()
    let old = try readBytes(desk.folder.journal)
    for number in 0..<4 {
      var held = try desk.held()
      try held.rotate()
      _ = try held.append(try desk.note("after rotation \(number)"))
    }
    try writeBytes(old, to: desk.folder.journal)
    #expect(try desk.record().takenIn == 0)
    #expect(try desk.allLines.count == 9)
    #expect(try desk.copyIsWhole)
  }

  @Test("a line that was changed on its way in is known when it comes again")
  func redactedOnce() throws {
    let desk = try desk()
    let line =
      #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"\#(String(repeating: "x", count: 200))"}"#
    for expected in [1, 0, 0] {
      try appendText(line + "\n", to: desk.folder.journal)
      #expect(try desk.record().takenIn == expected)
    }
    #expect(try desk.journal.count == 6)
  }

  @Test("two texts that only Unicode calls equal are two lines")
  func canonicalEquivalence() throws {
    let desk = try desk()
    for text in ["caf\u{e9}", "cafe\u{301}"] {
      try appendText(
        #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"\#(text)"}"# + "\n",
        to: desk.folder.journal)
    }
    #expect(try desk.record().takenIn == 2)
  }

  @Test("what was written between the look and the exchange is taken in")
  func writtenMeanwhile() throws {
    let desk = try desk()
    let line = try extra(desk)
    // What a writer leaves that died right after the exchange: an old copy, with a line that nobody has looked at.
    try writeText(
      try readText(desk.folder.journal) + line + "\n",
      to: desk.folder.temporary(desk.folder.journal))
    try appendText(try extra(desk, 2) + "\n", to: desk.folder.journal)
    #expect(try desk.record().takenIn == 2)
    #expect(try desk.copyIsWhole)
    #expect(!exists(desk.folder.temporary(desk.folder.journal)))
  }

  @Test("no line is lost beside writers that append at any moment and take no lock")
  func racing() throws {
    let desk = try desk()
    let copy = desk.folder.journal
    onThreads(2) { number in
      for index in 0..<100 {
        if number == 0 {
          guard let line = try? desk.note("foreign \(index)").line else { return }
          try? appendText(line + "\n", to: copy)
        } else {
          _ = try? desk.record(try desk.note("own \(index)"))
        }
      }
    }
    try desk.record()
    let lines = try desk.journal
    #expect(Set(lines).count == lines.count)
    #expect(lines.count { $0.contains("own") } == 100)
    // A writer that opened the file before the exchange and writes after it is beyond our reach, and rare.
    #expect(lines.count { $0.contains("foreign") } >= 98)
  }

  @Test("a flood is taken in over several runs, all of it once")
  func flood() throws {
    let desk = try desk()
    let count = Intake.limit + 500
    let lines = try (0..<count).map { try extra(desk, $0) + "\n" }
    try appendText(lines.joined(), to: desk.folder.journal)
    #expect(try desk.record().takenIn == Intake.limit)
    #expect(try desk.record().takenIn == 500)
    #expect(try desk.journal.count == 5 + count)
    #expect(try desk.copyIsWhole)
  }

  @Test("one that is larger than any journal is put aside unread")
  func sparse() throws {
    let desk = try desk()
    _ = truncate(desk.folder.journal.string, 2 << 30)
    let clock = ContinuousClock()
    let start = clock.now
    let recording = try desk.record(try desk.note("more"))
    #expect(clock.now - start < .seconds(2))
    #expect(recording.warnings.count == 1)
    #expect(try desk.copyIsWhole)
    let aside = names(in: desk.folder.archive).filter { $0.hasPrefix("copy-") }
    #expect(aside.count == 1)
  }

  @Test("is not touched where HEAD's tree holds it")
  func tracked() throws {
    let desk = try desk()
    try writeText("git's\n", to: desk.folder.journal)
    _ = try desk.recorder(tracked: ["journal.ndjson"]).record([try desk.note("more")])
    #expect(try readText(desk.folder.journal) == "git's\n")
  }
}
