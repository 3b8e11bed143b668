import SystemPackage
import TestSupport
import Testing

@Suite("Rebase and am: nothing while they run, then what lives, with what it replaces")
struct WorkflowRebaseTests {
  /// The old commits of `topic`, oldest first.
  private func old(_ clone: Clone) throws -> [String] {
    try clone.list("main..topic").reversed()
  }

  @Test(
    "three rewritten commits are three events, recorded when the rebase is over",
    arguments: ["--merge", "--apply"])
  func rebase(backend: String) throws {
    let clone = try Clone()
    try clone.diverge()
    let old = try old(clone)
    let new = try clone.recorded { try clone.git("rebase", "-q", backend, "main") }
    #expect(new.map(\.sha) == (try clone.list("main..topic")).reversed())
    #expect(new.map(\.replaces) == old.map { [$0] })
    #expect(new.map(\.message) == ["topic a", "topic b", "topic c"])
    let context = try clone.done("context")
    let summary = try readText(clone.folder.appending("summary.md"))
    for sha in old {
      #expect(!context.contains(sha.prefix(7)) && !summary.contains(sha.prefix(7)))
    }
  }

  @Test("no event is written between the steps")
  func silence() throws {
    let clone = try Clone()
    try clone.diverge()
    let journal = try clone.store.appending("journal.ndjson")
    let counts = clone.sandbox.root.appending("counts")
    _ = try clone.recorded {
      try clone.git("rebase", "-q", "--exec", "wc -l <\(journal) >>\(counts)", "main")
    }
    #expect(try Clone.lines(counts).map { $0.filter { $0 != " " } } == ["5", "5", "5"])
  }

  @Test("pull --rebase: what came and what was rewritten, and the next one is not refused")
  func pull() throws {
    let clone = try Clone()
    try clone.commit("base")
    try clone.addOrigin()
    try clone.git("push", "-q", "-u", "origin", "main")
    let other = try clone.colleague()
    for round in 1...2 {
      let theirs = try other.commit("their\(round)")
      try other.git("push", "-q")
      try clone.commit("our\(round)-1")
      try clone.commit("our\(round)-2")
      let old = try clone.list("HEAD~2..HEAD")
      let new = try clone.recorded { try clone.git("pull", "-q", "--rebase") }
      #expect(new.first?.sha == theirs)
      #expect(new.first?.replaces == [])
      #expect(new.dropFirst().map(\.sha) == (try clone.list("HEAD~2..HEAD")).reversed())
      #expect(new.dropFirst().map(\.replaces) == [[old[1]], [old[0]]])
      try clone.git("push", "-q")
      try other.git("pull", "-q")
    }
  }

  @Test("two fixups and a reword: the commits that live, and no combination's message")
  func interactive() throws {
    let clone = try Clone()
    try clone.script(
      """
      echo base >base; git add base; git commit -qm base
      for f in a b c d e; do echo $f >$f; git add $f; git commit -qm "add $f"; done
      """)
    let old = try clone.list("HEAD~5..HEAD").reversed() as [String]
    let new = try clone.recorded {
      try clone.script(
        "git rebase -q -i HEAD~5",
        environment: [
          "GIT_SEQUENCE_EDITOR": "sed -i -e 2s/pick/fixup/ -e 4s/pick/fixup/ -e 5s/pick/reword/",
          "GIT_EDITOR": "sed -i '1s/.*/said better/'",
        ])
    }
    #expect(new.map(\.sha) == (try clone.list("HEAD~3..HEAD")).reversed())
    #expect(new.map(\.message) == ["add a", "add c", "said better"])
    #expect(new.map(\.files) == [2, 2, 1])
    #expect(new.map(\.replaces) == [[old[0], old[1]], [old[2], old[3]], [old[4]]])
    #expect(try clone.journal().filter { $0.contains("combination of") } == [])
  }

  @Test(
    "a rebase that stops at a conflict",
    arguments: [
      ("git rebase --abort", 0), ("git rebase --skip", 2),
      ("echo both >b; git add b; git rebase --continue", 3),
      ("echo both >b; git add b; git commit -qm 'topic b'; git rebase --continue", 3),
    ])
  func conflict(end: String, count: Int) throws {
    let clone = try Clone()
    try clone.diverge(onMain: "b")
    let old = try old(clone)
    let new = try clone.recorded {
      try clone.script("! git rebase -q main 2>/dev/null; \(end)")
    }
    #expect(new.count == count)
    #expect(new.map(\.sha) == (count == 0 ? [] : try clone.list("main..topic")).reversed())
    for commit in new {
      #expect(Set(commit.replaces).isSubset(of: old) && !commit.replaces.isEmpty)
    }
  }

  @Test("rebase --exec that amends: three, all reachable, each with what it replaces")
  func exec() throws {
    let clone = try Clone()
    try clone.diverge()
    let old = try old(clone)
    let new = try clone.recorded {
      try clone.git(
        "rebase", "-q", "--exec", "git commit -q --amend -m \"again $(git log -1 --format=%s)\"",
        "main")
    }
    #expect(new.map(\.message) == ["again topic a", "again topic b", "again topic c"])
    #expect(new.map(\.replaces) == old.map { [$0] })
  }

  @Test("a stop to edit, with a further commit: both, and only what is gone is replaced")
  func edit() throws {
    let clone = try Clone()
    try clone.diverge()
    let old = try old(clone)
    let new = try clone.recorded {
      try clone.script(
        """
        git rebase -q -i main 2>/dev/null
        echo more >more; git add more; git commit -qm more; git rebase --continue
        """, environment: ["GIT_SEQUENCE_EDITOR": "sed -i 2s/pick/edit/"])
    }
    #expect(new.map(\.message) == ["topic a", "topic b", "more", "topic c"])
    #expect(Set(new.flatMap(\.replaces)) == Set(old))
  }

  @Test("am of three patches is three", arguments: ["-q", "--committer-date-is-author-date"])
  func applyMailbox(option: String) throws {
    let clone = try Clone()
    // Patches may be older than the recording.
    try clone.script(
      """
      echo base >base; git add base; git commit -qm base
      git switch -qc topic
      for f in a b c; do echo $f >$f; git add $f; git commit -qm "topic $f"; done
      git switch -q main; echo m >m; git add m; git commit -qm m
      """, environment: ["GIT_AUTHOR_DATE": "2005-01-01T00:00:00Z"])
    let patches = clone.sandbox.root.appending("patches").string
    try clone.git("format-patch", "-q", "-o", patches, "main..topic")
    let new = try clone.recorded {
      try clone.script("git am -q \(option) \(patches)/*.patch")
    }
    #expect(new.map(\.sha) == (try clone.list("HEAD~3..HEAD")).reversed())
    #expect(new.map(\.message) == ["topic a", "topic b", "topic c"])
    #expect(new.map(\.replaces) == [[], [], []])
  }

  @Test("am that is given up is none, and one that skips records what it applied")
  func applyMailboxConflict() throws {
    let clone = try Clone()
    try clone.diverge(onMain: "b")
    let patches = clone.sandbox.root.appending("patches").string
    try clone.git("format-patch", "-q", "-o", patches, "main..topic")
    try clone.git("switch", "-q", "main")
    var new = try clone.recorded {
      try clone.script("! git am -q \(patches)/*.patch 2>/dev/null; git am --abort")
    }
    #expect(new == [])
    new = try clone.recorded {
      try clone.script("! git am -q \(patches)/*.patch 2>/dev/null; git am --skip >/dev/null")
    }
    #expect(new.map(\.message) == ["topic a", "topic c"])
  }
}
