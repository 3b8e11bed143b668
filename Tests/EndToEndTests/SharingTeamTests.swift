import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// CODEX_HOOK_TEST_TEAM makes the team larger: with 10, each has 20 events and 5 commits.
private let size = getenv("CODEX_HOOK_TEST_TEAM").flatMap { Int(String(cString: $0)) } ?? 4

@Suite("A team that shares")
struct SharingTeamTests {
  private enum Way: CaseIterable {
    case merge, squash, cherryPick, rebase
  }

  @Test(
    "merges in every way and any order without a conflict, and ends with the same events everywhere"
  )
  func everyWay() throws {
    var random = SeededNumbers(for: "a team that shares")
    let (events, commits) = size >= 10 ? (20, 5) : (5, 2)
    let first = try Clone.shared()
    let origin = try first.addOrigin()
    try first.git("push", "-q", "-u", "origin", "main")
    let team = [first] + (try (1..<size).map { try first.another("clone\($0)", of: origin) })

    var written: Set<String> = []
    for (number, clone) in team.enumerated() {
      try clone.git("switch", "-q", "-c", "b\(number)")
      var left = events
      for commit in 1...commits {
        let share = commit == commits ? left : Int.random(in: 0...left, using: &random)
        left -= share
        for event in 0..<share {
          let kinds = [["note"], ["issue", "--area", "sync"], ["fix", "--area", "ui"]]
          let kind = kinds[Int.random(in: 0..<3, using: &random)]
          let text = "\(kind[0]) \(commit).\(event) of clone \(number)"
          try clone.run([kind[0], text] + kind.dropFirst()).expectSuccess()
          written.insert(text)
        }
        try clone.commit("c\(number)-\(commit)")
        #expect(try clone.status() == "")
      }
      try clone.git("push", "-q", "-u", "origin", "b\(number)")
    }
    #expect(written.count == events * size)

    let branches = (0..<size).map { "b\($0)" }
    for one in branches {
      for other in branches where one < other {
        try first.sandbox.git("merge-tree", "--write-tree", one, other, in: origin)
      }
    }
    try first.git("fetch", "-q")
    try first.git("switch", "-q", "main")
    for branch in branches.shuffled(using: &random) {
      let way = Way.allCases.randomElement(using: &random) ?? .merge
      try bring("origin/\(branch)", into: first, way)
      #expect(try first.status() == "", "after \(way) of \(branch)")
      try first.git("push", "-q", "origin", "main")
      for other in branches {
        try first.sandbox.git("merge-tree", "--write-tree", "main", other, in: origin)
      }
    }

    let expected = try first.shareable()
    #expect(expected.count == events * size)
    #expect(Set(expected).count == expected.count)
    for text in written { #expect(expected.contains { $0.contains("\"\(text)\"") }) }
    for clone in team.dropFirst() {
      try clone.git("switch", "-q", "main")
      try clone.git("pull", "-q")
      #expect(try clone.status() == "")
      #expect(try clone.shareable() == expected)
    }
    let fresh = try first.another("fresh", of: origin)
    #expect(try fresh.shareable() == expected)
    #expect(try fresh.copy() == fresh.journal())
  }

  private func bring(_ branch: String, into clone: Clone, _ way: Way) throws {
    switch way {
    case .merge: try clone.git("merge", "-q", "--no-edit", branch)
    case .squash:
      try clone.git("merge", "-q", "--squash", branch)
      try clone.git("commit", "-q", "-m", "squash \(branch)")
    case .cherryPick: try clone.git("cherry-pick", "main..\(branch)")
    case .rebase:
      try clone.git("switch", "-q", "-C", "moved", branch)
      try clone.git("rebase", "-q", "main")
      try clone.git("switch", "-q", "main")
      try clone.git("merge", "-q", "--ff-only", "moved")
    }
  }
}
