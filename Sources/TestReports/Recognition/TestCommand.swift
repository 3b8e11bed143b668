/// Recognises commands that run tests.
public enum TestCommand {
  /// The runner that a command line starts, or nil when it runs no tests.
  ///
  /// Looks through variables (`CI=1 pytest`) and through programs that run others (`timeout 60`, `bundle exec`, `uv run`,
  /// `sh -c`). A command that only lists tests or prints help runs none.
  public static func recognise(_ arguments: [String]) -> Runner? {
    recognise(arguments[...], depth: 0)
  }

  /// The runner that a line of shell starts: one of its commands, behind `cd x &&`, before `| tail`.
  ///
  /// Where it starts several different ones the answer is `wrapper`. Not a whole shell: what stands in a substitution, a
  /// here-document or a function is not looked for.
  public static func recognise(shell line: String) -> Runner? {
    recognise(shell: line, depth: 0)
  }

  private static func recognise(shell line: String, depth: Int) -> Runner? {
    var found: Runner?
    for command in ShellWords.commands(in: line) {
      guard let runner = recognise(command[...], depth: depth) else { continue }
      if let found, found != runner { return .wrapper }
      found = runner
    }
    return found
  }

  private static func recognise(_ arguments: ArraySlice<String>, depth: Int) -> Runner? {
    guard depth < 8 else { return nil }
    let words = arguments.drop { isAssignment($0) }
    guard let program = words.first else { return nil }
    let rest = Array(words.dropFirst())
    let name = baseName(program)
    if ["sh", "bash", "zsh", "dash", "ksh"].contains(name) {
      if let place = rest.firstIndex(where: { $0.hasPrefix("-") && $0.hasSuffix("c") }),
        place + 1 < rest.count
      {
        return recognise(shell: rest[place + 1], depth: depth + 1)
      }
      guard let script = rest.first(where: { !$0.hasPrefix("-") }) else { return nil }
      return scripts.contains(baseName(script)) ? .wrapper : nil
    }
    if let inner = Prefixes.inner(of: name, rest) { return recognise(inner, depth: depth + 1) }
    if rest.contains(where: { quietOptions.contains($0) }) { return nil }
    if let runner = runners[name] { return runner }
    if scripts.contains(name) { return .wrapper }
    return subcommand(name, rest)
  }

  /// Programs that do nothing but run tests.
  private static let runners: [String: Runner] = [
    "pytest": .pytest, "py.test": .pytest, "pytest-3": .pytest,
    "gotestsum": .go, "cargo-nextest": .nextest,
    "jest": .jest, "vitest": .vitest, "mocha": .mocha, "_mocha": .mocha, "tape": .tap,
    "ctest": .ctest, "prove": .prove, "bats": .bats,
    "rspec": .rspec, "phpunit": .phpunit, "pest": .wrapper, "paratest": .phpunit,
    "tox": .wrapper, "nox": .wrapper, "ava": .wrapper, "nose2": .unittest,
  ]

  /// Usual names of a repository's own test scripts.
  private static let scripts: Set<String> = [
    "test.sh", "tests.sh", "run-tests.sh", "run_tests.sh", "runtests.sh", "run-tests", "runtests",
    "run-test.sh", "check.sh", "runtests.py", "run_tests.py",
  ]

  /// Options with which nothing is run.
  private static let quietOptions: Set<String> = [
    "--help", "-h", "--version", "--collect-only", "--co", "--no-run", "--list-tests",
    "--listTests",
    "--show-only", "--dry-run", "--just-print",
  ]

  /// Programs that run tests among other things.
  private static func subcommand(_ name: String, _ rest: [String]) -> Runner? {
    let plain = rest.filter { !$0.hasPrefix("-") && !$0.hasPrefix("+") && !isAssignment($0) }
    let first = plain.first ?? ""
    switch name {
    case "swift": return first == "test" && plain.dropFirst().first != "list" ? .swiftTest : nil
    case "xcodebuild": return rest.contains { $0.hasPrefix("test") } ? .swiftTest : nil
    case "go": return first == "test" && !rest.contains { $0.hasPrefix("-list") } ? .go : nil
    case "cargo":
      if first == "nextest" { return plain.contains("run") || plain.contains("r") ? .nextest : nil }
      return first == "test" || first == "t" ? .cargo : nil
    case "node": return rest.contains("--test") ? .node : nil
    case "deno": return first == "test" ? .deno : nil
    case "bun" where first == "test": return .bun
    case "playwright": return first == "test" ? .playwright : nil
    case "npm", "yarn", "pnpm", "bun":
      let script = ["run", "run-script"].contains(first) ? plain.dropFirst().first ?? "" : first
      return isTestTarget(script) || (name == "npm" && ["t", "tst"].contains(first))
        ? .wrapper : nil
    case "mvn", "mvnw", "mvnd":
      return plain.contains { ["test", "verify", "integration-test", "install"].contains($0) }
        && !rest.contains { $0.hasPrefix("-DskipTests") || $0.hasPrefix("-Dmaven.test.skip") }
        ? .maven : nil
    case "gradle", "gradlew":
      return plain.contains { task in
        let last = task.split(separator: ":").last ?? ""
        return last == "test" || last == "check" || last == "build" || last.hasSuffix("Test")
      } ? .gradle : nil
    case "dotnet": return first == "test" ? .dotnet : nil
    case "mix": return first == "test" ? .exUnit : nil
    case "rails": return first.hasPrefix("test") ? .minitest : nil
    case "make", "gmake", "ninja", "just", "task", "rake", "sbt", "composer", "bazel", "meson",
      "zig",
      "lein", "stack", "cabal", "dune":
      if rest.contains("-n") && name.hasSuffix("make") { return nil }
      return plain.contains { isTestTarget($0) } ? .wrapper : nil
    case "php":
      guard let script = plain.first else { return nil }
      if baseName(script) == "artisan" { return plain.dropFirst().first == "test" ? .wrapper : nil }
      return runners[baseName(script)]
    default: return name.hasPrefix("python") || name == "py" ? python(rest) : nil
    }
  }

  /// `python -m pytest`, `python3.12 -m unittest`, `python manage.py test`.
  private static func python(_ rest: [String]) -> Runner? {
    if let place = rest.firstIndex(of: "-m"), place + 1 < rest.count {
      switch rest[place + 1] {
      case "pytest": return .pytest
      case "unittest", "nose2": return .unittest
      case "tox", "nox": return .wrapper
      case "django": return rest.contains("test") ? .unittest : nil
      default: return nil
      }
    }
    guard let script = rest.first(where: { !$0.hasPrefix("-") }) else { return nil }
    switch baseName(script) {
    case "manage.py", "setup.py": return rest.contains("test") ? .unittest : nil
    case let name: return scripts.contains(name) ? .wrapper : nil
    }
  }

  /// `test`, `check`, `spec`, `test:unit`, `unit-test`, `test_all`.
  private static func isTestTarget(_ name: String) -> Bool {
    name.split { !$0.isLetter && !$0.isNumber }.contains { word in
      ["test", "tests", "check", "spec", "specs", "testing"].contains(word.lowercased())
    } && !name.contains("/")
  }

  static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
    return word[..<equals].utf8.allSatisfy {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_")
    }
      && !isDigit(word.utf8.first!)
  }

  static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
