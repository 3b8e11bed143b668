/// How an event reads in the summary and in the context: one wording for both.
extension Event {
  /// `commit 1a2b3c4: message (3 files)`, `issue 3f2a9c1d0b12 (sync): description`.
  var phrase: String {
    switch type {
    case .commit:
      let count = body["files_changed"]?.int ?? 0
      return "commit \(shortID): \(shortWords) (\(count) \(count == 1 ? "file" : "files"))"
    case .issue, .fix, .note:
      let place = short("area", 40).map { $0 == "general" ? "" : " (\($0))" } ?? ""
      let severity = short("severity", 20).map { " [\($0)]" } ?? ""
      return "\(type) \(shortID)\(place)\(severity): \(shortWords)"
    case .test: return testPhrase
    case .perf: return performancePhrase
    case .build, .ci:
      return "\(type) \(text("result") ?? "unknown"): \(shortWords) [\(shortID)]"
    default: return "\(type) \(shortID): \(ownKeys)"
    }
  }

  /// What an event of an approved type says: `env prod, count 3`.
  private var ownKeys: String {
    let common = ["ts", "type", "by", "branch", "replaces", "was"]
    let parts = body.members.filter { !common.contains($0.key) }.map { member in
      let elements = member.value.elements?.compactMap(\.text).joined(separator: " ")
      return "\(member.key) \(member.value.text ?? elements ?? member.value.compact)"
    }
    return PlainText.cut(parts.joined(separator: ", "), to: Contract.maximumTextLength)
  }

  private var testPhrase: String {
    let count = body["count"]?.int ?? 0
    var parts = "tests \(text("result") ?? ""), \(count) run"
    if let failed = body["failed"]?.int, failed > 0 { parts += ", \(failed) failed" }
    if let skipped = body["skipped"]?.int, skipped > 0 { parts += ", \(skipped) skipped" }
    if let focus = short("focus", 60) { parts += " (\(focus))" }
    return parts + " [\(shortID)]"
  }

  private var performancePhrase: String {
    let delta = body["delta_pct"]?.double ?? 0
    let written = JSON.decimal(delta)?.compact ?? ""
    var phrase = "\(shortWords) \(delta > 0 ? "+" : "")\(written)% on \(text("env") ?? "")"
    if let value = body["value"]?.double.flatMap(JSON.decimal)?.compact {
      phrase += ", now \(value)\(short("unit", 20).map { " " + $0 } ?? "")"
    }
    return phrase + " [\(shortID)]"
  }

  private var shortWords: String { PlainText.cut(words, to: Contract.maximumTextLength) }

  /// A key's text where only a few words have room: other writers do not keep to our limits.
  private func short(_ key: String, _ limit: Int) -> String? {
    text(key).map { PlainText.cut($0, to: limit) }
  }

  /// `2026-11-22 22:30Z`, short enough for a list and still an instant.
  var shortTime: String { timestamp.short }
}

extension Timestamp {
  /// `2026-11-22 22:30Z`, short enough for a list and still an instant.
  var short: String {
    var text = Array(description.utf8.prefix(16))
    text[10] = UInt8(ascii: " ")
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }
}

extension Event {
  /// The event as one line of `codex-hook log`.
  public var logLine: String {
    let by = text("by").map { " by \($0)" } ?? ""
    return PlainText.folded("\(shortTime) \(phrase)\(by)")
  }
}
