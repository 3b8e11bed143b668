import SystemPackage
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Checks JSON lines against this project's schemas with somebody else's validator: Python's `jsonschema`.
enum SchemaCheck {
  /// What to do where no validator is found.
  static let hint =
    "needs Python with the package jsonschema: pip install jsonschema, or name one with CODEX_HOOK_PYTHON"

  /// A Python that has the validator: `CODEX_HOOK_PYTHON`, or the `python3` on PATH; nil if it has not.
  static let python: String? = {
    let named = getenv("CODEX_HOOK_PYTHON").map { String(cString: $0) } ?? "python3"
    guard let sandbox = try? Sandbox(),
      let outcome = try? sandbox.run(
        [named, "-c", "import jsonschema, sys; print(sys.executable)"], environment: home),
      outcome.status == 0
    else { return nil }
    return outcome.line
  }()

  /// What is wrong with each of these lines, by `schema/NAME.schema.json`; nothing if all are valid.
  static func problems(_ lines: [String], schema name: String, in sandbox: Sandbox) throws
    -> String
  {
    guard let python else { throw SpawnError(description: hint) }
    let schema = packageRoot().appending("schema").appending("\(name).schema.json")
    let outcome = try sandbox.run(
      [python, "-c", program, schema.string], input: lines.map { $0 + "\n" }.joined(),
      environment: home)
    guard outcome.status == 0 else { throw SpawnError(description: outcome.errors) }
    return outcome.line
  }

  // A Python that a person has put under HOME finds its packages there.
  private static let home = ["HOME": getenv("HOME").map { String(cString: $0) } ?? "/"]

  private static let program = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1]))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for number, line in enumerate(sys.stdin, 1):
        for error in validator.iter_errors(json.loads(line)):
            print(f"line {number}: {error.message}")
    """
}
