import SystemPackage
import TestSupport
import Testing

@Suite("The binary")
struct BinaryTests {
  @Test("starts in an empty environment")
  func startsInAnEmptyEnvironment() throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.run([codexHookBinary().string, "--version"])
    #expect(outcome.status == 0)
  }
}
