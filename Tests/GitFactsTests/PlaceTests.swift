import SystemPackage
import TestSupport
import Testing

@testable import GitFacts

/// Where the repository is, in every way that git can be told; the expectation is git's own answer.
@Suite struct PlaceTests {
  @Test(
    "finds the folder above a path as swift-system does, whatever its bytes are",
    arguments: ["/", "/a", "/a/b", "/a/b/", "/a/..", "a", "a/b", "", ".", "/M\u{FF}ller/repo"])
  func above(path: String) {
    // One byte for each character, so that the last one is no UTF-8.
    let bytes = path.unicodeScalars.map { CInterop.PlatformChar(bitPattern: UInt8($0.value)) }
    let path = FilePath(platformString: bytes + [0])
    #expect(path.above == path.removingLastComponent())
  }

  /// Shell lines that end in the folder to open, by `echo`; variables to open it under; whether there is a work tree.
  static let situations: [(String, String, [String: String], Bool)] = [
    ("the top", "git init -q r; echo r", [:], true),
    ("a folder far below", "git init -q r; mkdir -p r/a/b; echo r/a/b", [:], true),
    ("inside of .git", "git init -q r; echo r/.git/refs", [:], false),
    ("a bare repository", "git init -q --bare r; echo r", [:], false),
    ("below a bare repository", "git init -q --bare r; echo r/objects", [:], false),
    (
      "a linked work tree",
      "git init -q r; git -C r commit -q --allow-empty -m 1; git -C r worktree add -q ../w; echo w",
      [:], true
    ),
    (
      "below a linked work tree of a bare repository",
      """
      git init -q --bare r; git -C r commit-tree -m 1 $(git -C r mktree </dev/null) >id
      git -C r update-ref refs/heads/main $(cat id); git -C r worktree add -q ../w
      mkdir w/a; echo w/a
      """, [:], true
    ),
    (
      "core.bare in config.worktree",
      """
      git init -q r; git -C r config core.repositoryFormatVersion 1
      git -C r config extensions.worktreeConfig true; git -C r config --unset core.bare
      git -C r config --worktree core.bare true; echo r/.git
      """, [:], false
    ),
    (
      "a work tree that core.bare in config.worktree takes away",
      """
      git init -q r; git -C r config core.repositoryFormatVersion 1
      git -C r config extensions.worktreeConfig true; git -C r config --unset core.bare
      git -C r config --worktree core.bare true; echo r
      """, [:], false
    ),
    (
      "core.worktree", "git init -q r; mkdir w; git -C r config core.worktree ../../w; echo r", [:],
      true
    ),
    (
      "core.worktree with the folder inside",
      "git init -q r; mkdir -p w/a; git -C r config core.worktree ../../w; echo w/a",
      ["GIT_DIR": "../../r/.git"], true
    ),
    (
      "a separate git directory, by a link", "git init -q --separate-git-dir g r; echo r", [:], true
    ),
    ("a relative GIT_DIR", "git init -q r; mkdir r/a; echo r/a", ["GIT_DIR": "../.git"], true),
    ("GIT_DIR is a link", "git init -q --separate-git-dir g r; echo r", ["GIT_DIR": ".git"], true),
    ("a bare GIT_DIR", "git init -q --bare r; mkdir w; echo w", ["GIT_DIR": "../r"], false),
    (
      "GIT_DIR and GIT_WORK_TREE", "git init -q --bare r; mkdir -p w/a; echo w/a",
      ["GIT_DIR": "../../r", "GIT_WORK_TREE": ".."], true
    ),
    ("GIT_WORK_TREE alone", "git init -q r; mkdir r/a; echo r/a", ["GIT_WORK_TREE": "."], true),
    ("a symbolic link to the top", "git init -q r; ln -s r s; echo s", [:], true),
    (
      "a submodule",
      """
      git init -q o; git -C o commit -q --allow-empty -m 1; git init -q r
      git -C r submodule --quiet add ../o s; echo r/s
      """, [:], true
    ),
    ("blanks, quotes and letters", "git init -q \"a 'ü b\"; echo \"a 'ü b\"", [:], true),
    ("a folder in a .git that is none", "git init -q r; mkdir -p r/a/.git/b; echo r/a", [:], true),
  ]

  @Test("the git directory, the common one and the work tree are git's", arguments: situations)
  func places(
    name: String, script: String, variables: [String: String], hasWorkTree: Bool
  ) throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.run(["sh", "-ec", script], in: sandbox.root)
    try #require(outcome.status == 0, "\(name): \(outcome.errors)")
    let folder = sandbox.root.pushing(FilePath(outcome.line))

    let directories = try sandbox.git(
      "rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir", in: folder,
      environment: variables
    ).split(separator: "\n").map(String.init)
    let top = try sandbox.run(
      ["git", "rev-parse", "--show-toplevel"], in: folder, environment: variables)
    let place = try sandbox.open(folder, variables).place
    #expect(place.gitDirectory.string == directories[0], "\(name)")
    #expect(place.commonDirectory.string == directories[1], "\(name)")
    #expect(place.workTree?.string == (top.status == 0 ? top.line : nil), "\(name)")
    #expect((place.workTree != nil) == hasWorkTree, "\(name)")
    #expect(place.isLinkedWorkTree == (directories[0] != directories[1]))
  }

  @Test("outside of any repository the error says where it looked")
  func nowhere() throws {
    let sandbox = try Sandbox()
    for extra in [[:], ["GIT_DIR": "nothing"]] {
      #expect {
        _ = try sandbox.open(sandbox.root, extra)
      } throws: { error in
        (error as? GitError)?.kind == .notARepository
      }
    }
    #expect {
      _ = try sandbox.open(sandbox.root.appending("no such folder"))
    } throws: { error in
      "\(error)".contains("no such folder is not a folder")
    }
  }

  @Test("a ceiling ends the search")
  func ceiling() throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    let below = repository.appending("a")
    try makeFolder(below)
    #expect(throws: GitError.self) {
      _ = try sandbox.open(below, ["GIT_CEILING_DIRECTORIES": repository.string])
    }
  }

  @Test("HEAD is a branch, unborn or detached, in each of the clone's work trees")
  func heads() throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    #expect(try sandbox.open(repository).head() == .unborn(branch: "main"))
    try sandbox.commit("a", in: repository)
    let tip = try sandbox.id("HEAD", in: repository)
    #expect(try sandbox.open(repository).head() == .branch(name: "main", tip: tip))
    try sandbox.git("worktree", "add", "-q", "-b", "feat/ü", "../w1", in: repository)
    try sandbox.git("worktree", "add", "-q", "--detach", "../w2", in: repository)
    try sandbox.git("worktree", "add", "-q", "-b", "gone", "../w3", in: repository)
    removeTree(sandbox.root.appending("w3"))
    try sandbox.git("symbolic-ref", "HEAD", "refs/heads/new", in: sandbox.root.appending("w1"))
    try sandbox.git("pack-refs", "--all", in: repository)
    for folder in [repository, sandbox.root.appending("w1"), sandbox.root.appending("w2")] {
      let trees = try sandbox.open(folder).workTrees()
      #expect(
        trees.map(\.head) == [
          .branch(name: "main", tip: tip), .unborn(branch: "new"), .detached(tip),
          .branch(name: "gone", tip: tip),
        ])
      #expect(trees.map(\.isMissing) == [false, false, false, true])
      #expect(
        trees.map(\.place.workTree) == [
          repository, sandbox.root.appending("w1"), sandbox.root.appending("w2"),
          sandbox.root.appending("w3"),
        ])
      #expect(try trees.map(\.place).contains(sandbox.open(folder).place))
      #expect(
        try sandbox.open(folder).branches() == [
          Branch(name: "feat/ü", tip: tip), Branch(name: "gone", tip: tip),
          Branch(name: "main", tip: tip),
        ])
    }
  }

  /// Shell lines that leave git in the middle of something.
  static let operations: [(String, Operation?)] = [
    ("true", nil),
    ("git merge side || true", .merge),
    ("git rebase side || true", .rebase),
    ("git rebase --apply side || true", .rebase),
    ("git cherry-pick side || true", .cherryPick),
    ("git cherry-pick side~1 side || true; git add .; git commit -qm x; git status", nil),
    ("git cherry-pick side side~1 || true; git add .; git commit -qm x", .cherryPick),
    ("git revert HEAD~1 || true", .revert),
    ("git format-patch -1 --stdout side >p; git am -3 p || true", .applyMailbox),
    ("git bisect start; git bisect bad", .bisect),
  ]

  @Test("an unfinished operation is seen", arguments: operations)
  func operation(script: String, expected: Operation?) throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    try sandbox.commit("f", in: repository, content: "1")
    try sandbox.git("checkout", "-q", "-b", "side", in: repository)
    try sandbox.commit("g", in: repository)
    try sandbox.commit("f", in: repository, content: "2")
    try sandbox.git("checkout", "-q", "main", in: repository)
    try sandbox.commit("f", in: repository, content: "3")
    try sandbox.commit("f", in: repository, content: "4")
    _ = try sandbox.run(["sh", "-c", script], in: repository)
    #expect(try sandbox.open(repository).operation() == expected)
  }
}
