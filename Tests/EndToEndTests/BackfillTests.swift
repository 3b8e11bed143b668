import LiveContext
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("A whole history, taken in")
struct BackfillTests {
  /// A history of 1,200 commits: files are added, changed, moved, removed and made executable, in folders and not.
  private func stream() -> String {
    var stream = ""
    for number in 1...1200 {
      let time = 1_600_000_000 + number * 60
      let message = "change \(number)"
      stream += "commit refs/heads/main\nmark :\(number)\n"
      stream += "committer A Tester <tester@example.com> \(time) +0000\n"
      stream += "data \(message.utf8.count)\n\(message)\n"
      if number % 50 == 0 { stream += "merge :\(number - 25)\n" }
      for file in 0..<(number % 7) {
        let mode = number % 11 == 0 ? "100755" : "100644"
        stream +=
          "M \(mode) inline d\(file % 3)/e\(number % 13)/f\(file)\ndata 5\n\(10000 + number)\n"
      }
      if number % 17 == 0 { stream += "D d0\n" }
      if number % 19 == 0 { stream += "M 160000 \(String(repeating: "ab", count: 20)) module\n" }
    }
    return stream + "done\n"
  }

  /// What git says of each commit that HEAD reaches: the paths in which it differs from its first parent or from nothing.
  private func counts(_ clone: Clone) throws -> [String: Int] {
    let empty = try clone.sandbox.git(
      "hash-object", "-t", "tree", "/dev/null", in: clone.root)
    let commits = try clone.git("rev-list", "--parents", "HEAD").split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    let trees = try clone.git("log", "--format=%H %T", "HEAD").split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    let tree = Dictionary(uniqueKeysWithValues: trees.map { ($0[0], $0[1]) })
    // diff-tree reads pairs of trees, and prints each pair before its paths.
    let pairs = commits.map { "\($0.count > 1 ? tree[$0[1]] ?? "" : empty) \(tree[$0[0]] ?? "")" }
    let diff = try clone.sandbox.git(
      "--no-replace-objects", "diff-tree", "--stdin", "-r", "--ignore-submodules=none",
      "--no-renames", "--name-only", in: clone.root, input: pairs.map { $0 + "\n" }.joined())
    var counts: [Int] = []
    let heads = Set(pairs)
    for line in diff.split(separator: "\n") {
      if heads.contains(String(line)) { counts.append(0) } else { counts[counts.count - 1] += 1 }
    }
    try #require(counts.count == commits.count)
    return Dictionary(uniqueKeysWithValues: zip(commits.map { $0[0] }, counts))
  }

  private func expectGitsCounts(_ clone: Clone, atLeast: Int) throws {
    let expected = try counts(clone)
    try clone.install()
    try clone.done("init", "--backfill", "1000000")
    var recorded: [String: Int] = [:]
    for line in try clone.journal() {
      let event = try #require(JSON.parse(line).object)
      recorded[event["sha"]?.text ?? ""] = event["files_changed"]?.int
    }
    #expect(recorded.count >= atLeast)
    #expect(recorded == expected)
    #expect(try clone.done("validate") == "\(expected.count) events, 0 problems")
  }

  @Test("has for every one of 1,200 commits the number of changed paths that git counts")
  func synthetic() throws {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    _ = try sandbox.git("fast-import", "--quiet", "--done", in: clone.root, input: stream())
    try clone.git("checkout", "-q", "-f", "main")
    try expectGitsCounts(clone, atLeast: 1200)
  }

  @Test(
    "has them for a real history of at least 1,000 commits, too",
    .enabled(
      if: getenv("CODEX_HOOK_TEST_HISTORY") != nil,
      "CODEX_HOOK_TEST_HISTORY names a clone with such a history"))
  func real() throws {
    let sandbox = try Sandbox()
    let source = try #require(getenv("CODEX_HOOK_TEST_HISTORY").map { String(cString: $0) })
    let root = sandbox.root.appending("repo")
    try sandbox.git(
      "clone", "-q", "--shared", "--no-checkout", source, root.string, in: sandbox.root)
    let clone = Clone(at: root, in: sandbox)
    let size = try clone.git("rev-list", "--count", "HEAD")
    try #require(Int(size) ?? 0 >= 1000, "it has \(size)")
    // Only so many that the journal is not rotated: what is compared is the journal.
    if Int(size) ?? 0 > 9000 { Issue.record("more than 9,000 commits: name a smaller one") }
    try expectGitsCounts(clone, atLeast: 1000)
  }
}
