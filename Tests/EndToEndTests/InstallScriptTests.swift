import SystemPackage
import TestSupport
import Testing

@Suite("install-hooks.sh")
struct InstallScriptTests {
  @Test(
    "builds, and hands the repository over to the binary",
    arguments: [["sh"], ["dash"], ["busybox", "sh"], ["bash", "--posix"]])
  func handsOver(shell: [String]) throws {
    let workshop = try InstallWorkshop()
    guard try workshop.sandbox.run(shell + ["-c", ":"]).status == 0 else { return }
    let repository = try workshop.sandbox.repository("it's \"a\" repository $HOME")
    try makeFolder(repository.appending("deep"))
    let interpreter = try workshop.sandbox.run(["sh", "-c", "command -v \(shell[0])"]).line
    let outcome = try workshop.install(
      repository.appending("deep").string, shell: [interpreter] + shell.dropFirst())
    #expect(outcome.output == "<install><-C><\(repository)>")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("building codex-hook"))
  }

  @Test("installs into the current folder's repository when none is named")
  func currentFolder() throws {
    let workshop = try InstallWorkshop()
    let repository = try workshop.sandbox.repository()
    let outcome = try workshop.install(in: repository)
    #expect(outcome.output == "<install><-C><\(repository)>")
  }

  @Test("installs into the named repository, whatever a git that started it says")
  func ignoresGitsVariables() throws {
    let workshop = try InstallWorkshop()
    let other = try workshop.sandbox.repository("other")
    let repository = try workshop.sandbox.repository()
    let outcome = try workshop.install(
      repository.string,
      environment: [
        "GIT_DIR": other.appending(".git").string, "GIT_WORK_TREE": other.string,
      ])
    #expect(outcome.output == "<install><-C><\(repository)>")
  }

  @Test("builds once for all repositories and clones of the same version, without a word")
  func buildsOnce() throws {
    let workshop = try InstallWorkshop()
    let first = try workshop.sandbox.repository("first")
    let second = try workshop.sandbox.repository("second")
    _ = try workshop.install(first.string)
    try workshop.tool("swift", "exit 1")
    removeTree(workshop.project.appending(".build"))
    let outcome = try workshop.install(second.string)
    #expect(outcome.output == "<install><-C><\(second)>")
    #expect(outcome.errors == "")
    #expect(workshop.builds == 1)
  }

  @Test(
    "builds again when a source has changed",
    arguments: ["Package.swift", "Sources/file", "hooks/file", "schema/file", "Sources/new file"])
  func buildsChangedSources(file: String) throws {
    let workshop = try InstallWorkshop()
    let repository = try workshop.sandbox.repository()
    _ = try workshop.install(repository.string)
    try appendText("more\n", to: workshop.project.pushing(FilePath(file)))
    _ = try workshop.install(repository.string)
    _ = try workshop.install(repository.string)
    #expect(workshop.builds == 2)
  }

  @Test("builds again when the cached binary no longer starts")
  func rebuildsBroken() throws {
    let workshop = try InstallWorkshop()
    let repository = try workshop.sandbox.repository()
    _ = try workshop.install(repository.string)
    let caches = workshop.sandbox.root.pushing("home/.cache/codex-hook")
    let name = try #require(names(in: caches).first)
    try writeText("no program\n", to: caches.appending(name).appending("codex-hook"))
    let outcome = try workshop.install(repository.string)
    #expect(outcome.output == "<install><-C><\(repository)>")
    #expect(workshop.builds == 2)
  }

  @Test("builds without a folder for caches", arguments: ["", "/dev/null/nowhere"])
  func buildsWithoutCache(home: String) throws {
    let workshop = try InstallWorkshop()
    let repository = try workshop.sandbox.repository()
    let outcome = try workshop.install(repository.string, environment: ["HOME": home])
    #expect(outcome.output == "<install><-C><\(repository)>")
    #expect(outcome.status == 0)
  }

  @Test("says where it links dynamically")
  func saysDynamic() throws {
    guard try Sandbox().run(["uname", "-s"]).line == "Linux" else { return }
    let workshop = try InstallWorkshop()
    let outcome = try workshop.install(workshop.sandbox.repository().string)
    #expect(
      outcome.errors.contains("codex-hook is linked dynamically: there is no /nowhere/libgit2.a"))
  }
}
