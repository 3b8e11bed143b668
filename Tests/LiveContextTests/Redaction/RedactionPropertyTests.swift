import Testing

@testable import LiveContext

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("What holds for every text")
struct RedactionPropertyTests {
  /// Texts put together from pieces that the scanner reacts to, and from noise.
  static func texts(seed: UInt64, count: Int) -> [String] {
    var made = MadeUpValues(seed: seed)
    let pieces = [
      "password=", "token: ", "\"api_key\": \"", "ghp" + "_", "sk-", "xoxb-", "eyJ", "://user:",
      "@acme.dev",
      "-----BEGIN " + "PRIVATE KEY-----", "-----END ", "Bearer ", "basic ", "-p ", "--token ",
      "\\n", "%3D",
      "[redacted:", "[redacted:token]", "]", "\"", "'", " ", "\n", "\u{200B}", "AKIA", "/home/",
      "+1 646 ",
      "4242 4242 ", "…", "...", "=", ":", "@", "/", "é", "令", "    at f (a.js:1:2)\n", "$6$", "Q~",
      ".atlasv1.",
    ]
    return (0..<count).map { _ in
      var text = ""
      for _ in 0..<made.number(below: 14) {
        switch made.number(below: 4) {
        case 0: text += made.alnum(made.number(below: 44))
        case 1: text += made.password()
        default: text += pieces[made.number(below: pieces.count)]
        }
      }
      return text
    }
  }

  @Test(
    "twice is once, a label a hit is the most that is added, and no label is broken",
    arguments: [1, 2, 3, 4])
  func properties(seed: UInt64) {
    let redactor = Redactor()
    for text in Self.texts(seed: seed, count: 1500) {
      let once = redactor.redact(text)
      let twice = redactor.redact(once.text)
      #expect(twice.text == once.text, "seed \(seed): \(text.debugDescription)")
      #expect(twice.isClean, "seed \(seed): \(text.debugDescription)")
      let hits = once.hits.reduce(0) { $0 + $1.count }
      #expect(
        once.text.utf8.count <= text.utf8.count + hits * 52,
        "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("a label in a URL is neither user nor password")
  func labelInURL() {
    var made = MadeUpValues(seed: 12)
    let result = Redactor().redact("dsn https://\(made.hex(32))@o1.ingest.acme.io/7")
    #expect(result.text == "dsn https://[redacted:url-token]@o1.ingest.acme.io/7")
  }

  @Test("any bytes in, UTF-8 out")
  func bytes() {
    var made = MadeUpValues(seed: 99)
    let token = "ghp" + "_" + made.alnum(36)
    for _ in 0..<500 {
      var bytes = (0..<made.number(below: 40)).map { _ in UInt8(truncatingIfNeeded: made.next()) }
      bytes += [0x20] + Array(token.utf8) + [0x20]
      bytes += (0..<made.number(below: 40)).map { _ in UInt8(truncatingIfNeeded: made.next()) }
      let result = Redactor().redact(utf8: bytes)
      #expect(!leaks(token, in: result.text), "\(bytes)")
      #expect(Redactor().redact(result.text).text == result.text)
    }
  }

  @Test("a place inside a label is told from a place beside it")
  func labels() {
    let text = "a [redacted:github-token] b [redacted:email]"
    #expect(RedactionLabel.ranges(in: text) == [2..<25, 28..<44])
    #expect(RedactionLabel.range(containing: 2, in: text) == nil)
    #expect(RedactionLabel.range(containing: 3, in: text) == 2..<25)
    #expect(RedactionLabel.range(containing: 25, in: text) == nil)
    #expect(RedactionLabel.range(containing: 44, in: text) == nil)
    #expect(RedactionLabel.text(for: RedactionKind(rawValue: "email")) == "[redacted:email]")
    #expect(RedactionLabel.ranges(in: "[redacted:] [redacted:A] [redacted:a").isEmpty)
  }

  @Test(
    "a stack trace folds to its first line",
    arguments: [
      ("Error: boom\n    at f (a.js:1:2)\n    at g (b.js:3:4)\n", "Error: boom\n"),
      ("java.lang.E: no\n\tat com.acme.Db.open(Db.java:77)\n\t... 3 more", "java.lang.E: no"),
      (
        "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n    g()\nValueError: no",
        "Traceback (most recent call last): ValueError: no"
      ),
      ("one\n\n    at the end of the day\n", "one\n\n    at the end of the day\n"),
    ])
  func traces(text: String, folded: String) {
    #expect(Redactor().redact(text).text == folded)
  }

  @Test(
    "the pass is linear: four times the flood costs less than ten times the processor",
    arguments: [
      "password=", "sk-", "-----BEGIN " + "PRIVATE KEY-----", "a@b.", "eyJa.", "-p ", "://a:",
      "key=",
      "4111 ", "mnemonic: aaa ",
    ])
  func floods(piece: String) {
    // A quadratic pass would need sixteen times. The thread's own time, not the wall's: tests run side by side.
    func best(_ size: Int) -> Int {
      let text = String(repeating: piece, count: size / piece.utf8.count)
      return (0..<5).map { _ in
        let start = processorNanoseconds()
        _ = Redactor().redact(text)
        return processorNanoseconds() - start
      }.min() ?? 0
    }
    let small = best(4096)
    let large = best(4096 * 4)
    #expect(large < small * 10, "\(piece): \(small) ns, then \(large) ns")
  }
}

private func processorNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
}
