import SystemPackage
import TestSupport
import Testing

@Suite("A clone without the program")
struct SharingLoadTests {
  private static let shells = [["dash"], ["busybox", "sh"], ["bash", "--posix"]]
  private static let awks = ["mawk", "gawk", "busybox awk", "original-awk"]

  @Test(
    "makes the three files with sh, awk and git alone, the same as the program has them",
    arguments: shells, awks)
  func load(shell: [String], awk: String) throws {
    let first = try Clone.shared()
    let sandbox = first.sandbox
    let words = awk.split(separator: " ").map(String.init)
    guard let awkPath = try path(words[0], sandbox), let shellPath = try path(shell[0], sandbox)
    else { return }
    let origin = try first.addOrigin()
    try first.done("state", "set", "--feature", "zip", "--notes", "next: the \"header\" {of} it")
    try first.done(
      "issue", "open, with \"quotes\" and \\ and ü", "--area", "zip", "--severity", "high")
    let closed = try first.done("issue", "closed", "--area", "zip")
    let id = try #require(closed.split(separator: " ").dropFirst(2).first)
    try first.done("fix", "done", "--closes", String(id))
    try first.done("test", "--result", "pass", "--count", "7")
    try first.commit("f1", message: String(repeating: "ü", count: 200) + " \"quoted\" \\ back")
    try first.git("push", "-q", "-u", "origin", "main")
    let bare = try first.another("bare", of: origin, install: false)

    let tools = sandbox.root.appending("tools")
    try makeFolder(tools)
    let applet = words.dropFirst().joined(separator: " ")
    let git = try #require(try path("git", sandbox))
    for (name, command) in [("awk", "\(awkPath) \(applet)"), ("git", git)] {
      try writeText(
        "#!\(shellPath) \(shell.dropFirst().joined(separator: " "))\nexec \(command) \"$@\"\n",
        to: tools.appending(name), mode: [.ownerReadWriteExecute])
    }
    for _ in 0..<2 {
      let loaded = try sandbox.run(
        [shellPath] + shell.dropFirst() + [".codex/load"], in: bare.root,
        environment: ["PATH": tools.string])
      #expect(loaded.status == 0, "\(loaded.errors)")
      #expect(loaded.errors == "")
    }
    let journal = try bare.copy()
    #expect(journal.filter { $0.contains(#""type":"commit""#) }.count == 3)
    #expect(try journal.filter { !$0.contains(#""type":"commit""#) }.sorted() == first.shareable())
    let summary = try readText(bare.folder.appending("summary.md"))
    #expect(summary.contains(" (zip) [high]: open, with \"quotes\" and \\ and ü"))
    #expect(!summary.contains("open issue \(id)"))
    let state = try readText(bare.folder.appending("state.json"))
    #expect(try bare.status() == "")

    // So does a validator that is not ours, by the contract's schemas.
    if SchemaCheck.python != nil {
      #expect(try SchemaCheck.problems(journal, schema: "event", in: sandbox) == "")
      let line = state.split(separator: "\n").joined()
      #expect(try SchemaCheck.problems([line], schema: "state", in: sandbox) == "")
    }
    for heading in [
      "# Summary\n", "## Current Work", "## Recent Activity", "## Health Snapshot",
      "## Open Questions / Next Steps",
    ] { #expect(summary.contains(heading)) }

    // The program agrees: it finds every line valid, the same commits, and the same focus.
    try bare.done("init")
    try bare.done("validate")
    #expect(try bare.journal().count == journal.count)
    #expect(try readText(bare.folder.appending("state.json")) == state)
  }

  private func path(_ name: String, _ sandbox: Sandbox) throws -> String? {
    let found = try sandbox.run(["sh", "-c", "command -v \(name)"])
    return found.status == 0 ? found.line : nil
  }
}
