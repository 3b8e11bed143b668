/// Programs that run another program, which their arguments name.
enum Prefixes {
  /// The command that such a program runs; nil when it is none.
  static func inner(of name: String, _ rest: [String]) -> ArraySlice<String>? {
    var rest = rest[...]
    if let verbs = runners[name] {
      guard let first = rest.first(where: { !$0.hasPrefix("-") }) else { return nil }
      if !verbs.isEmpty {
        guard verbs.contains(first), let place = rest.firstIndex(of: first) else { return nil }
        rest = rest[(place + 1)...]
      }
    } else if !plain.contains(name) {
      return nil
    }
    // `coverage run -m pytest` takes what python would take.
    if name == "coverage" { return ["python"] + rest }
    let valued = valuedOptions[name] ?? []
    while let word = rest.first {
      if word == "--" { return rest.dropFirst() }
      if TestCommand.isAssignment(word) {
        rest = rest.dropFirst()
      } else if word.hasPrefix("-"), word != "-" {
        rest = rest.dropFirst(valued.contains(word) ? 2 : 1)
      } else {
        break
      }
    }
    if name == "timeout" || name == "gtimeout" { rest = rest.dropFirst() }
    return rest
  }

  /// Those whose arguments are the command, after options.
  private static let plain: Set<String> = [
    "env", "command", "exec", "time", "nice", "nohup", "timeout", "gtimeout", "sudo", "doas",
    "stdbuf",
    "xvfb-run", "setsid", "ionice", "chronic", "unbuffer", "caffeinate", "then", "do", "else", "!",
    "faketime", "dotenv",
  ]

  /// Those with a verb before the command (none: the command comes at once).
  private static let runners: [String: Set<String>] = [
    "bundle": ["exec"], "poetry": ["run"], "uv": ["run"], "pipenv": ["run"], "pdm": ["run"],
    "hatch": ["run"], "rye": ["run"], "conda": ["run"], "npx": [], "bunx": [], "uvx": [],
    "pipx": ["run"],
    "direnv": ["exec"], "mise": ["exec", "x"], "asdf": ["exec"], "coverage": ["run"],
  ]

  /// Options that take the next word with them.
  private static let valuedOptions: [String: Set<String>] = [
    "env": ["-u", "-C", "--unset", "--chdir"], "nice": ["-n"], "timeout": ["-s", "-k"],
    "gtimeout": ["-s", "-k"], "sudo": ["-u", "-g"], "stdbuf": ["-i", "-o", "-e"],
    "xvfb-run": ["-s", "-n"], "ionice": ["-c", "-n"], "uv": ["--with", "--extra", "--group", "-p"],
    "conda": ["-n", "-p"], "npx": ["-p", "--package"],
  ]
}
