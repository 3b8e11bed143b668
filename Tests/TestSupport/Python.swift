#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Somebody else's programs that check ours: Python with what `scripts/dependencies.sh test` installs.
public enum Python {
  /// A Python that has these modules: `CODEX_HOOK_PYTHON`, or the `python3` on PATH; nil if it has not.
  public static func with(_ modules: String...) -> String? {
    let named = value("CODEX_HOOK_PYTHON") ?? "python3"
    guard let sandbox = try? Sandbox(),
      let outcome = try? sandbox.run(
        [named, "-c", "import \(modules.joined(separator: ", ")), sys; print(sys.executable)"],
        environment: home),
      outcome.status == 0
    else { return nil }
    return outcome.line
  }

  /// Runs a program in it and gives what it printed; expects exit 0.
  public static func run(
    _ python: String, _ program: String, _ arguments: [String] = [], input: String = "",
    in sandbox: Sandbox
  ) throws -> String {
    let outcome = try sandbox.run(
      [python, "-c", program] + arguments, input: input, environment: home)
    guard outcome.status == 0 else { throw SpawnError(description: outcome.errors) }
    return outcome.line
  }

  // A Python that a person has put under HOME finds its packages there.
  private static var home: [String: String] { ["HOME": value("HOME") ?? "/"] }

  private static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
