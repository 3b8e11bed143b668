import SystemPackage
import TestSupport
import Testing

@Suite("install-hooks.sh refuses")
struct InstallRefusalTests {
  @Test("a folder that is not there, before anything is built")
  func noFolder() throws {
    let workshop = try InstallWorkshop()
    let outcome = try workshop.install("/no/such folder")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == "install-hooks.sh: there is no folder /no/such folder; nothing was done.\n")
    #expect(workshop.isUntouched)
  }

  @Test("a folder that is no work tree, with git's own words", arguments: ["plain", "bare"])
  func noWorkTree(kind: String) throws {
    let workshop = try InstallWorkshop()
    let folder = workshop.sandbox.root.appending(kind)
    try makeFolder(folder)
    if kind == "bare" { try workshop.sandbox.git("init", "-q", "--bare", in: folder) }
    let outcome = try workshop.install(folder.string)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\(folder) is not in a git work tree; nothing was done."))
    #expect(outcome.errors.contains("fatal: "))
    #expect(workshop.isUntouched)
  }

  @Test("a repository that cannot be written")
  func readOnly() throws {
    let workshop = try InstallWorkshop()
    let repository = try workshop.sandbox.repository()
    // Root may write anywhere, so a folder's mode alone does not keep it out: mktemp answers as it would.
    try workshop.tool("mktemp", "exit 1")
    let outcome = try workshop.install(repository.string)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("\(repository)/.git cannot be written, so nothing can be recorded"))
    #expect(workshop.isUntouched)
  }

  @Test("a machine without a Swift toolchain, and says where to get one")
  func noToolchain() throws {
    let workshop = try InstallWorkshop(swift: false)
    let outcome = try workshop.install(workshop.sandbox.repository().string)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("there is no swift on PATH; nothing was done."))
    #expect(outcome.errors.contains("https://www.swift.org/install"))
    #expect(workshop.isUntouched)
  }

  @Test("sources that do not build, with the compiler's errors and the log's place")
  func brokenSources() throws {
    let workshop = try InstallWorkshop()
    try writeText("", to: workshop.project.appending("broken"))
    let outcome = try workshop.install(workshop.sandbox.repository().string)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error: this does not compile"))
    #expect(outcome.errors.contains("\(workshop.project)/.build/release.log"))
    #expect(outcome.output == "")
    #expect(!exists(workshop.sandbox.root.pushing("home/.cache/codex-hook")))
  }

  @Test("more than one repository, and options that it does not have", arguments: ["--all", "a b"])
  func wrongUse(words: String) throws {
    let workshop = try InstallWorkshop()
    let words = words.split(separator: " ").map(String.init)
    let outcome =
      words.count == 1 ? try workshop.install(words[0]) : try workshop.install(words[0], words[1])
    #expect(outcome.status == 64)
    #expect(outcome.errors == "usage: ./install-hooks.sh [REPO]\n")
  }

  @Test("to install packages without the right to, and prints the one command that does")
  func noRights() throws {
    let workshop = try InstallWorkshop(libgit2: false)
    try workshop.tool("id", "echo 1000")
    try workshop.tool("sudo", "exit 1")
    try workshop.tool("apt-get", "echo called >>'\(workshop.sandbox.root)/apt'")
    let outcome = try workshop.install(workshop.sandbox.repository().string)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("    sudo apt-get install -y libgit2-dev pkg-config\n"))
    #expect(!exists(workshop.sandbox.root.appending("apt")))
    #expect(workshop.builds == 0)
  }

  @Test("to go on when apt finds no network, with apt's own words")
  func noNetwork() throws {
    let workshop = try InstallWorkshop(libgit2: false)
    try workshop.tool("id", "echo 0")
    try workshop.tool("apt-get", "echo 'Temporary failure resolving'; exit 100")
    let outcome = try workshop.install(workshop.sandbox.repository().string)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("Temporary failure resolving"))
    #expect(outcome.errors.contains("apt-get could not install libgit2-dev pkg-config"))
    #expect(workshop.builds == 0)
  }

  @Test("nothing when apt can install what is missing", arguments: [0, 1000])
  func installsPackages(user: Int) throws {
    let workshop = try InstallWorkshop(libgit2: false)
    let mark = workshop.sandbox.root.appending("installed")
    try workshop.tool("id", "echo \(user)")
    try workshop.tool("sudo", "shift; exec \"$@\"")
    try workshop.tool(
      "pkg-config", "[ -e '\(mark)' ] || exit 1; case $1 in --variable=*) echo /nowhere ;; esac")
    try workshop.tool("true", ":")
    // The first try finds no package lists, as in a fresh container.
    try workshop.tool(
      "apt-get",
      """
      case $* in
      *update*) : >'\(mark).lists' ;;
      *install*libgit2-dev*pkg-config*) [ -e '\(mark).lists' ] && : >'\(mark)' ;;
      esac
      """)
    let repository = try workshop.sandbox.repository()
    let outcome = try workshop.install(repository.string)
    #expect(outcome.output == "<install><-C><\(repository)>")
    #expect(outcome.errors.contains("installing libgit2-dev pkg-config"))
  }
}
