extension Reader {
  static let goReaders = [
    Reader(runner: .go, read: go, finish: finishGo)
  ]

  /// `go test`, plain, with `-v` and with `-json`, and gotestsum's closing line.
  ///
  /// Plain output does not name what passed, so packages are counted (in `other`); otherwise top-level tests are, and
  /// a package that failed without a failed test (it did not compile, it panicked) is one failure more. `note` counts
  /// the failed tests since the last package, `flag` tells that single tests are named.
  @Sendable private static func go(_ line: Line, _ draft: inout Draft) -> Reading {
    switch line.text.first {
    case UInt8(ascii: "{"): return goJSON(line, &draft)
    case UInt8(ascii: "-"):
      guard line.indent == 0 else { return .none }
      if line.starts("--- PASS: ") { return goTest(\.passed, &draft) }
      if line.starts("--- SKIP: ") { return goTest(\.skipped, &draft) }
      guard line.starts("--- FAIL: ") else { return .none }
      draft.failed = (draft.failed ?? 0) + 1
      draft.note += 1
      return .part
    case UInt8(ascii: "="):
      guard line.starts("=== RUN ") else { return .none }
      draft.flag = true
      return .part
    case UInt8(ascii: "o"):
      guard line.starts("ok  \t") else { return .none }
      return goPackage(hasPassed: true, &draft)
    case UInt8(ascii: "F"):
      guard line.starts("FAIL\t") else { return .none }
      return goPackage(hasPassed: false, &draft)
    case UInt8(ascii: "D"):
      guard var rest = line.after("DONE ") else { return .none }
      let counts = rest.counts()
      guard counts.first?.label.hasPrefix("test") == true else { return .none }
      // Its numbers are for the whole run and say more than the lines before.
      let sum = draft.sum
      draft = Draft()
      if let sum { draft.add(sum) }
      _ = draft.take(counts)
      if rest.skip(through: "in ") { draft.seconds = rest.duration() }
      return .closed
    default: return .none
    }
  }

  private static func goTest(
    _ place: WritableKeyPath<Draft, Int?>, _ draft: inout Draft
  ) -> Reading {
    draft[keyPath: place] = (draft[keyPath: place] ?? 0) + 1
    draft.flag = true
    return .part
  }

  private static func goPackage(hasPassed: Bool, _ draft: inout Draft) -> Reading {
    if hasPassed {
      draft.other.passed += 1
    } else {
      draft.other.failed += 1
      if draft.note == 0 { draft.other.skipped = (draft.other.skipped ?? 0) + 1 }
    }
    draft.note = 0
    return .part
  }

  /// `{"Time":"…","Action":"pass","Package":"p","Test":"TestA","Elapsed":0}`; a line without a test is a package's.
  private static func goJSON(_ line: Line, _ draft: inout Draft) -> Reading {
    var rest = line.cursor
    guard rest.skip(through: "\"Action\":\""), line.contains("\"Package\":\"") else { return .none }
    let action = rest.word()
    guard action == "pass" || action == "fail" || action == "skip" else { return .part }
    guard rest.skip(through: "\"Test\":\"") else {
      return action == "skip" ? .part : goPackage(hasPassed: action == "pass", &draft)
    }
    let name = rest.take { $0 != UInt8(ascii: "\"") }
    if name.contains(UInt8(ascii: "/")) { return .part }
    if action == "fail" { draft.note += 1 }
    return goTest(
      action == "pass" ? \.passed : action == "fail" ? \.failed : \.skipped, &draft)
  }

  @Sendable private static func finishGo(_ draft: inout Draft) {
    if draft.flag {
      draft.failed = (draft.failed ?? 0) + (draft.other.skipped ?? 0)
      draft.passed = draft.passed ?? 0
      draft.close()
    } else if draft.other.count > 0 {
      draft.add(Tally(passed: draft.other.passed, failed: draft.other.failed))
    }
  }
}
