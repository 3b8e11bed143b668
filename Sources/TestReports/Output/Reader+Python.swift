extension Reader {
  static let pythonReaders = [
    Reader(runner: .pytest, read: pytest),
    Reader(runner: .unittest, read: unittest, finish: { _ in }),
  ]

  /// `==== 1 failed, 4 passed, 1 skipped, 2 warnings in 0.12s ====`, with `-q` without the rules.
  @Sendable private static func pytest(_ line: Line, _ draft: inout Draft) -> Reading {
    var rest = line.cursor
    rest.take { $0 == UInt8(ascii: "=") }
    rest.skipBlanks()
    if rest.skip("no tests ran in ") {
      (draft.total, draft.seconds) = (0, rest.duration())
      return .closed
    }
    let counts = rest.counts()
    rest.skipBlanks()
    guard !counts.isEmpty, rest.skip("in "), let seconds = rest.decimal(), rest.skip("s"),
      rest.isAtEnd || rest.first == 0x20 || rest.first == UInt8(ascii: "=")
    else { return .none }
    guard draft.take(counts) || counts.contains(where: { $0.label == "deselected" }) else {
      return .none
    }
    draft.seconds = seconds
    return .closed
  }

  /// `Ran 5 tests in 0.001s`, an empty line, then `OK (skipped=1)` or `FAILED (failures=1, errors=2)`.
  @Sendable private static func unittest(_ line: Line, _ draft: inout Draft) -> Reading {
    if var rest = line.after("Ran ") {
      guard let total = rest.number(), rest.skip(" test in ") || rest.skip(" tests in ") else {
        return .none
      }
      (draft.total, draft.seconds) = (total, rest.duration())
      return .part
    }
    guard draft.total != nil else { return .none }
    guard line.starts("OK") || line.starts("FAILED") || line.starts("NO TESTS RAN") else {
      return .none
    }
    var rest = line.cursor
    if rest.skip(through: "(") {
      repeat {
        rest.skipBlanks()
        let name = rest.take { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ")") }
        guard rest.skip("="), let count = rest.number() else { break }
        switch String(decoding: name, as: UTF8.self) {
        case "failures", "errors", "unexpected successes":
          draft.failed = (draft.failed ?? 0) + count
        case "skipped": draft.skipped = count
        default: break
        }
      } while rest.skip(",")
    }
    return .closed
  }
}
