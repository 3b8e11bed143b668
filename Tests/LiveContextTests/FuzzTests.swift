import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

/// Bytes that nobody would write, in every file that is read; `CODEX_HOOK_LONG=1` tries a million.
@Suite("Whatever bytes stand in a file")
struct FuzzTests {
  private static let isLong = getenv("CODEX_HOOK_LONG") != nil

  @Test("no reader crashes or hangs, and what is taken in is whole")
  func readers() throws {
    let seed =
      getenv("CODEX_HOOK_SEED").flatMap { UInt64(String(cString: $0)) } ?? .random(in: 0..<1 << 32)
    let count = Self.isLong ? 1_000_000 : 20_000
    print("seed: \(seed) (fuzz; CODEX_HOOK_SEED=\(seed) runs it again)")
    var mutation = Mutation(seed: seed)
    let desk = try Desk()
    let contract = desk.contract
    try desk.record(desk.note("before"))
    let file = desk.sandbox.root.appending("fuzzed")
    var taken = 0
    var slowest = Duration.zero
    let before = Self.mostMemory
    for number in 0..<count {
      let bytes = mutation.bytes()
      let took = try ContinuousClock().measure {
        switch number % 16 {
        case 0..<6:
          if let event = try? contract.read(bytes[...]) {
            #expect(event.line.utf8.count < Event.maximumLineLength)
            _ = event.phrase
          }
        case 6..<10:
          guard let event = try? contract.adopt(bytes[...]) else { break }
          taken += 1
          let again = try contract.adopt(Array(event.line.utf8)[...])
          #expect(again.line == event.line, "seed \(seed), input \(number)")
          #expect(!event.line.utf8.contains { $0 < 0x20 }, "seed \(seed), input \(number)")
        case 10..<12:
          _ = try? State(parsing: bytes)
          _ = Checkpoint(bytes)
          _ = JournalLine.type(bytes[...])
          _ = JournalLine.commitSHA(bytes[...])
        case 12..<15:
          try writeBytes(bytes, to: file)
          try LineReader(file)?.forEach { line in #expect(!line.contains(0x0a)) }
          try JournalReader(file: file).forEachEvent(contract) { _ in true }
          _ = try Validation(contract: contract).journal(file)
          _ = WorkTreeLock.holder(file)
          if let index = try CommitIndex(file, count: nil) { _ = index.contains(Desk.sha(1)) }
        default:
          if number % 64 == 15 { try record(beside: bytes, number / 64, desk) }
        }
      }
      slowest = max(slowest, took)
    }
    let grown = Self.mostMemory - before
    print(
      "figure: fuzz: \(count) inputs, \(taken) of them taken in as events, the slowest \(slowest); memory grew by \(grown >> 10) MiB"
    )
    // In the short form other tests take memory beside this one.
    #expect(!Self.isLong || grown < 64 << 10)
    // Nothing of this takes a second on an idle machine.
    #expect(slowest < .seconds(20))
  }

  /// The most memory that this process has held, in KiB.
  private static var mostMemory: Int {
    let status = (try? readText("/proc/self/status")) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  /// Puts the bytes in the place of one of the files, records, and looks at what became of the journal.
  private func record(beside bytes: [UInt8], _ number: Int, _ desk: Desk) throws {
    let spool = desk.store.spool
    try makeFolder(spool)
    let waiting = spool.appending("2026-11-22T223010Z-000000000-1.json")
    let places = [
      desk.store.journal, desk.folder.journal, desk.folder.state, desk.store.lock,
      desk.store.commits, waiting, desk.folder.policy, desk.store.start,
    ]
    let place = places[number % places.count]
    try writeBytes(bytes, to: place)
    let event = try desk.note("beside \(number)")
    let recording = try desk.record(event)
    #expect(recording.appended == [event])
    let journal = try readBytes(desk.store.journal)
    #expect(journal.last == 0x0a)
    #expect(try desk.lines(desk.store.journal).filter { $0 == event.line }.count == 1)
    if place == desk.folder.journal, !recording.warnings.isEmpty { return }
    if journal.count > 1 << 20 { _ = try desk.recorder().rotate { _ in true } }
    unlink(waiting.string)
  }
}

/// Random inputs, most of them near to what the readers expect.
private struct Mutation {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(_ limit: Int) -> Int {
    // xorshift64*, kept from zero.
    state = state == 0 ? 0x9e37_79b9_7f4a_7c15 : state
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_f491_4f6c_dd1d) >> 33) % limit
  }

  private static let seeds: [[UInt8]] = [
    #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"a remark about sync"}"#,
    #"{"ts":"2026-11-22T22:30:10Z","type":"commit","sha":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","files_changed":3,"message":"Say hello"}"#,
    #"{"ts":"2026-11-22T22:30:10+01:00","type":"test","result":"mixed","count":12,"passed":11,"failed":1,"duration_s":1.5}"#,
    ##"{"ts":"2026-11-22T22:30:10Z","type":"issue","desc":"token ghp_012345678901234567890123456789012345","area":"x","links":["#12","https://example.com/a"]}"##,
    #"{"feature":"f","status":"testing","last_updated":"2026-11-22T22:30:10Z","current_branch":"main"}"#,
    "1234 12 410                                    ",
    #"{"pid":12,"boot":"x","store":"/s","ts":"2026-11-22T22:30:10Z","command":"note"}"#,
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  ].map { Array(($0 + "\n").utf8) }

  private static let pieces: [[UInt8]] = [
    [0], [0x0a], [0x0d, 0x0a], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xc3], [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80], Array(#"\u0000"#.utf8), Array(#"\ud83d"#.utf8), Array(#"\"#.utf8),
    Array("\"".utf8), Array("{".utf8), Array("[".utf8), Array("]}".utf8), Array("1e999".utf8),
    Array("-0".utf8), Array("9223372036854775808".utf8), Array("\u{202e}\u{1b}[31m".utf8),
    Array(#""ts":"2026-11-22T22:30:10Z","#.utf8), Array("👩‍👩‍👧‍👦".utf8), Array("e\u{301}".utf8),
    Array(repeating: UInt8(ascii: "["), count: 3000), Array(repeating: 0, count: 4096),
    Array(repeating: UInt8(ascii: "x"), count: 2100),
  ]

  mutating func bytes() -> [UInt8] {
    var bytes = Self.seeds[next(Self.seeds.count)]
    for _ in 0..<next(4) { bytes += Self.seeds[next(Self.seeds.count)] }
    if next(4) > 0, let end = bytes.firstIndex(of: 0x0a) { bytes = Array(bytes[..<end]) }
    for _ in 0..<next(5) {
      let at = next(bytes.count + 1)
      switch next(6) {
      case 0: bytes.insert(contentsOf: Self.pieces[next(Self.pieces.count)], at: at)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + next(20)))
      case 2 where at < bytes.count: bytes[at] ^= UInt8(1 << next(8))
      case 3 where at < bytes.count: bytes[at] = UInt8(next(256))
      case 4: bytes = Array(bytes[..<at])
      default:
        let end = min(bytes.count, at + next(60))
        bytes.insert(contentsOf: bytes[at..<end], at: next(bytes.count + 1))
      }
    }
    return bytes
  }
}
