import SystemPackage
import TestSupport
import Testing

@Suite("A push")
struct PushTests {
  /// A clone with one commit and a server.
  private func pushed() throws -> Clone {
    let clone = try Clone()
    try clone.addOrigin()
    try clone.commit("one")
    try clone.git("push", "-q", "-u", "origin", "main")
    return clone
  }

  @Test("brings a removed summary.md up to date")
  func removed() throws {
    let clone = try pushed()
    try clone.commit("two")
    let summary = clone.folder.appending("summary.md")
    let right = try readText(summary)
    try clone.sandbox.run(["rm", summary.string]).expectSuccess()
    try clone.git("push", "-q")
    #expect(try readText(summary) == right)
  }

  @Test("brings a stale summary.md up to date")
  func stale() throws {
    let clone = try pushed()
    let summary = clone.folder.appending("summary.md")
    let old = try readText(summary)
    try clone.commit("two")
    let right = try readText(summary)
    try writeText(old, to: summary)
    try clone.git("push", "-q")
    #expect(try readText(summary) == right)
    #expect(right != old)
  }

  @Test("leaves a summary.md that is current as it is, the same file with the same time")
  func current() throws {
    let clone = try pushed()
    try clone.commit("two")
    let before = try files(clone)
    try clone.git("push", "-q")
    #expect(try files(clone) == before)
    // Nothing to push: git runs the hook all the same.
    try clone.git("push", "-q")
    #expect(try files(clone) == before)
  }

  /// Every file in `.codex/` with its inode and time; the folder's own time is the lock's coming and going.
  private func files(_ clone: Clone) throws -> [Substring] {
    let found = try clone.listing(of: clone.folder).split(separator: "\n").dropFirst()
    #expect(found.contains { $0.hasPrefix("summary.md ") })
    return Array(found)
  }

  @Test("records what no hook ever saw, and goes through whatever becomes of the recorder")
  func unseen() throws {
    let clone = try pushed()
    try clone.git("commit", "-q", "--allow-empty", "-m", "unseen", environment: ["CODEX_HOOK": "0"])
    #expect(try clone.journal().count == 1)
    try clone.git("push", "-q")
    #expect(try clone.journal().count == 2)

    try clone.commit("three")
    let binary = try clone.store.appending("bin").appending("codex-hook")
    try writeText("#!/nowhere/at/all\n", to: binary, mode: [.ownerReadWriteExecute])
    try clone.git("push", "-q")
    #expect(
      try clone.git("rev-parse", "origin/main") == clone.git("rev-parse", "HEAD"))
  }
}
