import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What `make dist` made, as somebody gets it who has neither Swift nor libgit2.
@Suite(
  "A release",
  .enabled(if: Equipment.dist != nil, "needs CODEX_HOOK_DIST, the folder that make dist fills")
)
struct ReleaseTests {
  private let dist = Equipment.dist ?? "dist"

  private func file(_ suffix: String) throws -> FilePath {
    dist.appending(try #require(names(in: dist).first { $0.hasSuffix(suffix) }))
  }

  private func unpacked(in sandbox: Sandbox) throws -> FilePath {
    let tarball = try file(".tar.gz")
    try sandbox.run(["tar", "-xzf", tarball.string], in: sandbox.root).expectSuccess()
    return sandbox.root.appending(
      try #require(names(in: sandbox.root).first { $0.hasPrefix("codex-hook-") }))
  }

  @Test("has the sums that it says it has")
  func sums() throws {
    try Sandbox().run(["sha256sum", "--check", "--strict", "SHA256SUMS"], in: dist).expectSuccess()
    #expect(try Clone.lines(dist.appending("SHA256SUMS")).count == names(in: dist).count - 1)
  }

  @Test(
    "holds one program that needs no shared library, its page, completions for three shells and the hooks"
  )
  func contents() throws {
    let sandbox = try Sandbox()
    let root = try unpacked(in: sandbox)
    let program = root.pushing("bin/codex-hook")
    let libraries = try sandbox.run(["ldd", program.string])
    #expect((libraries.output + libraries.errors).contains("not a dynamic executable"))
    for (path, words) in [
      ("share/man/man1/codex-hook.1", ".Nm codex-hook"),
      ("share/bash-completion/completions/codex-hook", "complete "),
      ("share/zsh/site-functions/_codex-hook", "#compdef codex-hook"),
      ("share/fish/vendor_completions.d/codex-hook.fish", "complete "),
      ("share/codex-hook/hooks/hook.sh", "#!/bin/sh"),
      ("share/doc/codex-hook/LICENSE", "the codex-hook authors"),
    ] {
      #expect(try readText(root.pushing(FilePath(path))).contains(words), "\(path)")
    }
    // Each command of the help is in the page and in each completion.
    let help = try sandbox.run([program.string, "--help"]).output
    let commands = help.matches(of: #/\n  ([a-z][a-z-]+) /#).map { String($0.1) }.filter {
      $0 != "See"
    }
    #expect(commands.count >= 20)
    for path in [
      "share/man/man1/codex-hook.1", "share/bash-completion/completions/codex-hook",
      "share/zsh/site-functions/_codex-hook", "share/fish/vendor_completions.d/codex-hook.fish",
    ] {
      let text = try readText(root.pushing(FilePath(path)))
      for command in commands where !text.contains(command) {
        Issue.record("\(command) is not in \(path)")
      }
    }
    for (shell, path) in [
      ("bash", "share/bash-completion/completions/codex-hook"),
      ("zsh", "share/zsh/site-functions/_codex-hook"),
      ("fish", "share/fish/vendor_completions.d/codex-hook.fish"),
    ] {
      // A shell that is not here cannot be asked.
      guard try sandbox.run(["sh", "-c", "command -v \(shell)"]).status == 0 else { continue }
      #expect(try sandbox.run([shell, "-n", root.pushing(FilePath(path)).string]).status == 0)
    }
  }

  @Test("installs itself into a repository where there is nothing but git and a shell")
  func installs() throws {
    let sandbox = try Sandbox()
    let program = try unpacked(in: sandbox).pushing("bin/codex-hook")
    let bin = sandbox.root.appending("bin")
    try makeFolder(bin)
    let link = #"cd "$0" && for tool; do ln -s "$(command -v $tool)" $tool; done"#
    try sandbox.run(["sh", "-c", link, bin.string, "git", "sh"]).expectSuccess()
    let repository = try sandbox.repository()
    let script = """
      \(program) install && \(program) issue x --area ui && git commit -q --allow-empty -m one && \(program) context &&
      git -c core.hooksPath=/dev/null commit -q --allow-empty -m two && \(program) reconcile && \(program) validate
      """
    let outcome = try sandbox.run(
      ["sh", "-c", script], in: repository, environment: ["PATH": bin.string])
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
    #expect(
      outcome.output.contains(": one (0 files)")
        && outcome.output.hasSuffix("3 events, 0 problems\n"))
  }

  @Test(
    "comes as a .deb that apt takes, that works there, and that leaves nothing behind",
    .enabled(
      if: Equipment.debian != nil && geteuid() == 0,
      "needs root, and CODEX_HOOK_DEBIAN, a Debian root with git"))
  func debian() throws {
    let sandbox = try Sandbox()
    let root = try #require(Equipment.debian)
    try sandbox.run(["cp", try file(".deb").string, root.appending("codex-hook.deb").string])
      .expectSuccess()
    let script = """
      set -eu
      ! command -v swift; ! ls /usr/lib/*/libgit2* 2>/dev/null
      files() { find / -xdev -path /proc -prune -o -path /sys -prune -o -path /var -prune -o -path /tmp -prune -o -print | LC_ALL=C sort; }
      files >/tmp/before
      apt-get install -q -y ./codex-hook.deb >/tmp/log 2>&1 || { cat /tmp/log; exit 1; }
      command -v codex-hook
      rm -rf /tmp/r && git init -q /tmp/r && cd /tmp/r
      git config user.name x && git config user.email x@example.com
      codex-hook install >/dev/null
      git commit -q --allow-empty -m 'in a bare Debian'
      codex-hook log
      codex-hook uninstall >/dev/null
      cd / && apt-get remove -q -y codex-hook >/tmp/log 2>&1 || { cat /tmp/log; exit 1; }
      files >/tmp/after
      diff /tmp/before /tmp/after && echo nothing is left
      """
    // A container has /proc, and a static Swift program does not start without it.
    let enter = "mount -t proc proc $0/proc && exec chroot $0 env -i $1 sh -c \"$2\""
    let variables =
      "HOME=/root CODEX_HOOK_BIN_DIR= PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive"
    let outcome = try sandbox.run(
      ["unshare", "--mount", "sh", "-c", enter, root.string, variables, script])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("/usr/bin/codex-hook\n"))
    #expect(outcome.output.contains(": in a bare Debian (0 files)"))
    #expect(outcome.output.hasSuffix("nothing is left\n"))
  }
}
