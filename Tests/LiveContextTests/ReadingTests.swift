import TestSupport
import Testing

@testable import LiveContext

@Suite("A line of another writer")
struct ReadingTests {
  let contract = Contract()

  @Test(
    "is an event with any instant, a known type and the plan's own keys",
    arguments: [
      #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"t"}"#,
      #"{ "type": "note", "text": "t", "ts": "2026-11-22T23:30:10.123+01:00" }"#,
      #"{"ts":"2026-11-22T22:30:10Z","type":"ci"}"#,
      #"{"ts":"2026-11-22T22:30:10Z","type":"build","mood":{"x":[1]}}"#,
      #"{"ts":"2026-11-22T22:30:10Z","type":"commit","sha":"abc1234","files_changed":0,"message":""}"#,
      #"{"ts":"2026-11-22T22:30:10Z","type":"issue","desc":"d","area":"not a tag!"}"#,
      #"{"ts":"2026-11-22T22:30:10Z","type":"test","result":"pass","count":3.0}"#,
    ])
  func reads(line: String) throws {
    let event = try contract.read(Array(line.utf8)[...])
    #expect(event.timestamp.description == "2026-11-22T22:30:10Z")
    #expect(event.line == line)
  }

  @Test(
    "is none otherwise, and why is said",
    arguments: [
      ("", "no JSON: the value is missing at byte 1"), ("{\n}", "the line is more than one line"),
      ("[]", "the line is no JSON object"),
      ("{}", "ts is missing"), (#"{"ts":1}"#, "ts is missing"),
      (#"{"ts":"noon","type":"note"}"#, "ts \"noon\" is no ISO 8601 instant"),
      (#"{"ts":"2026-11-22T22:30:10Z"}"#, "type is missing"),
      (#"{"ts":"2026-11-22T22:30:10Z","type":"idea"}"#, "the type \"idea\" is unknown"),
      (#"{"ts":"2026-11-22T22:30:10Z","type":"note"}"#, "text is missing"),
      (
        #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":3}"#,
        "text is not what note events have there"
      ),
      (
        #"{"ts":"2026-11-22T22:30:10Z","type":"test","result":"pass","count":-1}"#,
        "count is not what test events have there"
      ),
      (
        #"{"ts":"2026-11-22T22:30:10Z","type":"commit","sha":"xyz!","files_changed":0,"message":""}"#,
        "sha is not what commit events have there"
      ),
      (
        #"{"ts":"2026-11-22T22:30:10Z","type":"fix","desc":"d","area":"a","links":[1]}"#,
        "links is not what fix events have there"
      ),
      (
        "{\"ts\":\"\\u001b[31m\",\"type\":\"note\"}",
        "ts \"[31m\" is no ISO 8601 instant"
      ),
    ])
  func refuses(line: String, reason: String) {
    do {
      _ = try contract.read(Array(line.utf8)[...])
      Issue.record("read \(line)")
    } catch { #expect(error.description == reason) }
  }

  @Test("has at most 2,048 bytes with its line break")
  func length() throws {
    func line(_ length: Int) -> [UInt8] {
      let start = #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":""#
      return Array(
        (start + String(repeating: "x", count: length - start.utf8.count - 2) + "\"}").utf8)
    }
    #expect(try contract.read(line(2047)[...]).line.utf8.count == 2047)
    do {
      _ = try contract.read(line(2048)[...])
      Issue.record("a line of 2,049 bytes was read")
    } catch { #expect(error.description == "the line is longer than 2048 bytes") }
  }

  @Test("stays byte for byte when nothing in it had to be changed")
  func adoptsUnchanged() throws {
    let line =
      #"{ "type":"note", "ts":"2026-11-22T22:30:10Z","text":"t","n":1.50,"extra":[{"k":"v"}] }"#
    #expect(try contract.adopt(Array(line.utf8)[...]).line == line)
  }

  @Test("is written anew with its old id when a text in it had to be changed")
  func adoptsChanged() throws {
    let long = String(repeating: "x", count: 300)
    let line =
      #"{"type":"note","ts":"2026-11-22T22:30:10Z","text":"\#(long)","extra":{"k":"a\u001b[0mb"}}"#
    let event = try contract.adopt(Array(line.utf8)[...])
    #expect(event.words.unicodeScalars.count == 120)
    #expect(event.body["extra"]?.object?["k"]?.text == "a [0mb")
    let old = try contract.read(Array(line.utf8)[...]).id
    #expect(event.text("was") == old)
    #expect(event.body.members.map(\.key) == ["type", "ts", "text", "extra", "was"])
    #expect(try contract.adopt(Array(event.line.utf8)[...]) == event)
  }

  @Test("50,000 mutated lines are read or refused, and what is adopted is a valid line")
  func fuzz() throws {
    let seed: UInt64 = 4_711
    var numbers = SeededNumbers(seed: seed)
    let moment = Timestamp(seconds: 1_795_386_610)
    let lines = try ContractTests.golden.map { type, values, _ in
      Array(try contract.event(type, at: moment, values).line.utf8)
    }
    var adopted = 0
    for _ in 0..<50_000 {
      var line = lines.randomElement(using: &numbers)!
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let at = Int.random(in: 0..<line.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: line[at] = UInt8.random(in: 0...255, using: &numbers)
        case 1: line.insert(UInt8.random(in: 0...255, using: &numbers), at: at)
        default: line.remove(at: at)
        }
      }
      guard let event = try? contract.adopt(line[...]) else { continue }
      adopted += 1
      #expect(event.line.utf8.count < Event.maximumLineLength, "seed \(seed)")
      #expect(!event.line.contains("\n"), "seed \(seed)")
      #expect(throws: Never.self, "seed \(seed)") { try contract.read(Array(event.line.utf8)[...]) }
    }
    #expect(adopted > 1000, "seed \(seed): too few lines were valid to mean anything")
  }
}
