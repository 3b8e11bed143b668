import SystemPackage
import TestSupport
import Testing

/// Made-up secrets, put together at run time so that no scanner takes this file for a leak.
private let secrets: [(kind: String, value: String)] = [
  ("github-token", "ghp_" + "Zk3vQ8sL1xWm7RtY2bNc5HdJ9fGp4KaE6uTi"),
  ("aws-access-key-id", "AKIA" + "Q7RZT2MXN4WLK5YB"),
  ("slack-token", "xoxb-" + "2847561930-4829175603-aB3dE5fG7hJ9kL1mN3pQ5rS7"),
]

@Suite("A secret")
struct SecretTests {
  /// Whether any eight characters of a secret stand in a text.
  private func leaks(_ secret: String, in text: String) -> Bool {
    let characters = Array(secret)
    return (0...(characters.count - 8)).contains { start in
      text.contains(String(characters[start..<(start + 8)]))
    }
  }

  /// Everything that stands in a folder, file names too.
  private func everything(below folder: FilePath) throws -> String {
    var text = ""
    for name in names(in: folder) where name != "bin" {
      let path = folder.appending(name)
      text += name + "\n"
      text += (try? readText(path)) ?? ""
      text += try everything(below: path)
    }
    return text
  }

  @Test(
    "in a commit's message leaves no eight of its characters in the store, in .codex or on stderr")
  func commitMessage() throws {
    let clone = try Clone()
    for (kind, value) in secrets {
      try writeText(kind, to: clone.root.appending(kind))
      try clone.git("add", ".")
      let outcome = try clone.sandbox.run(
        ["git", "commit", "-q", "-m", "stop using \(value) in the tests"], in: clone.root)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("redacted 1 x"))
      #expect(!leaks(value, in: outcome.errors))
    }
    let kept =
      try everything(below: clone.store) + everything(below: clone.root.appending(".codex"))
    for (_, value) in secrets { #expect(!leaks(value, in: kept)) }
    #expect(kept.contains("[redacted:"))
    #expect(kept.contains("in the tests"))
  }

  @Test(
    "in a note, a link, a branch, a test's focus or the state is redacted, and the note on stderr names its kind"
  )
  func byHand() throws {
    let clone = try Clone()
    let value = secrets[0].value
    let url = "https://user:" + "S3cretPass9x" + "@example.org/x?access_token=" + value
    let note = try clone.run(["note", "the token is", value, "--link", url])
    #expect(note.status == 0)
    #expect(note.errors.contains("redacted"))
    #expect(!leaks(value, in: note.output + note.errors))
    try clone.git("checkout", "-q", "-b", "fix/\(value)")
    try clone.commit("a")
    try clone.done("test", "--result", "pass", "--count", "1", "--focus", "with \(value)")
    try clone.done("state", "set", "--feature", value, "--notes", "use \(value)")
    let kept =
      try everything(below: clone.store) + everything(below: clone.root.appending(".codex"))
    #expect(!leaks(value, in: kept))
    #expect(!leaks("S3cretPass9x", in: kept))
    let context = try clone.done("context")
    #expect(!leaks(value, in: context))
  }

  @Test("in a state that somebody edited by hand reaches neither summary nor context nor the store")
  func handEditedState() throws {
    let clone = try Clone()
    let value = secrets[0].value
    let path = clone.root.appending(".codex").appending("state.json")
    try writeText(
      try readText(path).replacing(
        "\"status\"", with: "\"notes\": \"use \(value)\",\n  \"status\""),
      to: path)
    try clone.commit("a")
    let summary = try readText(clone.root.appending(".codex").appending("summary.md"))
    #expect(summary.contains("use [redacted:"))
    #expect(!leaks(value, in: summary + (try clone.done("context"))))
    #expect(!leaks(value, in: try everything(below: clone.store)))
  }

  @Test("given to the filter comes out as a label, line by line and as JSON strings")
  func filter() throws {
    let clone = try Clone()
    let value = secrets[0].value
    let lines = try clone.run(["redact"], input: "one \(value)\ntwo\n")
    #expect(lines.output == "one [redacted:github-token]\ntwo\n")
    #expect(lines.errors.contains("1 x github-token"))
    let json = try clone.run(["redact", "--json"], input: "\"a\\n\(value)\"\n")
    #expect(json.output == "\"a\\n[redacted:github-token]\"\n")
  }

  @Test("that the repository's settings allow stays")
  func allowed() throws {
    let clone = try Clone()
    let value = secrets[0].value
    try clone.git("config", "codexHook.redactAllow", value)
    try clone.done("note", "the well-known", value)
    #expect(try clone.done("log").contains(value))
  }
}
