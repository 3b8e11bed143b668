import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("The store under its lock")
struct HeldStoreTests {
  @Test("appends whole lines and counts them")
  func appends() throws {
    let desk = try Desk()
    do {
      var held = try desk.held()
      for number in 0..<3 { #expect(try held.append(try desk.note("note \(number)"))) }
      #expect(held.checkpoint.lines == 3)
    }
    #expect(try desk.journal.count == 3)
    let held = try desk.held()
    #expect(held.checkpoint.lines == 3)
    #expect(held.checkpoint.journalSize == (try readBytes(desk.store.journal)).count)
  }

  @Test("records a commit once, in one hold or in two, in the archive too")
  func commits() throws {
    let desk = try Desk()
    do {
      var held = try desk.held()
      #expect(try held.append(try desk.commit(1)))
      #expect(try !held.append(try desk.commit(1)))
      #expect(try held.append(try desk.commit(2)))
      try held.rotate()
    }
    var held = try desk.held()
    #expect(try !held.append(try desk.commit(2, at: 5)))
    #expect(try held.append(try desk.commit(3)))
    #expect(try desk.allLines.count == 3)
  }

  @Test(
    "finds its way again when what it remembers is missing, stale or garbage",
    arguments: [
      "no checkpoint", "no index", "garbage checkpoint", "garbage index", "stale checkpoint",
      "short index", "index of another width", "huge numbers", "neither",
    ])
  func recovers(damage: String) throws {
    let desk = try Desk()
    let (lock, commits) = (desk.store.lock, desk.store.commits)
    do {
      var held = try desk.held()
      for number in 0..<20 { _ = try held.append(try desk.commit(number)) }
      try held.rotate()
      for number in 20..<30 { _ = try held.append(try desk.commit(number)) }
    }
    let size = try readBytes(desk.store.journal).count
    switch damage {
    case "no checkpoint": try writeText("", to: lock)
    case "no index": unlink(commits.string)
    case "garbage checkpoint": try writeBytes((0..<48).map { _ in 0xff }, to: lock)
    case "garbage index":
      try writeBytes([UInt8](repeating: 0x41, count: 30 * 41), to: commits)
    case "stale checkpoint":
      let stale = Checkpoint(journalSize: size - 1, lines: 1, commits: 30)
      try writeBytes(stale.bytes, to: lock)
    case "short index": try writeText(Desk.sha(1) + "\n", to: commits)
    case "index of another width":
      try writeText(
        String(repeating: "abc\n", count: 30 * 41 / 4) + String(repeating: "x", count: 1) + "\n",
        to: commits)
    case "huge numbers": try writeText("9223372036854775807 9223372036854775807 1\n", to: lock)
    default:
      unlink(lock.string)
      unlink(commits.string)
    }
    var held = try desk.held()
    #expect(held.checkpoint.lines == 10)
    #expect(held.checkpoint.journalSize == size)
    for number in 0..<30 { #expect(try !held.append(try desk.commit(number))) }
    #expect(try held.append(try desk.commit(30)))
    #expect(try desk.allLines.count == 31)
  }

  @Test("rotates before the append that would make 10,001 lines, and loses nothing")
  func rotatesByLines() throws {
    let desk = try Desk()
    let line = try desk.note("n").line + "\n"
    try writeText(String(repeating: line, count: 9_999), to: desk.store.journal)
    var held = try desk.held()
    #expect(try held.append(try desk.note("10,000")))
    #expect(desk.store.segments().isEmpty)
    #expect(try held.append(try desk.note("10,001")))
    #expect(desk.store.segments().count == 1)
    #expect(try desk.journal == [try desk.note("10,001").line])
    #expect(try desk.lines(desk.store.segments()[0]).count == 10_000)
    #expect(held.checkpoint.lines == 1)
  }

  @Test("rotates before the append that would pass 5 MB")
  func rotatesBySize() throws {
    let desk = try Desk()
    let line = try desk.note(String(repeating: "x", count: 120)).line + "\n"
    let count = HeldStore.maximumSize / line.utf8.count
    let filler = String(repeating: " ", count: HeldStore.maximumSize - count * line.utf8.count - 1)
    try writeText(String(repeating: line, count: count) + filler + "\n", to: desk.store.journal)
    let small = try desk.held(rotates: false).checkpoint
    #expect(small.journalSize == HeldStore.maximumSize)
    var held = try desk.held()
    #expect(try held.append(try desk.note("next")))
    #expect(desk.store.segments().count == 1)
    #expect(try desk.journal.count == 1)
  }

  @Test("does not rotate where the people decided that it only proposes")
  func proposes() throws {
    let desk = try Desk()
    let policy = desk.top.appending("policy.json")
    try writeText(#"{"rotation":"propose"}"#, to: policy)
    let line = try desk.note("n").line + "\n"
    try writeText(String(repeating: line, count: 10_000), to: desk.store.journal)
    for (words, segments) in [("propose", 0), ("auto", 1)] {
      try writeText(#"{"rotation":"\#(words)"}"#, to: policy)
      var held = try desk.held(policy: policy)
      #expect(try held.append(try desk.note("more")))
      #expect(desk.store.segments().count == segments)
    }
  }

  @Test(
    "names segments in their order when the clock went back, beside names that are nobody's clock")
  func segmentNames() throws {
    let desk = try Desk()
    try makeFolder(desk.store.archive)
    let ahead = Timestamp(seconds: Timestamp.now.seconds + 500_000)
    for junk in [
      "journal-\(ahead.fileName).ndjson", "journal-zzz.ndjson",
      "journal-99991231T235959Z.ndjson", "journal-99999999999999.ndjson", "torn-20261122T223010Z",
      "readme",
    ] {
      try writeText("junk\n", to: desk.store.archive.appending(junk))
    }
    var names: [String] = []
    for number in 0..<3 {
      var held = try desk.held()
      _ = try held.append(try desk.note("n\(number)"))
      names.append(try #require(try held.rotate()?.lastComponent?.string))
    }
    #expect(names == names.sorted() && Set(names).count == 3)
    #expect(names[0] > "journal-\(ahead.fileName).ndjson")
    #expect(names[2] < "journal-9")
    #expect(try readText(desk.store.archive.appending("journal-zzz.ndjson")) == "junk\n")
  }

  @Test("does not stumble over foreign things in the archive")
  func foreignArchive() throws {
    let desk = try Desk()
    try makeFolder(desk.store.archive.appending("journal-20200101T000000Z.ndjson"))
    mkfifo(desk.store.archive.appending("journal-20200102T000000Z.ndjson").string, 0o644)
    symlink("/etc/passwd", desk.store.archive.appending("journal-20200103T000000Z.ndjson").string)
    symlink("nowhere", desk.store.archive.appending("journal-20200104T000000Z.ndjson").string)
    try desk.record(try desk.commit(1))
    #expect(try desk.journal.count == 1)
    var digest = 0
    try JournalReader(desk.store).forEachEvent(desk.contract) { _ in
      digest += 1
      return true
    }
    #expect(digest == 1)
  }

  @Test("does not append to what is no file of its own", arguments: ["folder", "fifo", "link"])
  func foreignJournal(kind: String) throws {
    let desk = try Desk()
    let outside = desk.top.appending("outside")
    try writeText("untouched\n", to: outside)
    switch kind {
    case "folder": try makeFolder(desk.store.journal)
    case "fifo": mkfifo(desk.store.journal.string, 0o644)
    default: symlink(outside.string, desk.store.journal.string)
    }
    let event = try desk.note("n")
    let recording = try desk.record(event)
    #expect(recording.kept.map(\.event) == [event])
    #expect(try readText(outside) == "untouched\n")
    if kind == "folder" {
      rmdir(desk.store.journal.string)
    } else {
      unlink(desk.store.journal.string)
    }
    #expect(try desk.record().takenIn == 1)
    #expect(try desk.journal == [event.line])
  }
}

@Suite("A rotation that was killed")
struct KilledRotationTests {
  @Test("leaves nothing lost or doubled", arguments: ["after the rename", "after the new journal"])
  func killed(step: String) throws {
    let desk = try Desk()
    do {
      var held = try desk.held()
      for number in 0..<5 { _ = try held.append(try desk.commit(number)) }
    }
    try makeFolder(desk.store.archive)
    rename(
      desk.store.journal.string,
      desk.store.archive.appending("journal-20261122T223010Z.ndjson").string)
    if step == "after the new journal" { try writeText("", to: desk.store.journal) }
    let recording = try desk.recorder().record((3..<7).map { try desk.commit($0) })
    #expect(recording.appended.count == 2 && recording.known.count == 2)
    #expect(try desk.allLines.count == 7)
    #expect(try desk.held().checkpoint.lines == 2)
  }

  @Test("or a folder where the index should be costs no event and makes none twice")
  func noIndex() throws {
    let desk = try Desk()
    try makeFolder(desk.store.commits.appending("theirs"))
    for _ in 0..<3 {
      _ = try desk.recorder().record([try desk.commit(1), try desk.commit(2)])
    }
    #expect(try desk.journal.count == 2)
    #expect(exists(desk.store.commits.appending("theirs")))
  }
}
