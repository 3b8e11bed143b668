import SystemPackage
import TestSupport

/// A copy of what `install-hooks.sh` works with, and a PATH on which only what the test puts there is found.
///
/// The real build takes minutes, so `swift` is a script that makes a binary which says how it was called.
struct InstallWorkshop {
  let sandbox: Sandbox
  /// The project's clone, with a blank and a quote in its name.
  let project: FilePath
  private let tools: FilePath

  init(swift: Bool = true, libgit2: Bool = true) throws {
    sandbox = try Sandbox()
    project = sandbox.root.appending("a project's clone")
    tools = sandbox.root.appending("tools")
    for folder in ["Sources", "hooks", "schema", "scripts"] {
      try makeFolder(project.appending(folder))
      try writeText("\(folder)\n", to: project.appending(folder).appending("file"))
    }
    try writeText("package\n", to: project.appending("Package.swift"))
    for file in ["install-hooks.sh", "scripts/build.sh", "scripts/dependencies.sh"] {
      try writeText(
        readText(packageRoot().pushing(FilePath(file))), to: project.pushing(FilePath(file)),
        mode: [.ownerReadWriteExecute, .groupReadExecute, .otherReadExecute])
    }
    try makeFolder(tools)
    let found = [
      "busybox", "cat", "cp", "dash", "dirname", "env", "find", "git", "grep", "id", "mkdir",
      "mktemp", "mv", "rm", "rmdir", "sed", "sh", "sort", "tail", "uname",
    ]
    let link = #"cd "$0" && for tool; do path=$(command -v $tool) && ln -s "$path" $tool; done"#
    _ = try sandbox.run(["sh", "-c", link, tools.string] + found)
    if swift { try tool("swift", Self.compiler) }
    try tool("pkg-config", libgit2 ? "case $1 in --variable=*) echo /nowhere ;; esac" : "exit 1")
  }

  /// Puts a shell script on PATH.
  func tool(_ name: String, _ script: String) throws {
    let path = tools.appending(name)
    _ = try sandbox.run(["rm", "-f", path.string])
    try writeText(
      "#!/bin/sh\n\(script)\n", to: path,
      mode: [.ownerReadWriteExecute, .groupReadExecute, .otherReadExecute])
  }

  /// Runs `install-hooks.sh` with that shell.
  func install(
    _ arguments: String..., shell: [String] = ["sh"], in directory: FilePath? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try sandbox.run(
      shell + [project.appending("install-hooks.sh").string] + arguments, in: directory,
      environment: environment.merging(["PATH": tools.string]) { given, _ in given })
  }

  /// How often something was built.
  var builds: Int {
    (try? readText(project.appending("built")).split(separator: "\n").count) ?? 0
  }

  /// Whether the project's folder or the cache holds anything that a build or an install leaves.
  var isUntouched: Bool {
    !exists(project.appending(".build")) && !exists(sandbox.root.pushing("home/.cache"))
  }

  private static let compiler = #"""
    here=$3
    echo built >>"$here/built"
    if [ -e "$here/broken" ]; then
      echo "Sources/file:1:1: error: this does not compile"
      exit 1
    fi
    mkdir -p "$here/.build/release"
    cat >"$here/.build/release/codex-hook" <<'END'
    #!/bin/sh
    [ "$1" = --version ] || printf '<%s>' "$@"
    END
    chmod=$(command -v chmod || echo /bin/chmod)
    "$chmod" +x "$here/.build/release/codex-hook"
    """#
}
