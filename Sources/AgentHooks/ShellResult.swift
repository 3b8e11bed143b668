internal import LiveContext
internal import TestReports

/// What a tool's result tells of a shell command: each agent has a form of its own, and some have several.
struct ShellResult {
  private(set) var output = ""
  private(set) var status: CommandStatus?
  private(set) var hasNotEnded = false

  init(_ payload: JSONObject) {
    if let error = payload["error"]?.text ?? payload["error_message"]?.text {
      // Claude Code: "Exit code 1" on the first line, the output behind it.
      output = error
      status = ShellResult.status(in: error)
      return
    }
    let result =
      payload["tool_response"] ?? payload["tool_output"] ?? payload["toolResult"]
      ?? payload["tool_result"]
    if let object = FinishedCommand.object(result) {
      read(object)
    } else if let text = result?.text {
      output = text
      status = ShellResult.status(in: text)
    }
  }

  private mutating func read(_ result: JSONObject) {
    if result["backgroundTaskId"]?.text != nil || result["interrupted"]?.bool == true {
      hasNotEnded = true
      return
    }
    let texts = [
      "stdout", "stderr", "output", "aggregated_output", "llmContent", "textResultForLlm",
      "text_result_for_llm",
    ].compactMap { result[$0]?.text }
    output = texts.filter { !$0.isEmpty }.map { ShellResult.withoutLabel($0) }
      .joined(separator: "\n")
    for key in ["exit_code", "exitCode", "returncode"] {
      if let code = result[key]?.int ?? result["metadata"]?.object?[key]?.int {
        status = .exited(Int32(clamping: code))
        return
      }
    }
    status = texts.lazy.compactMap { ShellResult.status(in: $0) }.first
    if status != nil { return }
    let type = result["resultType"]?.text ?? result["result_type"]?.text
    switch type {
    case "success": status = .exited(0)
    case "failure": status = .exited(1)
    case .some: hasNotEnded = true
    case nil:
      // Claude Code calls this event for commands that ended well, and Gemini CLI leaves out an exit code of zero.
      let isWell =
        result["stdout"] != nil || result["llmContent"]?.text?.contains("Output:") == true
      if isWell { status = .exited(0) }
    }
  }

  /// Gemini CLI puts `Output: ` before the first line of the output, where it would hide a closing line.
  private static func withoutLabel(_ text: String) -> String {
    guard text.hasPrefix("Command: ") || text.hasPrefix("Output: ") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("Output: ") ? $0.dropFirst(8) : $0 }.joined(separator: "\n")
  }

  /// An exit code that stands in the first or the last lines of a text.
  static func status(in text: String) -> CommandStatus? {
    // Nothing but the ends of a long output is looked at.
    let first = text.utf8.prefix(2048).split(separator: 0x0a).prefix(6)
    let last = text.utf8.suffix(2048).split(separator: 0x0a).suffix(6)
    for line in first + last where line.count < 120 {
      let line = String(decoding: line, as: UTF8.self).lowercased()
      for phrase in phrases {
        guard line.contains(phrase) else { continue }
        // What stands behind the phrase, without pulling in Foundation for a search.
        guard let code = number(behind: phrase, in: line) else { continue }
        return .exited(code)
      }
    }
    return nil
  }

  private static let phrases = [
    "process exited with code ", "exited with exit code ", "exited with code ",
    "exited with non-zero status code ", "exit code: ", "exit code ",
  ]

  /// The number behind a phrase that begins the line or, in brackets, ends it.
  private static func number(behind phrase: String, in line: String) -> Int32? {
    let line = Array(line.utf8)
    let phrase = Array(phrase.utf8)
    guard line.count > phrase.count else { return nil }
    for start in 0..<(line.count - phrase.count) where line[start...].starts(with: phrase) {
      let before = line[..<start]
      let isAtStart =
        before.isEmpty || before.elementsEqual("<".utf8) || before.elementsEqual("command ".utf8)
      let digits = line[(start + phrase.count)...].prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard isAtStart, let code = Int32(String(decoding: digits, as: UTF8.self)) else { continue }
      return code
    }
    return nil
  }
}
