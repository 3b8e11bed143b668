import SystemPackage
import TestSupport
import Testing

@testable import GitFacts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Our answers against git's on a history of many kinds of change.
@Suite struct DifferentialTests {
  /// 1,200 commits, or CODEX_HOOK_HISTORY of them; from CODEX_HOOK_SEED where it is set.
  private static let commits = number("CODEX_HOOK_HISTORY") ?? 1200
  private static let seed = UInt64(number("CODEX_HOOK_SEED") ?? Int.random(in: 1...1_000_000))

  private static func number(_ variable: String) -> Int? {
    getenv(variable).flatMap { Int(String(cString: $0)) }
  }

  private func history(_ sandbox: Sandbox, format: String = "sha1") throws -> FilePath {
    print("history of \(Self.commits) commits from seed \(Self.seed)")
    let repository = sandbox.root.appending("repo")
    try sandbox.git("init", "-q", "--object-format=\(format)", "repo", in: sandbox.root)
    try sandbox.git(
      "fast-import", "--quiet", "--done", in: repository,
      input: RandomHistory.stream(
        seed: Self.seed, commits: Self.commits, digits: format == "sha1" ? 40 : 64))
    try sandbox.git("symbolic-ref", "HEAD", "refs/heads/b0", in: repository)
    return repository
  }

  @Test(
    "every commit's changed paths, parents, time and subject are git's",
    arguments: ["sha1", "sha256"])
  func everyCommit(format: String) throws {
    let sandbox = try Sandbox()
    let repository = try history(sandbox, format: format)
    let log = try sandbox.git(
      "log", "--all", "--format=%H\u{1}%P\u{1}%ct\u{1}%s", in: repository)
    var pairs = ""
    var lines: [[Substring]] = []
    let empty = try sandbox.git("hash-object", "-t", "tree", "/dev/null", in: repository)
    for line in log.split(separator: "\n") {
      let fields = line.split(separator: "\u{1}", omittingEmptySubsequences: false)
      lines.append(fields)
      let parent = fields[1].split(separator: " ").first ?? Substring(empty)
      pairs += "\(parent)^{tree} \(fields[0])^{tree}\n"
    }
    #expect(lines.count == Self.commits)

    // diff-tree reads pairs of trees only as bare ids.
    let trees = try sandbox.git(
      "cat-file", "--batch-check=%(objectname)", in: repository,
      input: pairs.split(separator: "\n").map { $0.split(separator: " ").joined(separator: "\n") }
        .joined(separator: "\n") + "\n")
    let ids = trees.split(separator: "\n")
    let input = stride(from: 0, to: ids.count, by: 2).map { "\(ids[$0]) \(ids[$0 + 1])\n" }
    let diff = try sandbox.git(
      "--no-replace-objects", "diff-tree", "--stdin", "-r", "--ignore-submodules=none",
      "--no-renames", "--name-only", in: repository, input: input.joined())
    var counts: [Int] = []
    let headers = Set(input.map { String($0.dropLast()) })
    for line in diff.split(separator: "\n") {
      if headers.contains(String(line)) { counts.append(0) } else { counts[counts.count - 1] += 1 }
    }
    try #require(counts.count == lines.count)

    let facts = try sandbox.open(repository)
    var kinds = (merges: 0, roots: 0, empty: 0)
    for (fields, count) in zip(lines, counts) {
      let commit = try facts.commit(ObjectID(hex: fields[0])!)
      let parents = fields[1].split(separator: " ").compactMap { ObjectID(hex: $0) }
      #expect(commit.changedPaths == count, "commit \(fields[0]) of seed \(Self.seed)")
      #expect(commit.parents == parents)
      #expect(commit.committed == Int64(fields[2]))
      #expect(commit.subject == fields[3])
      if parents.count > 1 { kinds.merges += 1 }
      if parents.isEmpty { kinds.roots += 1 }
      if count == 0 { kinds.empty += 1 }
    }
    #expect(kinds.merges > 20 && kinds.roots > 5 && kinds.empty > 10, "\(kinds)")
  }

  @Test("history is git's --date-order, stops at known commits and obeys its limit")
  func walks() throws {
    let sandbox = try Sandbox()
    let repository = try history(sandbox)
    let facts = try sandbox.open(repository)
    let tips = try sandbox.git(
      "for-each-ref", "--format=%(objectname)", "refs/heads/", in: repository
    )
    .split(separator: "\n").compactMap { ObjectID(hex: $0) }
    func git(_ arguments: String...) throws -> [String] {
      try sandbox.run(["git", "rev-list"] + arguments, in: repository).output
        .split(separator: "\n").map(String.init)
    }
    let all = try facts.history(from: tips, limit: .max) { _ in false }
    #expect(try Set(all.map(\.hex)) == Set(git("--all")))
    let place = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    for id in all {
      for parent in try facts.commit(id).parents { #expect(place[id]! < place[parent]!) }
    }
    let newest = try facts.history(from: tips, limit: 50) { _ in false }
    #expect(newest.count == 50)

    let tip = tips[0].hex
    #expect(
      try facts.history(from: [tips[0]], limit: .max, firstParentOnly: true) { _ in false }
        .map(\.hex) == git("--first-parent", tip))
    let known = try Set(git("--skip=30", "--date-order", tip))
    let fresh = try facts.history(from: [tips[0]], limit: .max) { known.contains($0.hex) }
    #expect(try Set(fresh.map(\.hex)) == Set(git("--max-count=30", "--date-order", tip)))
  }

  @Test("isAncestor and reachable agree with git rev-list")
  func ancestors() throws {
    let sandbox = try Sandbox()
    let repository = try history(sandbox)
    let facts = try sandbox.open(repository)
    var random = SeededNumbers(seed: Self.seed)
    let all = try sandbox.git("rev-list", "--all", in: repository).split(separator: "\n")
    var yes = 0
    for _ in 0..<8 {
      let descendant = all.randomElement(using: &random)!
      let reachable = try Set(
        sandbox.git("rev-list", String(descendant), in: repository).split(separator: "\n"))
      let some = all.shuffled(using: &random).prefix(100)
      let found = try facts.reachable(
        some.compactMap { ObjectID(hex: $0) }, from: [ObjectID(hex: descendant)!])
      #expect(
        Set(found.map(\.hex)) == Set(reachable.intersection(some).map(String.init)),
        "\(descendant) seed \(Self.seed)")
      for _ in 0..<20 {
        let ancestor = all.randomElement(using: &random)!
        let found = try facts.isAncestor(ObjectID(hex: ancestor)!, of: ObjectID(hex: descendant)!)
        #expect(
          found == reachable.contains(ancestor), "\(ancestor) \(descendant) seed \(Self.seed)")
        if found { yes += 1 }
      }
    }
    #expect(yes > 10)
  }
}
