#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The environment that a command was started with.
enum Variables {
  /// A variable's value; nil if it is not set.
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The tool on whose behalf something is recorded, as agents announce themselves; nil for a person.
  static var agent: String? {
    for name in ["AI_AGENT", "AGENT"] {
      guard let value = value(name).map(withoutVersion), !value.isEmpty, !isSwitch(value) else {
        continue
      }
      return value
    }
    return products.first { value($0.variable)?.isEmpty == false }?.name
  }

  /// What products set in the commands that they run.
  private static let products: [(variable: String, name: String)] = [
    ("CLAUDECODE", "claude-code"), ("CODEX_THREAD_ID", "codex"), ("CODEX_SANDBOX", "codex"),
    ("CURSOR_AGENT", "cursor"), ("GEMINI_CLI", "gemini-cli"), ("OPENCODE", "opencode"),
    ("AUGMENT_AGENT", "augment"),
  ]

  /// `claude-code_2.1.0_cli` and `goose@1.2` by their names alone, so that one tool has one name.
  private static func withoutVersion(_ value: String) -> String {
    var last: Character = " "
    for index in value.indices {
      let character = value[index]
      if character.isNumber, "_@/".contains(last) {
        return String(value[..<value.index(before: index)])
      }
      last = character
    }
    return value
  }

  /// Whether a value only says that there is an agent, and not which.
  private static func isSwitch(_ value: String) -> Bool {
    ["0", "1", "true", "false", "yes", "no"].contains(value.lowercased())
  }
}
