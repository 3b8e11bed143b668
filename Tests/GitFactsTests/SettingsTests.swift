import SystemPackage
import TestSupport
import Testing

@testable import GitFacts

/// Settings and where git looks for hooks.
@Suite struct SettingsTests {
  @Test("a setting comes from the file that counts, and all of its values in git's order")
  func precedence() throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    let set = """
      git config --global codexHook.one user; git config --global codexHook.many a
      git config --global core.commentChar '%'
      git config codexHook.one clone; git config --add codexHook.many b; git config --add codexHook.many c
      git config core.repositoryFormatVersion 1; git config extensions.worktreeConfig true
      git config --worktree codexHook.one tree; git config --worktree --add codexHook.many d
      printf '[included]\n far = yes\n' >.git/more; git config include.path more
      printf '[sub "A.b"]\n Key = here\n' >>.git/config
      """
    let outcome = try sandbox.run(["sh", "-ec", set], in: repository)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let facts = try sandbox.open(repository)
    #expect(try facts.setting("codexhook.ONE") == "tree")
    #expect(try facts.settings("codexHook.many") == ["a", "b", "c", "d"])
    #expect(try facts.setting("core.commentchar") == "%")
    #expect(try facts.setting("user.name") == "A Tester")
    #expect(try facts.setting("SUB.A.b.KEY") == "here")
    #expect(try facts.setting("sub.a.b.key") == nil)
    #expect(try facts.flag("included.far") == true)
    #expect(try facts.setting("no.such") == nil)

    let moved = try sandbox.open(repository, ["GIT_CONFIG_GLOBAL": "/dev/null"])
    #expect(try moved.settings("codexHook.many") == ["b", "c", "d"])
    #expect(try moved.setting("user.name") == nil)
  }

  /// What stands in the configuration after `key`, and what git makes of it; nil where git refuses.
  static let values: [(String, Bool?)] = [
    ("", true), (" =", false), (" = yes", true), (" = On", true), (" = TRUE", true),
    (" = no", false), (" = off", false), (" = 0", false), (" = 2", true), (" = 1k", true),
    (" = -1", true), (" = maybe", nil),
  ]

  @Test("a boolean is read as git reads it", arguments: values)
  func booleans(line: String, expected: Bool?) throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    try appendText("[some]\n\tkey\(line)\n", to: repository.appending(".git").appending("config"))
    let git = try sandbox.run(["git", "config", "--type=bool", "some.key"], in: repository)
    #expect((git.status == 0 ? git.line == "true" : nil) == expected)
    let facts = try sandbox.open(repository)
    if let expected {
      #expect(try facts.flag("some.key") == expected)
    } else {
      #expect {
        _ = try facts.flag("some.key")
      } throws: { error in
        (error as? GitError)?.kind == .badSetting
      }
    }
    #expect(try facts.flag("some.other") == nil)
  }

  /// Shell lines run in a clone with the linked work tree ../w, the folder to open, and who decides.
  static let hooks: [(String, String, HooksDirectory.Scope)] = [
    ("true", ".", .none),
    ("true", "../w", .none),
    ("git config core.hooksPath .husky/_", ".", .repository),
    ("git config core.hooksPath .husky/_", "../w", .repository),
    ("git config core.hooksPath /opt/hooks", ".", .repository),
    ("git config core.hooksPath '~/hooks'", ".", .repository),
    ("git config core.hooksPath ../shared/./hooks", ".", .repository),
    ("git config --global core.hooksPath '~/hooks'", ".", .shared),
    ("git config --global core.hooksPath hooks", "../w", .shared),
    ("git config --global core.hooksPath hooks; git config core.hooksPath own", ".", .repository),
    (
      """
      git config core.repositoryFormatVersion 1; git config extensions.worktreeConfig true
      git -C ../w config --worktree core.hooksPath mine
      """, "../w", .repository
    ),
    (
      """
      git config core.repositoryFormatVersion 1; git config extensions.worktreeConfig true
      git -C ../w config --worktree core.hooksPath mine
      """, ".", .none
    ),
  ]

  @Test("hooks are looked for where git looks", arguments: hooks)
  func hooksDirectory(script: String, folder: String, scope: HooksDirectory.Scope) throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    try sandbox.commit("a", in: repository)
    try sandbox.git("worktree", "add", "-q", "../w", in: repository)
    let outcome = try sandbox.run(["sh", "-ec", script], in: repository)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let top = repository.pushing(FilePath(folder)).lexicallyNormalized()
    let asked = try sandbox.git("rev-parse", "--git-path", "hooks", in: top)
    let found = try sandbox.open(top).hooksDirectory()
    #expect(found.path == top.pushing(FilePath(asked)).lexicallyNormalized())
    #expect(found.scope == scope)
  }

  @Test("the list of ignored files is the clone's, in a linked work tree too")
  func excludes() throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    try sandbox.commit("a", in: repository)
    try sandbox.git("worktree", "add", "-q", "../w", in: repository)
    let facts = try sandbox.open(sandbox.root.appending("w"))
    let file = facts.excludeFile
    #expect(file == repository.pushing(".git/info/exclude"))
  }
}
