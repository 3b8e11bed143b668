extension Reader {
  static let javaScriptReaders = [
    Reader(runner: .jest, read: jest),
    Reader(runner: .vitest, read: vitest),
    Reader(runner: .mocha, read: mocha),
    Reader(runner: .node, read: node),
    Reader(runner: .deno, read: deno),
    Reader(runner: .bun, read: bun),
  ]

  /// `Tests:       1 failed, 2 skipped, 4 passed, 7 total`
  @Sendable private static func jest(_ line: Line, _ draft: inout Draft) -> Reading {
    guard var rest = line.after("Tests:") else { return .none }
    let counts = rest.counts()
    guard counts.last?.label == "total", rest.isAtEnd, draft.take(counts) else { return .none }
    return .closed
  }

  /// `Tests  1 failed | 4 passed | 2 skipped (7)`
  @Sendable private static func vitest(_ line: Line, _ draft: inout Draft) -> Reading {
    guard var rest = line.after("Tests  ") else { return .none }
    let counts = rest.counts()
    guard rest.isAtEnd, draft.take(counts) else { return .none }
    return .closed
  }

  /// `5 passing (10ms)`, then `2 pending` and `1 failing` where there are any.
  @Sendable private static func mocha(_ line: Line, _ draft: inout Draft) -> Reading {
    var rest = line.cursor
    guard let count = rest.number(), rest.skip(" ") else { return .none }
    switch rest.word() {
    case "passing" where rest.skip(" ("):
      if draft.passed != nil { draft.close() }
      (draft.passed, draft.seconds) = (count, rest.duration())
    case "pending" where rest.isAtEnd && draft.passed != nil: draft.skipped = count
    case "failing" where rest.isAtEnd && draft.passed != nil: draft.failed = count
    default: return .none
    }
    return .part
  }

  /// `# tests 5`, `# pass 4`, `# fail 1`, `# cancelled 0`, `# skipped 0`, `# todo 0`, `# duration_ms 50`; in the spec
  /// form with a sign for `#`. tape and mocha's TAP end with the first three.
  @Sendable private static func node(_ line: Line, _ draft: inout Draft) -> Reading {
    guard var rest = line.after("# ") ?? line.after("ℹ ") else { return .none }
    if rest.skip("duration_ms ") {
      guard draft.passed != nil, let milliseconds = rest.decimal() else { return .none }
      draft.seconds = milliseconds / 1000
      return .closed
    }
    let word = rest.word()
    guard rest.first == 0x20 else { return .none }
    rest.skipBlanks()
    guard let count = rest.number(), rest.isAtEnd else { return .none }
    switch word {
    case "tests":
      if draft.passed != nil { draft.close() }
      draft.total = count
    case "pass" where draft.total != nil: draft.passed = count
    case "fail", "cancelled":
      guard draft.total != nil else { return .none }
      draft.failed = (draft.failed ?? 0) + count
    case "skipped", "skip", "todo":
      guard draft.total != nil else { return .none }
      draft.skipped = (draft.skipped ?? 0) + count
    default: return .none
    }
    return .part
  }

  /// `FAILED | 4 passed (2 steps) | 1 failed | 1 ignored (12ms)`
  @Sendable private static func deno(_ line: Line, _ draft: inout Draft) -> Reading {
    guard var rest = line.after("ok | ") ?? line.after("FAILED | ") else { return .none }
    guard draft.take(rest.counts()) else { return .none }
    var time = line.afterLast("(")
    draft.seconds = time?.duration()
    return .closed
  }

  /// ` 4 pass`, ` 1 fail`, ` 2 skip`, … and `Ran 7 tests across 2 files. [10.00ms]`
  @Sendable private static func bun(_ line: Line, _ draft: inout Draft) -> Reading {
    if var rest = line.after("Ran ") {
      guard rest.number() != nil, rest.contains(" across "), draft.passed != nil else {
        return .none
      }
      var time = line.afterLast("[")
      draft.seconds = time?.duration()
      return .closed
    }
    var rest = line.cursor
    guard line.indent == 1, let count = rest.number(), rest.skip(" ") else { return .none }
    let word = rest.word()
    guard rest.isAtEnd, ["pass", "fail", "skip", "todo"].contains(word) else { return .none }
    return draft.take([(count, word)]) ? .part : .none
  }
}

extension Line {
  /// What follows the last `byte`.
  func afterLast(_ byte: Unicode.Scalar) -> Cursor? {
    guard let place = text.lastIndex(of: UInt8(ascii: byte)) else { return nil }
    return Cursor(text[(place + 1)...])
  }
}
