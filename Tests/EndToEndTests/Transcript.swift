import SystemPackage
import TestSupport

/// A shell in a HOME of its own, with the binary under test on PATH.
struct Transcript {
  let sandbox: Sandbox
  let home: FilePath

  init() throws {
    sandbox = try Sandbox()
    home = sandbox.root.appending("home")
    let bin = sandbox.root.appending("bin")
    try makeFolder(bin)
    try sandbox.run(["ln", "-s", codexHookBinary().string, bin.string + "/codex-hook"])
      .expectSuccess()
  }

  func shell(_ script: String) throws -> Outcome {
    let path = "\(home)/.local/bin:\(sandbox.root)/bin:\(sandbox.environment["PATH"] ?? "")"
    return try sandbox.run(["sh", "-c", script], in: home, environment: ["PATH": path])
  }

  /// What a person would see who types these commands one after the other.
  func run(_ commands: [String]) throws -> String {
    let script = commands.map { "cat <<'COMMAND'\n$ \($0)\nCOMMAND\n\($0)\n" }
    return try shell("exec 2>&1\n" + script.joined()).output
  }

  /// A text without what is new in every run: ids, times, ages and where the home folder is.
  func normalised(_ text: String) -> String {
    text.replacing(home.string, with: "/home/you")
      .replacing(/[0-9]{8}T[0-9]{6}Z/, with: "TIME")
      .replacing(/segments\/[0-9]{4}-[0-9]{2}\//, with: "segments/MONTH/")
      .replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:]{5,8}Z/, with: "TIME")
      .replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}-/, with: "DATE-")
      .replacing(/[0-9]+ (s|min) ago/, with: "AGE")
      .replacing(/--closes [0-9a-f]{4}\b/, with: "--closes ID")
      .replacing(/\b[0-9a-f]{12}\b/, with: "ID")
      .replacing(/TIME-[0-9a-f]{12}/, with: "TIME-ID")
      .replacing(/commit [0-9a-f]{7}:/, with: "commit ID:")
  }
}
