import HookInstall
import SystemPackage
import TestSupport
import Testing

@Suite("The process of a hook")
struct HookProcessTests {
  /// Runs a hook in a shell, and tells whether that shell has become the binary.
  private func becomes(_ name: String, _ it: Fixture, _ shell: [String]) throws -> Bool {
    let command =
      (shell + [it.hook(name).string]).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try it.sandbox.run(
      ["sh", "-c", "echo $$; exec \(command)"], in: it.repository, input: "")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let processes = outcome.output.split(separator: "\n")
    #expect(processes.count == 2)
    return processes.first == processes.last
  }

  /// A fixture whose binary says the number of its process, and a lock that was written at this time.
  private func fixture(lock time: String) throws -> Fixture {
    let it = try Fixture()
    try it.install()
    let store = try it.store(of: it.repository)
    try writeText(
      "#!/bin/sh\necho $$\n", to: BinaryPlace.binary(in: store), mode: [.ownerReadWriteExecute])
    _ = try it.sandbox.run(["touch", "-d", time, store.appending("lock").string])
    return it
  }

  @Test(
    "becomes that of a binary that has recorded, where git does not look at how the hook ends",
    arguments: ["dash", "busybox", "bash"])
  func becomes(shell: String) throws {
    let it = try fixture(lock: "1 minute")
    guard let program = try programPath(shell, it.sandbox) else { return }
    let shell = [program] + (shell == "busybox" ? ["sh"] : [])
    for name in Fixture.recording {
      #expect(
        try becomes(name, it, shell) == ["post-commit", "post-merge"].contains(name), "\(name)")
    }
  }

  @Test("stays the shell's where a hook of somebody else's waits")
  func waits() throws {
    let it = try fixture(lock: "1 minute")
    try it.writeHook("post-commit.before-codex-hook", "#!/bin/sh\n")
    #expect(try !becomes("post-commit", it, ["sh"]))
  }

  @Test("stays the shell's until the binary that was put there has recorded")
  func unproven() throws {
    #expect(try !becomes("post-commit", fixture(lock: "-1 minute"), ["sh"]))
  }
}
