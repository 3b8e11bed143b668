import SystemPackage
import TestSupport
import Testing

@Suite("A hook script that has become the binary")
struct CallingScriptTests {
  /// A clone whose binary has recorded, so that from now on the scripts become it.
  private func clone() throws -> Clone {
    let clone = try Clone()
    try clone.commit("one")
    let binary = try clone.store.pushing("bin/codex-hook").string
    _ = try clone.sandbox.run(["touch", "-d", "-1 minute", binary])
    return clone
  }

  private func hook(_ name: String, of clone: Clone) -> FilePath {
    clone.root.pushing(".git/hooks").appending(name)
  }

  @Test("lines behind ours run, once, after the recording, with what git gave to the hook")
  func linesFollow() throws {
    let clone = try clone()
    let out = clone.sandbox.root.appending("out")
    for name in ["post-commit", "post-merge"] {
      try appendText(
        "echo \"${0##*/} $# $CODEX_HOOK_WAITS$CODEX_HOOK_SCRIPT $(wc -l <.git/codex-hook/journal.ndjson)\" >>'\(out)'\n",
        to: hook(name, of: clone))
    }
    try clone.commit("two")
    #expect(try clone.journal().count == 2)
    #expect(try readText(out) == "post-commit 0  2\n")
    try clone.git("switch", "-q", "-c", "side")
    try clone.commit("three")
    try clone.git("switch", "-q", "main")
    try clone.git("merge", "-q", "side")
    #expect(try readText(out) == "post-commit 0  2\npost-commit 0  3\npost-merge 1  3\n")
    #expect(try clone.status() == "")
  }

  @Test("a binary that is text, or another machine's, stops neither git nor the lines behind ours")
  func broken() throws {
    for content in ["nothing that runs\n", "\u{7f}ELF and no more\n"] {
      let clone = try clone()
      let out = clone.sandbox.root.appending("out")
      try appendText("echo followed >>'\(out)'\n", to: hook("post-commit", of: clone))
      try writeText(
        content, to: clone.store.pushing("bin/codex-hook"), mode: [.ownerReadWriteExecute])
      try clone.commit("two")
      #expect(try readText(out) == "followed\n")
      let outcome = try clone.sandbox.run(
        [hook("post-commit", of: clone).string], in: clone.root)
      #expect(outcome.status == 0)
    }
  }
}
