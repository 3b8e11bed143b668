import HookInstall
import SystemPackage
import TestSupport

/// A repository whose store holds a stub that writes down how it was called.
struct Fixture {
  static let names = HookInstallation.known
  static let recording = HookInstallation.known.filter { $0 != "pre-commit" }

  let sandbox: Sandbox
  let repository: FilePath

  init(_ name: String = "repo") throws {
    sandbox = try Sandbox()
    repository = try sandbox.repository(name)
    try placeStub(in: repository)
  }

  /// The log of calls: one line `NAME ARGS...` a call, its input after it, each line after a `<`.
  var log: FilePath { sandbox.root.appending("calls") }

  func calls() throws -> String { exists(log) ? try readText(log) : "" }

  func forget() throws { try writeText("", to: log) }

  func store(of folder: FilePath) throws -> FilePath {
    let common = try sandbox.git(
      "rev-parse", "--path-format=absolute", "--git-common-dir", in: folder)
    return FilePath(common).appending("codex-hook")
  }

  func placeStub(in folder: FilePath, exit code: Int = 0) throws {
    let source = sandbox.root.appending("stub")
    try writeText(
      """
      #!/bin/sh
      shift
      {
        echo "$*"
        while IFS= read -r line; do printf '<%s\\n' "$line"; done
      } >>'\(log.string.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'
      exit \(code)

      """, to: source, mode: [.ownerReadWriteExecute])
    try BinaryPlace.install(from: source, store: store(of: folder))
  }

  /// What GitFacts will say, asked of git.
  func place(_ folder: FilePath? = nil) throws -> HookPlace {
    let folder = folder ?? repository
    let hooks = FilePath(
      try sandbox.git("rev-parse", "--path-format=absolute", "--git-path", "hooks", in: folder))
    let scope = try sandbox.run(
      ["git", "config", "--show-scope", "--get", "core.hooksPath"], in: folder
    ).output.prefix { $0 != "\t" }
    let top = FilePath(try sandbox.git("rev-parse", "--show-toplevel", in: folder))
    var tracked: Set<String> = []
    var inside = hooks
    if exists(hooks.appending(".")), inside.removePrefix(top), inside.components.first != ".git" {
      let listed = try sandbox.git("-C", hooks.string, "ls-files", in: folder)
      tracked = Set(listed.split(separator: "\n").map(String.init))
    }
    return HookPlace(
      folder: hooks,
      origin: scope.isEmpty
        ? .standard : scope == "local" || scope == "worktree" ? .repository : .shared,
      workTree: top, tracked: tracked)
  }

  @discardableResult
  func install(_ names: [String] = Fixture.recording, in folder: FilePath? = nil) throws -> HookPlan
  {
    let plan = try HookInstallation(place(folder)).planInstall(names)
    try HookStep.apply(plan.steps)
    return plan
  }

  @discardableResult
  func uninstall(in folder: FilePath? = nil) throws -> HookPlan {
    let plan = try HookInstallation(place(folder)).planUninstall()
    try HookStep.apply(plan.steps)
    return plan
  }

  func hook(_ name: String) -> FilePath {
    repository.appending(".git").appending("hooks").appending(name)
  }

  func writeHook(_ name: String, _ text: String, mode: UInt32 = 0o755) throws {
    try writeText(text, to: hook(name))
    setMode(mode, of: hook(name))
  }

  /// A bare repository to push to, under the name origin.
  func addOrigin() throws {
    let origin = sandbox.root.appending("origin.git")
    try sandbox.git("init", "-q", "--bare", origin.string, in: sandbox.root)
    try sandbox.git("remote", "add", "origin", origin.string, in: repository)
  }

  /// Every file in the hooks folder: its name, mode, link target and bytes.
  func snapshot(_ folder: FilePath? = nil) throws -> String {
    let folder = folder ?? hook("x").removingLastComponent()
    let listing = try sandbox.run(
      [
        "sh", "-c",
        "ls -l --time-style=+ | cut -c1-10,11- | awk '{print $1, $6, $7, $8}'; sha1sum -- * 2>&1",
      ],
      in: folder)
    return listing.output
  }
}

/// Where a program stands in PATH; nil if it is not there.
func programPath(_ name: String, _ sandbox: Sandbox) throws -> String? {
  let found = try sandbox.run(["sh", "-c", "command -v \(name)"])
  return found.status == 0 ? found.line : nil
}
