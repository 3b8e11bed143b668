import SystemPackage
import TestSupport
import Testing

@Suite("Commits and merges: each that lives, once")
struct WorkflowCommitTests {
  @Test("the initial commit of three files is one event")
  func initial() throws {
    let clone = try Clone()
    let new = try clone.recorded {
      try clone.script("echo 1 >a; echo 2 >b; echo 3 >c; git add .; git commit -qm first")
    }
    #expect(new.map(\.sha) == [try clone.git("rev-parse", "HEAD")])
    #expect(new.map(\.files) == [3])
    #expect(new.map(\.message) == ["first"])
  }

  @Test("a commit of one path leaves what else is staged")
  func pathspec() throws {
    let clone = try Clone()
    try clone.commit("f0")
    let new = try clone.recorded(status: "M  f1") {
      try clone.script(
        """
        echo 1 >f1; git add f1; git commit -qm f1
        echo x >f0; echo x >f1; git add f1; git commit -qm "only f0" f0
        """)
    }
    #expect(new.map(\.files) == [1, 1])
    #expect(new.map(\.message) == ["f1", "only f0"])
  }

  @Test(
    "an amended commit replaces the old one, and nobody is shown that any more",
    arguments: [
      "echo y >a; git add a; git commit -q --amend -m again", "git commit -q --amend --no-edit",
    ]
  )
  func amend(script: String) throws {
    let clone = try Clone()
    try clone.commit("base")
    let old = try clone.commit("a")
    let new = try clone.recorded {
      // In the same second a commit that changes nothing has the same name.
      try clone.script("export GIT_COMMITTER_DATE='2030-01-01T00:00:00Z'; \(script)")
    }
    #expect(new.map(\.sha) == [try clone.git("rev-parse", "HEAD")])
    #expect(new.map(\.replaces) == [[old]])
    #expect(try !clone.done("context").contains(old.prefix(7)))
    #expect(try !readText(clone.folder.appending("summary.md")).contains(old.prefix(7)))
  }

  @Test("a clean merge is one event, with the files that differ from its first parent")
  func cleanMerge() throws {
    let clone = try Clone()
    try clone.diverge()
    let new = try clone.recorded {
      try clone.script("git switch -q main; git merge -q --no-edit topic")
    }
    #expect(new.map(\.sha) == [try clone.git("rev-parse", "main")])
    #expect(new.map(\.files) == [3])
  }

  @Test("an octopus merge is one event")
  func octopus() throws {
    let clone = try Clone()
    try clone.diverge()
    let new = try clone.recorded {
      try clone.script(
        """
        git switch -qc second main~1; echo s >s; git add s; git commit -qm second
        git switch -q main; git merge -q -m octopus topic second
        """)
    }
    #expect(new.map(\.message) == ["second", "octopus"])
    #expect(new.map(\.files) == [1, 4])
  }

  @Test("a conflicted merge is one event when it is committed", arguments: ["commit -qm", "merge"])
  func conflictedMerge(way: String) throws {
    let clone = try Clone()
    try clone.diverge(onMain: "b")
    let end = way == "merge" ? "git merge --continue" : "git commit -qm merged"
    let new = try clone.recorded {
      try clone.script(
        "git switch -q main; ! git merge -q topic; echo both >b; git add b; \(end)")
    }
    #expect(new.map(\.sha) == [try clone.git("rev-parse", "main")])
    #expect(new.map(\.files) == [3])
  }

  @Test("a merge that is given up is none")
  func abortedMerge() throws {
    let clone = try Clone()
    try clone.diverge(onMain: "b")
    let new = try clone.recorded {
      try clone.script("git switch -q main; ! git merge -q topic; git merge --abort")
    }
    #expect(new == [])
  }

  @Test("a fast-forward over commits that are known is none, a pull of two foreign ones those two")
  func fastForward() throws {
    let clone = try Clone()
    try clone.commit("base")
    try clone.addOrigin()
    try clone.git("push", "-q", "-u", "origin", "main")
    var new = try clone.recorded {
      try clone.script(
        """
        git switch -qc topic; echo 1 >t; git add t; git commit -qm topic
        git switch -q main; git merge -q topic
        """)
    }
    #expect(new.map(\.message) == ["topic"])
    let other = try clone.colleague()
    try other.git("reset", "-q", "--hard", "origin/main")
    try clone.git("push", "-q")
    try other.git("pull", "-q")
    // Older than the recording: what a pull brings in counts all the same.
    let old = ["GIT_COMMITTER_DATE": "2001-01-01T00:00:00Z"]
    try other.script("echo 1 >x; git add x; git commit -qm x1", environment: old)
    try other.script("echo 2 >x; git add x; git commit -qm x2; git push -q", environment: old)
    new = try clone.recorded { try clone.git("pull", "-q") }
    #expect(new.map(\.message) == ["x1", "x2"])
    #expect(new.map(\.replaces) == [[], []])
  }

  @Test("a squash merge is none until its commit, which is one")
  func squash() throws {
    let clone = try Clone()
    try clone.diverge()
    var new = try clone.recorded(status: "A  a\nA  b\nA  c") {
      try clone.script("git switch -q main; git merge -q --squash topic")
    }
    #expect(new == [])
    new = try clone.recorded { try clone.git("commit", "-q", "-m", "squashed") }
    #expect(new.map(\.files) == [3])
  }

  @Test("three cherry-picks are three, a revert is one, and what was given up none")
  func cherryPick() throws {
    let clone = try Clone()
    try clone.diverge()
    var new = try clone.recorded {
      try clone.script("git switch -q main; git cherry-pick main..topic >/dev/null")
    }
    #expect(new.map(\.sha) == (try clone.list("HEAD~3..HEAD")).reversed())
    #expect(new.map(\.message) == ["topic a", "topic b", "topic c"])
    new = try clone.recorded { try clone.git("revert", "--no-edit", "HEAD") }
    #expect(new.map(\.message) == ["Revert \"topic c\""])
    new = try clone.recorded {
      try clone.script(
        """
        git reset -q --hard HEAD~4; echo other >b; git add b; git commit -qm "other b"
        ! git cherry-pick topic~2 topic~1 topic 2>/dev/null; git cherry-pick --abort
        """)
    }
    #expect(new.map(\.message) == ["other b"])
    new = try clone.recorded {
      try clone.script(
        """
        ! git cherry-pick topic~2 topic~1 topic 2>/dev/null
        echo both >b; git add b; git cherry-pick --continue >/dev/null
        """)
    }
    #expect(new.map(\.message) == ["topic a", "topic b", "topic c"])
  }

  @Test("a commit that says it is older than the recording is recorded all the same")
  func oldDate() throws {
    let clone = try Clone()
    try clone.commit("base")
    let new = try clone.recorded {
      try clone.script(
        "echo 1 >a; git add a; git commit -qm old",
        environment: ["GIT_COMMITTER_DATE": "2001-01-01T00:00:00Z"])
    }
    #expect(new.map(\.message) == ["old"])
  }

  @Test("a commit that says it is old hides nothing below it")
  func unseenBelowOldDate() throws {
    let clone = try Clone()
    try clone.commit("base")
    let new = try clone.recorded {
      try clone.script(
        """
        git update-ref HEAD "$(git commit-tree -p HEAD -m plumbing 'HEAD^{tree}')"
        GIT_COMMITTER_DATE='2001-01-01T00:00:00Z' git commit -q --allow-empty -m old
        """)
    }
    #expect(new.map(\.message) == ["plumbing", "old"])
  }

  @Test("a merge hides nothing that came before it and that no hook saw")
  func unseenBeforeMerge() throws {
    let clone = try Clone()
    try clone.diverge()
    let new = try clone.recorded {
      try clone.script(
        """
        git switch -q main
        CODEX_HOOK=0 git commit -q --allow-empty -m unseen
        git merge -q --no-edit topic
        """)
    }
    #expect(new.map(\.message) == ["unseen", "Merge branch 'topic'"])
  }

  @Test("stash, checkout, switch, bisect, notes, replace and the opt-out are none")
  func nothing() throws {
    let clone = try Clone()
    for name in ["a", "b", "c"] { try clone.commit(name) }
    let new = try clone.recorded {
      try clone.script(
        """
        echo x >a; git stash -q; git stash pop -q; git stash -q; git stash drop -q
        git switch -qc side; git switch -q --detach main; git checkout -q main; git branch -D side
        git bisect start >/dev/null; git bisect bad >/dev/null; git bisect good HEAD~2 >/dev/null
        git bisect reset 2>/dev/null
        git notes add -m noted; git tag -am tagged v1
        git replace HEAD~1 "$(git commit-tree -m replaced 'HEAD^{tree}')"; git replace -d "$(git rev-parse HEAD~1)"
        git gc -q
        CODEX_HOOK=0 git commit -q --allow-empty -m "switched off"
        """)
    }
    #expect(new == [])
  }
}

extension Clone {
  /// A second clone of the same server, in which nothing of ours is installed.
  func colleague() throws -> Clone {
    let path = sandbox.root.appending("colleague")
    try sandbox.git(
      "clone", "-q", sandbox.root.appending("origin.git").string, path.string, in: sandbox.root)
    return Clone(at: path, in: sandbox)
  }
}
