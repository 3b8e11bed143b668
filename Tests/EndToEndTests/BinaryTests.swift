import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("The binary")
struct BinaryTests {
  @Test("starts in an empty environment")
  func startsInAnEmptyEnvironment() throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.run([codexHookBinary().string, "--version"])
    #expect(outcome.status == 0)
  }

  @Test(
    "starts in a root that has nothing but it, not even /proc, and knows its arguments",
    .enabled(if: isStatic && geteuid() == 0, "needs root, and a binary without shared libraries"))
  func startsAlone() throws {
    let sandbox = try Sandbox()
    let root = sandbox.root.appending("root")
    try makeFolder(root)
    try sandbox.run(["cp", codexHookBinary().string, root.appending("codex-hook").string])
      .expectSuccess()
    let outcome = try sandbox.run(["chroot", root.string, "/codex-hook", "nonsense", "two words"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("\"nonsense\""))
  }

  private static let isStatic: Bool = {
    let said = try? Sandbox().run(["ldd", codexHookBinary().string])
    return said.map { ($0.output + $0.errors).contains("not a dynamic executable") } ?? false
  }()
}
