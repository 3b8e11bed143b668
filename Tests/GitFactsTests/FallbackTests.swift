import SystemPackage
import TestSupport
import Testing

@testable import GitFacts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Repositories that libgit2 refuses: the git executable gives the same answers.
@Suite struct FallbackTests {
  private func unusual(_ sandbox: Sandbox) throws -> FilePath {
    try sandbox.git("init", "-q", "--object-format=sha256", "repo", in: sandbox.root)
    return sandbox.root.appending("repo")
  }

  @Test("a SHA-256 repository answers every question")
  func questions() throws {
    let sandbox = try Sandbox()
    let repository = try unusual(sandbox)
    #expect(try sandbox.open(repository).head() == .unborn(branch: "main"))
    #expect(try !sandbox.open(repository).headTreeHolds("a"))
    try sandbox.commit("a/b", in: repository)
    try sandbox.commit("c", in: repository, message: "second\n\nbody")
    try sandbox.git("worktree", "add", "-q", "--detach", "../w1", in: repository)
    try sandbox.git("worktree", "add", "-q", "-b", "side", "../w2", in: repository)
    try sandbox.git("config", "codexHook.ci", "Yes", in: repository)
    try sandbox.git("config", "core.hooksPath", ".husky", in: repository)
    let tip = try sandbox.id("HEAD", in: repository)
    let first = try sandbox.id("HEAD~1", in: repository)
    #expect(tip.bytes.count == 32)

    let facts = try sandbox.open(repository)
    let isAnsweredByGit = facts.isAnsweredByGit
    #expect(isAnsweredByGit)
    #expect(try facts.head() == .branch(name: "main", tip: tip))
    let commit = try facts.commit(tip)
    #expect(commit.subject == "second")
    #expect(commit.parents == [first])
    #expect(commit.changedPaths == 1)
    #expect(try facts.commit(first).changedPaths == 1)
    #expect(try facts.history(from: [tip], limit: 10) { _ in false } == [tip, first])
    #expect(try facts.isAncestor(first, of: tip))
    #expect(try !facts.isAncestor(tip, of: first))
    #expect(
      try facts.branches() == [Branch(name: "main", tip: tip), Branch(name: "side", tip: tip)])
    #expect(
      try facts.reachable([first, ObjectID(hex: String(repeating: "1", count: 64))!], from: [tip])
        == [first])
    #expect(try facts.headTreeHolds("a/b"))
    let entry = try #require(try facts.entry("a/b", at: first))
    #expect(try facts.blob(entry.id) == Array("a/b\n".utf8))
    for name in ["main", "side", "HEAD", tip.hex, String(tip.hex.prefix(9))] {
      #expect(try facts.resolve(name) == tip, "\(name)")
    }
    for name in ["", "nothing", "HEAD:c", "a b", "HEAD~9", "x\ny"] {
      #expect(try facts.resolve(name) == nil, "\(name)")
    }
    #expect(try facts.flag("codexhook.CI") == true)
    #expect(try facts.setting("user.name") == "A Tester")
    #expect(
      try facts.hooksDirectory()
        == HooksDirectory(path: repository.appending(".husky"), scope: .repository))
    #expect(throws: GitError.self) {
      try facts.commit(ObjectID(hex: String(repeating: "1", count: 64))!)
    }

    let trees = try facts.workTrees()
    #expect(
      trees.map(\.head) == [
        .branch(name: "main", tip: tip), .detached(tip), .branch(name: "side", tip: tip),
      ])
    let linked = sandbox.root.appending("w2")
    #expect(try sandbox.open(linked).place == trees[2].place)
    #expect(try sandbox.open(linked).head() == .branch(name: "side", tip: tip))
  }

  @Test("GIT_DIR and GIT_WORK_TREE count, the rest of git's environment does not")
  func environment() throws {
    let sandbox = try Sandbox()
    let repository = try unusual(sandbox)
    try sandbox.commit("a", in: repository)
    try makeFolder(repository.appending("below"))
    let facts = try sandbox.open(
      repository.appending("below"), trust: .vetted,
      [
        "GIT_DIR": "../.git", "GIT_WORK_TREE": "..", "GIT_INDEX_FILE": "nowhere/index.lock",
        "GIT_CONFIG_PARAMETERS": "'i18n.logoutputencoding=UTF-16'", "GIT_TRACE": "1",
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "codexHook.leak", "GIT_CONFIG_VALUE_0": "1",
        "GIT_OBJECT_DIRECTORY": "/nowhere",
      ])
    let place = facts.place
    #expect(place.workTree == repository)
    #expect(place.gitDirectory == repository.appending(".git"))
    #expect(try facts.head().branchName == "main")
    #expect(try facts.setting("codexHook.leak") == nil)
    #expect(try facts.commit(#require(try facts.head().tip)).subject == "add a")
  }

  @Test("a bare repository has no work tree")
  func bare() throws {
    let sandbox = try Sandbox()
    try sandbox.git("init", "-q", "--bare", "--object-format=sha256", "repo", in: sandbox.root)
    let place = try sandbox.open(sandbox.root.appending("repo")).place
    #expect(place.workTree == nil)
    #expect(place.gitDirectory == sandbox.root.appending("repo"))
  }

  @Test("an extension that nobody knows is named, with git's own words")
  func unknownExtension() throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    try sandbox.git("config", "core.repositoryFormatVersion", "1", in: repository)
    try sandbox.git("config", "extensions.fromTomorrow", "true", in: repository)
    #expect {
      _ = try sandbox.open(repository)
    } throws: { error in
      (error as? GitError)?.kind == .unsupported && "\(error)".contains("fromtomorrow")
    }
  }

  /// Charsets without a table of our own; the message's bytes for printf, and the subject.
  static let charsets: [(String, String, String)] = [
    ("KOI8-R", "\\360\\322\\311\\327\\305\\324", "Привет"),
    ("EUC-JP", "\\306\\374\\313\\334", "日本"),
    ("no-such-charset", "caf\\351", "caf\u{FFFD}"),
  ]

  @Test("a rarer charset is left to git", arguments: charsets)
  func rareCharset(charset: String, message: String, subject: String) throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    let script = """
      printf 'tree %s\\nauthor A <a@b> 1 +0000\\ncommitter A <a@b> 1 +0000\\nencoding \(charset)\\n\\n\(message)\\n' \
        $(git mktree </dev/null) | git hash-object -t commit -w --stdin
      """
    let outcome = try sandbox.run(["sh", "-ec", script], in: repository)
    let id = try #require(ObjectID(hex: outcome.line), "\(outcome.errors)")
    #expect(try sandbox.open(repository).commit(id).subject == subject)
    let below = try sandbox.open(repository, ["GIT_DIR": ".git", "GIT_WORK_TREE": "../repo"])
    #expect(try below.commit(id).subject == subject)
  }

  @Test("partial and sparse clones open, and what is missing is fetched only where that is allowed")
  func partial() throws {
    let sandbox = try Sandbox()
    let origin = try sandbox.repository("origin")
    try sandbox.git("config", "uploadpack.allowFilter", "true", in: origin)
    try sandbox.git("config", "uploadpack.allowAnySHA1InWant", "true", in: origin)
    for name in ["a/x", "b/y", "b/z"] { try sandbox.commit(name, in: origin) }
    let clone = sandbox.root.appending("clone")
    try sandbox.git(
      "clone", "-q", "--filter=tree:0", "--sparse", "file://\(origin)", "clone", in: sandbox.root)
    let tip = try sandbox.id("HEAD", in: clone)
    let before = try sandbox.id("HEAD~1", in: clone)

    let facts = try sandbox.open(clone)
    let isAnsweredByGit = facts.isAnsweredByGit
    #expect(!isAnsweredByGit)
    #expect(try facts.head().tip == tip)
    #expect(try facts.history(from: [tip], limit: 10) { _ in false }.count == 3)
    #expect {
      _ = try facts.commit(before)
    } throws: { error in
      (error as? GitError)?.kind == .missingObject && "\(error)".contains("partial clone")
    }
    #expect(try sandbox.open(clone, mayFetch: true).commit(before).changedPaths == 1)
    #expect(try facts.commit(before).changedPaths == 1)

    try sandbox.commit("own", in: clone)
    #expect(try sandbox.open(clone).commit(sandbox.id("HEAD", in: clone)).changedPaths == 1)
  }

  @Test(
    "another user's repository opens in a hook, and by hand where git trusts it",
    .enabled(if: geteuid() == 0))
  func foreignOwner() throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    try sandbox.commit("a", in: repository)
    let outcome = try sandbox.run(["chown", "-R", "4711", repository.string])
    try #require(outcome.status == 0)
    #expect {
      _ = try sandbox.open(repository)
    } throws: { error in
      (error as? GitError)?.kind == .foreignOwner && "\(error)".contains("safe.directory")
    }
    #expect(try sandbox.open(repository, trust: .vetted).head().branchName == "main")
    try sandbox.git("config", "--global", "safe.directory", "*", in: sandbox.root)
    #expect(try sandbox.open(repository).head().branchName == "main")
  }
}
