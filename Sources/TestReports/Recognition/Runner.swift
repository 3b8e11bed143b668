/// A test runner, or a command that starts one that it does not name.
public enum Runner: String, Sendable, Equatable, CaseIterable {
  case swiftTest = "swift test"
  case pytest, unittest
  case go = "go test"
  case cargo = "cargo test"
  case nextest, jest, vitest, mocha
  case node = "node --test"
  case deno, bun, playwright
  case maven, gradle
  case junitConsole = "junit console"
  case ctest, prove, tap, bats, automake, googleTest
  case rspec, minitest
  case exUnit = "mix test"
  case phpunit
  case dotnet = "dotnet test"
  /// `make test`, `npm test`, `tox`, `./run-tests.sh`: what it starts shows in the output only.
  case wrapper
  /// A line in nobody's own form.
  case plain

  /// The runners in whose form this one may close.
  var forms: [Runner] {
    switch self {
    case .bats: [.exUnit, .tap]
    case .node: [.node, .tap]
    case .prove: [.prove, .tap]
    case .minitest: [.minitest, .rspec]
    case .playwright, .tap: [self]
    case .wrapper, .plain: []
    default: [self]
    }
  }
}
