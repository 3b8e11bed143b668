import SystemPackage
import TestSupport
import Testing

@testable import GitFacts

/// Our own look at a work tree may leave the answer to git, but never gives another one.
@Suite("What is not committed")
struct WorkTreeLookTests {
  private let sandbox: Sandbox
  private let top: FilePath

  init() throws {
    sandbox = try Sandbox()
    top = try sandbox.repository()
    for file in ["a", "d/b", "d/e/c", "link-target"] { try sandbox.commit(file, in: top) }
  }

  private func shell(_ script: String) throws {
    let outcome = try sandbox.run(["sh", "-ec", script], in: top)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func look() throws -> WorkTreeStatus? {
    let repository = try sandbox.open(top)
    return try? WorkTreeLook.status(of: repository)
  }

  private func git() throws -> WorkTreeStatus {
    let said = try sandbox.run(
      ["git", "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=normal"],
      in: top, environment: ["GIT_OPTIONAL_LOCKS": "0"])
    return WorkTreeStatus(porcelain: Array(said.output.utf8))
  }

  @Test(
    "it says what git status says",
    arguments: [
      "true", "echo more >>a", "printf 'A\\n' >a", "rm a", "rm -r d", "touch new", "mkdir new",
      "mkdir -p new/deep && touch new/deep/file", "chmod +x a", "touch -d @1 a",
      "touch x && git add x", "touch d/x && git add d/x", "git rm -q --cached a", "git rm -q -r d",
      "echo x >>a && git add a && echo y >>a", "git mv d/e/c z",
      "git rm -q a && mkdir a && touch a/y && git add a",
      "chmod +x a && git add a", "touch d.x dx d/a && git add d.x dx d/a",
      "rm a && ln -s b a", "rm a && touch A", "ln -s d other", "printf 'a\\n' >a && touch d/x",
      "printf '*.o\\n' >.gitignore && touch x.o x.p d/y.o",
      "printf 'new/\\n!/new/kept\\n' >.gitignore && mkdir new && touch new/kept",
      "printf '/*\\n!/d/\\n' >.gitignore && touch x d/x",
      "printf 'd\\n' >.gitignore && touch d/new d/e/new",
      "printf '**/e/*\\n' >.gitignore && touch d/e/new d/new",
      "printf 'x[0-9]\\n*.py[co]' >.gitignore && touch x1 xa b.pyc b.py",
      "mkdir new && printf '*\\n' >new/.gitignore && touch new/x",
      "printf 'new\\n' >>.git/info/exclude && touch new other",
      "mkdir -p ~/.config/git && echo new >~/.config/git/ignore && touch new other",
      "echo new >~/.mine && git config core.excludesFile '~/.mine' && touch new other",
    ])
  func likeGit(script: String) throws {
    try shell(script)
    let look = try #require(try look())
    #expect(look == (try git()))
  }

  @Test(
    "what it is not sure of is left to git",
    arguments: [
      "git update-index --assume-unchanged a",
      "git update-index --skip-worktree a", "echo x >>a && git add -N . && touch y && git add -N y",
      "git init -q inner", "rm a && mkdir a && touch a/x", "rm -r d && touch d",
      "git update-index --index-version 4", "git update-index --split-index",
      "git config core.fileMode false", "git config core.ignoreCase true",
      "printf 'a\\\\b\\n' >.gitignore", "printf '[[:alpha:]]\\n' >.gitignore",
      "mkfifo pipe", "printf '* text=auto\\n' >.gitattributes && touch a",
      "git config core.autocrlf true && touch a", "git switch -q --orphan other",
      "git submodule -q add ./ inner",
    ])
  func leftToGit(script: String) throws {
    try shell(script)
    #expect(try look() == nil)
  }

  @Test("over random work trees it never differs from git")
  func random() throws {
    var numbers = SeededNumbers(for: "work trees")
    let names = ["a", "b", "c.txt", "d.log", "build", "x.o", "lib", "é", "foo bar", ".hid", "A"]
    let rules = [
      "*.log", "/build", "build/", "!d.log", "*.o", "lib/*", "!lib/a", "**/a", "a/**", "a/**/b",
      "/a/b", "!/a", "*", "!*/", "[ab]", "[!ab]", "a/", "?", "foo bar", "b*/", "/*", "!/lib",
      "**/lib", "x.?", "*/a", "é", "a*b", "**", "!**/c.txt", "a**/b", "**/b/",
    ]
    func path(_ numbers: inout SeededNumbers) -> String {
      (0...Int.random(in: 0...2, using: &numbers)).map { _ in names.randomElement(using: &numbers)!
      }
      .joined(separator: "/")
    }
    var answers = 0
    for round in 0..<12 {
      var script = "find . -mindepth 1 -maxdepth 1 ! -name .git -exec rm -rf {} +\n"
      for _ in 0..<8 {
        let path = path(&numbers)
        script += "mkdir -p \"$(dirname '\(path)')\" 2>/dev/null && echo \(round) >'\(path)' || :\n"
      }
      for folder in ["", "a/", "lib/"].shuffled(using: &numbers).prefix(2) {
        let lines = (0..<2).map { _ in rules.randomElement(using: &numbers)! }
        script +=
          "[ ! -d './\(folder)' ] || printf '%s\\n' '\(lines[0])' '\(lines[1])' >'\(folder).gitignore'\n"
      }
      script += Bool.random(using: &numbers) ? "git add -f .\n" : "git add .\n"
      script += "git commit -q --allow-empty -m x\n"
      for _ in 0..<4 {
        let path = path(&numbers)
        script +=
          Bool.random(using: &numbers)
          ? "[ -d '\(path)' ] || rm -f '\(path)' 2>/dev/null || :\n"
          : "mkdir -p \"$(dirname '\(path)')\" 2>/dev/null && echo more 2>/dev/null >'\(path)' || :\n"
      }
      try shell("exec 2>/dev/null\n" + script)
      guard let look = try look() else { continue }
      answers += 1
      #expect(look == (try git()), "round \(round)")
    }
    #expect(answers > 0)
  }
}
