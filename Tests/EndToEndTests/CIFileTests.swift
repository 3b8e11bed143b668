import SystemPackage
import TestSupport
import Testing

@Suite("The files for CI")
struct CIFileTests {
  static let checker = Python.with("check_jsonschema")

  /// Beside that Python, where `scripts/dependencies.sh test` puts it.
  static let linter: String? = checker.flatMap { python in
    let program = FilePath(python).removingLastComponent().appending("zizmor")
    return exists(program) ? program.string : nil
  }

  private func text(_ path: String) throws -> String {
    try readText(packageRoot().pushing(FilePath(path)))
  }

  @Test(
    "are what their services take, by their own schemas",
    .enabled(if: checker != nil, "needs Python with the package check-jsonschema"),
    arguments: [
      ("action.yml", "github-actions"), (".github/workflows/pull-request.yml", "github-workflows"),
      (".github/workflows/test.yml", "github-workflows"),
      (".github/workflows/release.yml", "github-workflows"), ("ci/gitlab.yml", "gitlab-ci"),
    ])
  func schema(path: String, schema: String) throws {
    let said = try Sandbox().run([
      Self.checker!, "-m", "check_jsonschema", "--builtin-schema", "vendor.\(schema)",
      packageRoot().pushing(FilePath(path)).string,
    ])
    #expect(said.status == 0, "\(said.output)")
  }

  @Test(
    "let no stranger do anything, says a linter for that",
    .enabled(if: linter != nil, "needs zizmor beside that Python"))
  func audit() throws {
    let top = packageRoot()
    let said = try Sandbox().run([
      Self.linter!, "--offline", "--quiet", "--min-severity", "medium",
      top.pushing(".github/workflows").string, top.appending("action.yml").string,
    ])
    #expect(said.status == 0, "\(said.output)\(said.errors)")
  }

  @Test("name every action by its commit, every image by its version, and give each job the least")
  func pinned() throws {
    let folder = packageRoot().pushing(".github/workflows")
    for name in names(in: folder) {
      let workflow = try readText(folder.appending(name))
      for line in workflow.split(separator: "\n") {
        if let used = line.firstRange(of: "uses: "), !line.contains("#   "), !line.contains("# In")
        {
          let action = line[used.upperBound...]
          #expect(
            action == "./" || action.contains(/^[\w\/-]+@[0-9a-f]{40} # v[0-9.]+$/),
            "\(name): \(action)")
        }
        #expect(!line.contains(":latest") && !line.contains("ubuntu-latest"), "\(name)")
      }
      #expect(
        workflow.contains("\npermissions: {}\n")
          || workflow.contains("\npermissions:\n  contents: read\n"))
      #expect(
        !workflow.contains("pull_request_target") && !workflow.contains("secrets."), "\(name)")
      #expect(workflow.contains("persist-credentials: false"), "\(name)")
      // What others wrote never becomes a part of a script.
      for match in workflow.matches(of: /run: [^\n]*\$\{\{/) { Issue.record("\(name): \(match.0)") }
    }
    #expect(try text("action.yml").matches(of: /run: [^\n]*\$\{\{/).isEmpty)
  }

  @Test("name the version of these sources")
  func version() throws {
    let version = try Sandbox().run([packageRoot().pushing("scripts/version.sh").string]).line
    #expect(version.contains(/^[0-9]+\.[0-9]+\.[0-9]+$/))
    #expect(try Sandbox().run([codexHookBinary().string, "--version"]).line == version)
    #expect(try text("action.yml").contains("default: \"\(version)\""))
    #expect(try text("ci/gitlab.yml").contains("CODEX_HOOK_VERSION: \"\(version)\""))
    #expect(try text("CHANGELOG.md").contains("\n## \(version)"))
  }
}

/// `ci/github.sh` against a `gh` that keeps one pull request in a file.
@Suite("The GitHub action", .enabled(if: Equipment.hasJQ, "needs jq"))
struct GitHubActionTests {
  private let clone: Clone
  private let bin: FilePath

  init() throws {
    clone = try Clone(branch: "feat/sync")
    try clone.commit("one")
    bin = clone.sandbox.root.appending("bin")
    try makeFolder(bin)
    // Calls are counted; a description or a comment is what the last PATCH or POST brought.
    try writeText(
      #"""
      #!/bin/sh
      echo "$*" >>"$STATE/calls"
      [ ! -e "$STATE/refuse" ] || exit 1
      for word; do case $word in body=@*) cp "${word#body=@}" "$STATE/body"; exit ;; esac; done
      case $* in
      *comments) if [ -e "$STATE/body" ]; then
          jq -n --rawfile body "$STATE/body" '[{id: 1, user: {login: "mallory"}, body: $body},
            {id: 7, user: {login: "github-actions[bot]"}, body: $body}]'
        else echo '[]'; fi ;;
      *) jq -n --rawfile body "$STATE/body" '{body: $body}' ;;
      esac

      """#, to: bin.appending("gh"), mode: [.ownerReadWriteExecute])
  }

  private func run(
    show: String = "description", from: String = "o/r", pull: String = "12"
  ) throws -> Outcome {
    try clone.sandbox.run(
      ["sh", packageRoot().pushing("ci/github.sh").string], in: clone.root,
      environment: [
        "PATH": "\(bin):\(clone.sandbox.environment["PATH"] ?? "")", "CI": "true",
        "CODEX_HOOK": codexHookBinary().string, "CODEX_HOOK_BRANCH": "feat/sync",
        "CODEX_HOOK_SHOW": show, "CODEX_HOOK_PULL": pull, "CODEX_HOOK_FROM": from,
        "GITHUB_REPOSITORY": "o/r", "GITHUB_STEP_SUMMARY": "\(bin)/summary", "STATE": bin.string,
      ])
  }

  private var calls: [String] { (try? Clone.lines(bin.appending("calls"))) ?? [] }

  @Test(
    "puts the block into the description once, and leaves the description alone when nothing is new"
  )
  func description() throws {
    let body = bin.appending("body")
    try writeText("What this does.\r\n", to: body)
    #expect(try run().status == 0)
    let once = try readText(body)
    #expect(
      once.hasPrefix("What this does.\r\n\n<!-- codex-hook:begin -->\nFocus: sync on feat/sync"))
    #expect(try run().status == 0)
    #expect(try readText(body) == once)
    #expect(calls.filter { $0.contains("PATCH") }.count == 1)
    #expect(try readText(bin.appending("summary")).contains("### Recent Activity"))
  }

  @Test("writes one comment and then changes that, never another's that holds the mark")
  func comment() throws {
    #expect(try run(show: "comment").status == 0)
    #expect(try readText(bin.appending("body")).hasPrefix("<!-- codex-hook:begin -->"))
    #expect(try run(show: "comment").status == 0)
    #expect(calls.count == 4)
    #expect(calls[1].contains("POST repos/o/r/issues/12/comments"))
    #expect(calls[3].contains("PATCH repos/o/r/issues/comments/7"))
  }

  @Test(
    "writes only the step summary for a fork, outside a pull request, and where it is asked to",
    arguments: [("description", "fork/r", "12"), ("description", "", ""), ("none", "o/r", "12")])
  func summaryOnly(show: String, from: String, pull: String) throws {
    let outcome = try run(show: show, from: from, pull: pull)
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(calls.isEmpty)
    #expect(try readText(bin.appending("summary")).contains("add one"))
  }

  @Test("warns and does not fail the job where GitHub refuses")
  func refused() throws {
    try writeText("", to: bin.appending("refuse"))
    for show in ["description", "comment"] {
      let outcome = try run(show: show)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("::warning title=codex-hook::"))
    }
  }

  @Test("takes a release only when its bytes are the ones that were promised")
  func download() throws {
    let sandbox = clone.sandbox
    let release = sandbox.root.pushing("releases/v9.9.9")
    try makeFolder(release)
    let name = "codex-hook-9.9.9-linux-\(try sandbox.run(["uname", "-m"]).line)"
    let make = """
      mkdir -p \(name)/bin && printf '#!/bin/sh\\necho 9.9.9\\n' >\(name)/bin/codex-hook && chmod +x \(name)/bin/codex-hook &&
      tar -czf \(name).tar.gz \(name) && sha256sum \(name).tar.gz >SHA256SUMS
      """
    try sandbox.run(["sh", "-c", make], in: release).expectSuccess()
    let environment = [
      "CODEX_HOOK_VERSION": "9.9.9", "CODEX_HOOK_RELEASES": "file://\(sandbox.root)/releases",
      "RUNNER_TEMP": sandbox.root.appending("runner").string, "GITHUB_ENV": "\(bin)/env",
    ]
    let get = ["sh", packageRoot().pushing("ci/get.sh").string]
    let good = try sandbox.run(get, environment: environment)
    #expect(good.status == 0 && good.line.hasSuffix("/\(name)/bin/codex-hook"), "\(good.errors)")
    #expect(try readText(bin.appending("env")) == "CODEX_HOOK=\(good.line)\n")
    let pinned = try sandbox.run(
      get,
      environment: environment.merging(["CODEX_HOOK_SHA256": String(repeating: "0", count: 64)]) {
        $1
      })
    #expect(pinned.status == 1 && pinned.errors.contains("was not unpacked"))
    try appendText("x", to: release.appending("\(name).tar.gz"))
    #expect(try sandbox.run(get, environment: environment).status == 1)
  }
}
