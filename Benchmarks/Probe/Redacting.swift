internal import LiveContext

/// What redaction costs: texts as they come, and texts made to be slow.
enum Redacting {
  private static let subjects: [(name: String, text: String)] = [
    (
      "a commit's subject, 120 bytes",
      "fix(parser): keep the journal writer behind a lock so that two post-commit runs cannot "
        + "interleave their lines (#4711), ok"
    ),
    (
      "a short subject, 64 bytes",
      "chore(deps): update dependency prettier to v3.5.2 (main) (#34574)"
    ),
    (
      "a subject with a token, 92 bytes",
      "fix: remove hard-coded token 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 from the deploy script"
    ),
  ]

  /// Beginnings of what is looked for, each of them repeated until it fills 2 KB.
  private static let floods = [
    "password=", "token: ", "api_key=a", "sk-", "ghp_", "-----BEGIN PRIVATE KEY-----", "://a:",
    "a@b.", "eyJ", "eyJa.", "1 ", "4111 ", "12-", "+1 ", "-p ", "--token ", "/home/", "Q~",
    "[redacted:", "\"\" + ", "Bearer ", "basic aGVsbG8", "AKIA", "\\n", "%3D", "key=", "secret\"",
    "MTI", "xoxb-1", "hooks.slack.com/services/", "password \"", "mnemonic: aaa ", "=:", "a",
    "DE89 ", "-u a:", "$2a$", "\u{200b}",
  ]

  /// A line for each: name, bytes, nanoseconds, and by how much that is more than one look at each byte.
  static func measure() {
    for (name, text) in subjects { report(name, text, runs: 2000) }
    let texts = floods.map { flood -> (String, String) in
      var text = ""
      while text.utf8.count < 2048 { text += flood }
      return (flood, String(decoding: text.utf8.prefix(2048), as: UTF8.self))
    }
    let measured = texts.map { (flood: $0.0, text: $0.1, time: time($0.1, runs: 40)) }
    for one in measured.sorted(by: { $0.time > $1.time }).prefix(3) {
      report("2 KB of \"\(visible(one.flood))\"", one.text, runs: 100)
    }
    let middle = measured.sorted { $0.time < $1.time }[measured.count / 2]
    report("2 KB of \"\(visible(middle.flood))\", the median flood", middle.text, runs: 100)
  }

  private static func report(_ name: String, _ text: String, runs: Int) {
    let redaction = time(text, runs: runs)
    let look = lookTime(text, runs: runs * 10)
    print("\(name)\t\(text.utf8.count)\t\(Int(redaction))\t\(Int(redaction / max(look, 1)))")
  }

  /// The fastest of five goes, in nanoseconds a text.
  private static func time(_ text: String, runs: Int) -> Double {
    let redactor = Redactor()
    var found = 0
    let best = fastest(runs) { found &+= redactor.redact(text).text.utf8.count }
    precondition(found > 0)
    return best
  }

  private static func lookTime(_ text: String, runs: Int) -> Double {
    let bytes = Array(text.utf8)
    var sum: UInt64 = 0
    let best = fastest(runs) {
      // Each byte depends on the one before it, so the loop is not made into something else.
      for byte in bytes { sum = (sum ^ UInt64(byte)) &* 31 }
    }
    precondition(sum != 1)
    return best
  }

  private static func fastest(_ runs: Int, _ body: () -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<5 {
      let start = ContinuousClock.now
      for _ in 0..<runs { body() }
      let passed = start.duration(to: .now) / .nanoseconds(1) / Double(runs)
      best = min(best, passed)
    }
    return best
  }

  private static func visible(_ text: String) -> String {
    text.unicodeScalars.allSatisfy { $0.isASCII } ? text : "U+200B"
  }
}
