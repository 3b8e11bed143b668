import TestSupport
import Testing

@testable import LiveContext

@Suite("JSON")
struct JSONTests {
  @Test(
    "comes out as it went in, keys in their order and numbers by their digits",
    arguments: [
      #"{"b":1,"a":[true,false,null],"z":{"y":-0.50,"x":1e+10}}"#, #""""#, "[]", "{}", "0", "-1",
      #"["\"\\\n\r\t\u0001\u007f","é…😀"]"#, #"{"":""}"#, "12345678901234567890123",
    ])
  func roundTrip(text: String) throws {
    #expect(try JSON.parse(text).compact == text)
  }

  @Test("escapes are read, pairs of surrogates too")
  func escapes() throws {
    let value = try JSON.parse(#""\u0041\/\b\f\u00e9\ud83d\ude00""#)
    #expect(value.text == "A/\u{8}\u{c}é😀")
  }

  @Test("is indented for people, a member a line")
  func indented() throws {
    let value = try JSON.parse(#"{"a":1,"b":[1,{}],"c":[]}"#)
    #expect(
      value.indented
        == "{\n  \"a\": 1,\n  \"b\": [\n    1,\n    {}\n  ],\n  \"c\": []\n}")
  }

  @Test(
    "is refused with the reason and the place",
    arguments: [
      ("", "the value is missing at byte 1"), ("tru", "no JSON value at byte 1"),
      ("01", "something follows the value at byte 2"), ("1.", "no JSON value at byte 3"),
      ("-", "no JSON value at byte 2"), ("+1", "no JSON value at byte 1"),
      ("1e", "no JSON value at byte 3"), ("NaN", "no JSON value at byte 1"),
      (#"{"a":1,}"#, "a key is missing at byte 8"), (#"{"a" 1}"#, "a colon is missing at byte 6"),
      (#"{"a":1 "b":2}"#, "a comma is missing at byte 8"), ("[1,]", "no JSON value at byte 4"),
      ("[1 2]", "a comma is missing at byte 4"), ("[", "the value is missing at byte 2"),
      (#"{"a":1,"a":2}"#, #"the key "a" stands twice at byte 11"#),
      (#""a"#, "a text has no end at byte 3"), (#""\x""#, "an unknown escape at byte 4"),
      (#""\u12""#, "four hex digits are missing at byte 6"),
      (#""\ud800""#, "half a surrogate pair at byte 8"),
      (#""\ud800\u0041""#, "half a surrogate pair at byte 14"),
      (#""\udc00""#, "half a surrogate pair at byte 8"),
      ("\"\u{1}\"", "a control character in a text at byte 2"),
      ("1 1", "something follows the value at byte 3"),
    ])
  func refused(text: String, reason: String) {
    #expect(throws: JSONError.self) { try JSON.parse(text) }
    do { _ = try JSON.parse(text) } catch { #expect(error.description == reason) }
  }

  @Test("a key in an error message carries no escape sequence and no end")
  func keysInMessages() {
    let key = String(repeating: "k", count: 500) + #"\u001b[31m"#
    do { _ = try JSON.parse("{\"\(key)\":1,\"\(key)\":2}") } catch {
      #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 })
      #expect(error.description.count < 100)
    }
  }

  @Test("nesting stops at its depth, and 256 keys are the most")
  func bounds() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSON.parse(nested(32))
    #expect(throws: JSONError.self) { try JSON.parse(nested(33)) }
    #expect(throws: JSONError.self) { try JSON.parse(nested(1_000_000)) }
    func keys(_ count: Int) -> String {
      "{" + (0..<count).map { "\"\($0)\":0" }.joined(separator: ",") + "}"
    }
    _ = try JSON.parse(keys(256))
    #expect(throws: JSONError.self) { try JSON.parse(keys(257)) }
  }

  @Test(
    "bytes that are no UTF-8 are refused",
    arguments: [
      [0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82], [0x80],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    #expect(throws: JSONError.self) { try JSON.parse([0x22] + bytes + [0x22]) }
    #expect(throws: JSONError.self) { try JSON.parse([0x22, 0x5c, 0x6e] + bytes + [0x22]) }
  }

  @Test(
    "numbers are read as far as they fit",
    arguments: [
      ("3", 3, 3.0), ("3.0", 3, 3.0), ("3e2", 300, 300), ("3.5", nil, 3.5), ("-0", 0, 0),
      ("1e400", nil, nil), ("9223372036854775808", nil, 9.223372036854775807e18),
    ] as [(String, Int?, Double?)])
  func numbers(text: String, whole: Int?, value: Double?) throws {
    #expect(try JSON.parse(text).int == whole)
    #expect(try JSON.parse(text).double == value)
  }

  @Test(
    "decimals are written as short as they can be read back",
    arguments: [
      (1.0, "1"), (-12.5, "-12.5"), (0.1, "0.1"), (-0.0, "0"), (1e20, "1e+20"),
    ])
  func decimals(value: Double, text: String) throws {
    #expect(JSON.decimal(value)?.compact == text)
    #expect(try JSON.parse(text).double == value)
  }

  @Test("what is no number is not written", arguments: [Double.nan, .infinity, -.infinity])
  func noDecimals(value: Double) {
    #expect(JSON.decimal(value) == nil)
  }

  @Test("50,000 hostile inputs end in a value that reads back as itself, or in an error")
  func fuzz() throws {
    let seed: UInt64 = 20_261_122
    var numbers = SeededNumbers(seed: seed)
    let seeds = [
      #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"a \u00e9 b","links":["1","x"]}"#,
      #"{"a":[1,-2.5e3,{"b":null}],"c":true,"d":"\ud83d\ude00"}"#, "[[[[[[]]]]]]",
    ].map { Array($0.utf8) }
    let tokens = [#"""#, #"\"#, "{", "}", "[", "]", ":", ",", "e", "-", "\u{0}", "\\u", "0"].map {
      Array($0.utf8)
    }
    var read = 0
    for _ in 0..<50_000 {
      var bytes = seeds.randomElement(using: &numbers)!
      for _ in 0...Int.random(in: 0..<4, using: &numbers) {
        let at = Int.random(in: 0..<max(1, bytes.count), using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: bytes[at..<min(bytes.count, at + 1)] = [UInt8.random(in: 0...255, using: &numbers)]
        case 1: bytes.insert(contentsOf: tokens.randomElement(using: &numbers)!, at: at)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + 3))
        default: bytes = Array(bytes[..<at])
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      guard let value = try? JSON.parse(bytes) else { continue }
      read += 1
      #expect(try JSON.parse(value.compact) == value, "seed \(seed)")
    }
    #expect(read > 1000, "seed \(seed): too few inputs were JSON to mean anything")
  }
}
