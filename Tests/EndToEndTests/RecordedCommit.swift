import LiveContext
import SystemPackage
import TestSupport
import Testing

/// A commit event as it stands in a journal.
struct RecordedCommit: Equatable {
  let sha: String
  let files: Int
  let message: String
  let replaces: [String]

  /// Reads one line; nil for an event of another type.
  init?(_ line: String) throws {
    guard let body = try JSON.parse(line).object else {
      throw SpawnError(description: "a line of the journal is no object: \(line)")
    }
    guard body["type"]?.text == "commit" else { return nil }
    guard let sha = body["sha"]?.text, let files = body["files_changed"]?.int,
      let message = body["message"]?.text
    else { throw SpawnError(description: "a commit event lacks a key: \(line)") }
    self.sha = sha
    self.files = files
    self.message = message
    replaces = body["replaces"]?.elements?.compactMap(\.text) ?? []
  }
}

extension Clone {
  /// The commit events of the journal, oldest first.
  func commits() throws -> [RecordedCommit] {
    try journal().compactMap { try RecordedCommit($0) }
  }

  /// Runs a shell script in the work tree that stops at the first command that fails, and expects exit 0.
  @discardableResult
  func script(_ text: String, environment: [String: String] = [:]) throws -> Outcome {
    let outcome = try sandbox.run(
      ["sh", "-euc", text], in: root, environment: environment)
    guard outcome.status == 0 else {
      throw SpawnError(
        description: "ended with \(outcome.status): \(text)\n\(outcome.output)\(outcome.errors)")
    }
    return outcome
  }

  /// The shas that `git rev-list` gives, newest first.
  func list(_ revisions: String...) throws -> [String] {
    let outcome = try sandbox.run(
      ["git", "--no-replace-objects", "rev-list", "--topo-order"] + revisions, in: root)
    try outcome.expectSuccess()
    return outcome.output.split(separator: "\n").map(String.init)
  }

  /// What a piece of work adds to the journal, after a look at what has to hold after any work: git was told nothing, the work
  /// tree is clean but for `status`, the copy is whole, no event is there twice, and the new ones are of commits that live.
  func recorded(
    status expected: String = "", sourceLocation: SourceLocation = #_sourceLocation,
    by work: () throws -> Void
  ) throws -> [RecordedCommit] {
    let before = try commits()
    try work()
    let after = try commits()
    #expect(Array(after.prefix(before.count)) == before, sourceLocation: sourceLocation)
    #expect(Set(after.map(\.sha)).count == after.count, sourceLocation: sourceLocation)
    let new = Array(after.dropFirst(before.count))
    let living = Set(try list("--branches", "HEAD"))
    #expect(new.filter { !living.contains($0.sha) } == [], sourceLocation: sourceLocation)
    #expect(try copy() == journal(), sourceLocation: sourceLocation)
    #expect(try status() == expected, sourceLocation: sourceLocation)
    return new
  }

  /// Makes a branch `topic` of three commits, `a`, `b` and `c`, then one on `main` that changes `onMain`, and leaves `topic`
  /// checked out.
  func diverge(onMain file: String = "m") throws {
    try script(
      """
      echo base >base; git add base; git commit -qm base
      git switch -qc topic
      for f in a b c; do echo topic >$f; git add $f; git commit -qm "topic $f"; done
      git switch -q main
      echo main >\(file); git add \(file); git commit -qm "main \(file)"
      git switch -q topic
      """)
  }
}
