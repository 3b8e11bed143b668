import SystemPackage
import TestSupport
import Testing

@testable import TestReports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite(.serialized) struct CommandRunTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Runs a command with files as its outputs.
  private func run(
    _ arguments: [String], input: String = "", oneFile: Bool = false
  ) throws -> (outcome: CommandOutcome, output: [UInt8], errors: [UInt8], seen: [UInt8]) {
    let (inPath, outPath, errPath) = (path("in"), path("out"), path("err"))
    try writeText(input, to: inPath)
    let inFile = try FileDescriptor.open(inPath, .readOnly)
    let out = try open(outPath)
    let err = oneFile ? out : try open(errPath)
    var seen: [UInt8] = []
    let outcome = try CommandRun.run(
      arguments, input: inFile.rawValue, output: out.rawValue, errors: err.rawValue
    ) { seen += $1 }
    try inFile.close()
    try out.close()
    if !oneFile { try err.close() }
    return (outcome, try readBytes(outPath), oneFile ? [] : try readBytes(errPath), seen)
  }

  private func path(_ name: String) -> FilePath { sandbox.root.appending(name) }

  private func open(_ path: FilePath) throws -> FileDescriptor {
    try .open(path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("Input goes in, both outputs come out apart, the exit code is the command's")
  func streams() throws {
    let run = try run(["sh", "-c", "cat; echo bad >&2; exit 7"], input: "given\n")
    #expect(text(run.output) == "given\n")
    #expect(text(run.errors) == "bad\n")
    #expect(run.outcome.status == .exited(7))
    #expect(run.outcome.status.code == 7)
    #expect(run.outcome.lostOutput == nil)
    #expect(Set(text(run.seen).split(separator: "\n")) == ["given", "bad"])
  }

  @Test("Three megabytes of arbitrary bytes arrive unchanged, on the output and in the copy")
  func binary() throws {
    var bytes = [UInt8](repeating: 0, count: 3_000_001)
    var state: UInt64 = 42
    for index in bytes.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      bytes[index] = UInt8(truncatingIfNeeded: state >> 40)
    }
    try writeBytes(bytes, to: path("data"))
    let run = try run(["cat", path("data").string])
    #expect(run.output == bytes)
    #expect(run.seen == bytes)
  }

  @Test("Two outputs that are one file keep their order")
  func order() throws {
    let script = "i=0; while [ $i -lt 300 ]; do echo out $i; echo err $i >&2; i=$((i+1)); done"
    let run = try run(["sh", "-c", script], oneFile: true)
    let expected = (0..<300).map { "out \($0)\nerr \($0)\n" }.joined()
    #expect(text(run.output) == expected)
  }

  @Test("The duration is the command's own, and death by a signal is told")
  func signalsAndTime() throws {
    let run = try run(["sh", "-c", "sleep 0.2; kill -KILL $$"])
    #expect(run.outcome.status == .signaled(9))
    #expect(run.outcome.status.code == 137)
    #expect(run.outcome.seconds >= 0.2)
    #expect(run.outcome.seconds < 5)
  }

  @Test("What cannot be started is told in a shell's words and codes")
  func notStarted() throws {
    try writeText("no program", to: path("plain"))
    try writeText("#!/no/such/interpreter\n", to: path("lost"), mode: .init(rawValue: 0o755))
    #expect(failure(["no-such-command-at-all"]) == .notFound("no-such-command-at-all"))
    #expect(failure(["no-such-command-at-all"])?.code == 127)
    #expect(
      failure(["no-such-command-at-all"])?.description
        == "no-such-command-at-all: command not found")
    #expect(
      failure([path("plain").string]) == .notExecutable(path("plain").string, .permissionDenied))
    #expect(failure([path("plain").string])?.code == 126)
    #expect(failure([path("lost").string])?.code == 126)
    #expect(failure([sandbox.root.string])?.code == 126)
    #expect(failure([path("absent").string])?.code == 127)
    #expect(failure([path("plain").string + "/x"])?.code == 127)
    #expect(failure([]) == .empty)
  }

  private func failure(_ arguments: [String]) -> CommandError? {
    do {
      _ = try CommandRun.run(arguments, input: 0, output: 1, errors: 2) { _, _ in }
      return nil
    } catch {
      return error
    }
  }

  @Test("A script without a first line that names an interpreter runs, as in every shell")
  func noInterpreter() throws {
    try writeText("echo \"ran $1\"\n", to: path("script"), mode: .init(rawValue: 0o755))
    #expect(text(try run([path("script").string, "it"]).output) == "ran it\n")
  }

  @Test("A background process that keeps the outputs open does not keep us")
  func background() throws {
    let clock = ContinuousClock()
    let begin = clock.now
    let run = try run(["sh", "-c", "sleep 30 & echo $!; exit 3"])
    let waited = begin.duration(to: clock.now)
    #expect(run.outcome.status == .exited(3))
    #expect(waited < .seconds(10))
    #expect(run.outcome.seconds < 5)
    let id = try #require(Int32(text(run.output).dropLast()))
    kill(id, SIGKILL)
  }

  @Test("A background process that never stops writing does not keep us either")
  func chatter() throws {
    let run = try run(["sh", "-c", "(while echo x; do :; done) 2>/dev/null & exit 0"])
    #expect(run.outcome.status == .exited(0))
  }

  @Test("A reader that goes away is the command's to notice")
  func closedReader() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    let sink = try open(path("errors"))
    let outcome = try CommandRun.run(
      [
        "sh", "-c",
        "trap '' PIPE; i=0; while echo x 2>/dev/null && [ $i -lt 200000 ]; do i=$((i+1)); done; exit 9",
      ],
      input: 0, output: ends[1], errors: sink.rawValue
    ) { _, _ in }
    close(ends[1])
    try sink.close()
    #expect(outcome.status == .exited(9))
    let yes = try runInto(closedPipe: ["yes"])
    #expect(yes.status == .signaled(SIGPIPE))
  }

  private func runInto(closedPipe arguments: [String]) throws -> CommandOutcome {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    return try CommandRun.run(arguments, input: 0, output: ends[1], errors: 2) { _, _ in }
  }

  @Test(
    "A full disk loses output and says so, and the command goes on",
    .enabled(if: exists("/dev/full")))
  func fullDisk() throws {
    let full = try FileDescriptor.open("/dev/full", .writeOnly)
    let outcome = try CommandRun.run(
      ["sh", "-c", "echo lost; exit 4"], input: 0, output: full.rawValue, errors: 2
    ) { _, _ in }
    try full.close()
    #expect(outcome.status == .exited(4))
    #expect(outcome.lostOutput == .noSpace)
  }

  @Test(
    "A signal sent to us reaches the command, and we live to tell",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGUSR1])
  func forwards(_ signal: Int32) throws {
    let thread = pthread_self()
    let sink = try open(path("out"))
    var hasSent = false
    let outcome = try CommandRun.run(
      ["sh", "-c", "trap 'exit 42' TERM HUP INT USR1; echo ready; while :; do sleep 0.05; done"],
      input: 0, output: sink.rawValue, errors: 2
    ) { _, _ in
      // The trap is set; a signal to this thread is as one to a process of one thread.
      if !hasSent { pthread_kill(thread, signal) }
      hasSent = true
    }
    try sink.close()
    #expect(outcome.status == .exited(42))
  }

  @Test("On a terminal the command has a terminal of the same size, and its bytes are unchanged")
  func terminal() throws {
    var (ours, theirs): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 33, ws_col: 77, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&ours, &theirs, nil, nil, &size) == 0)
    var seen: [UInt8] = []
    let outcome = try CommandRun.run(
      ["sh", "-c", "test -t 1 && test -t 2 && stty size <&1; printf 'a\\tb\\n'; exit 5"],
      input: 0, output: theirs, errors: theirs
    ) { seen += $1 }
    #expect(outcome.status == .exited(5))
    #expect(text(seen) == "33 77\na\tb\n")
    // Our own terminal does the line ends, once.
    // A terminal hands its lines over when it likes: one read may give a part of them.
    let wanted = "33 77\r\na\tb\r\n"
    var shown: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1000)
    while shown.count < wanted.utf8.count {
      let count = read(ours, &buffer, buffer.count)
      guard count > 0 else { break }
      shown += buffer[..<count]
    }
    #expect(text(shown) == wanted)
    close(ours)
    close(theirs)
  }

  @Test("Only the output that is a terminal becomes one")
  func mixed() throws {
    var (ours, theirs): (Int32, Int32) = (-1, -1)
    try #require(openpty(&ours, &theirs, nil, nil, nil) == 0)
    let sink = try open(path("out"))
    let outcome = try CommandRun.run(
      ["sh", "-c", "test -t 1 && exit 1; test -t 2 || exit 2; exit 0"],
      input: 0, output: sink.rawValue, errors: theirs
    ) { _, _ in }
    try sink.close()
    close(ours)
    close(theirs)
    #expect(outcome.status == .exited(0))
  }

  @Test("A new window size reaches the command's terminal")
  func newSize() throws {
    var (ours, theirs): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 20, ws_col: 40, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&ours, &theirs, nil, nil, &size) == 0)
    let thread = pthread_self()
    var hasChanged = false
    var seen: [UInt8] = []
    let outcome = try CommandRun.run(
      ["sh", "-c", "trap 'stty size <&1; exit 6' WINCH; echo ready; while :; do sleep 0.05; done"],
      input: 0, output: theirs, errors: theirs
    ) { _, bytes in
      seen += bytes
      if hasChanged { return }
      hasChanged = true
      var wider = winsize(ws_row: 21, ws_col: 99, ws_xpixel: 0, ws_ypixel: 0)
      _ = ioctl(ours, UInt(TIOCSWINSZ), &wider)
      pthread_kill(thread, SIGWINCH)
    }
    close(ours)
    close(theirs)
    #expect(outcome.status == .exited(6))
    #expect(text(seen) == "ready\n21 99\n")
  }

  @Test("No end of ours is inherited by the command or stands in a standard descriptor's place")
  func descriptors() throws {
    let relay = try #require(Relay(.output, to: 1))
    for end in [relay.source, relay.given] {
      #expect(end > 2)
      #expect(fcntl(end, F_GETFD) & FD_CLOEXEC != 0)
    }
  }

  @Test("A closed output is inherited as it is")
  func closedOutput() throws {
    let free = fcntl(0, F_DUPFD, 200)
    close(free)
    let outcome = try CommandRun.run(["sh", "-c", "exit 8"], input: 0, output: 1, errors: 2) {
      _, _ in
    }
    #expect(outcome.status == .exited(8))
    #expect(Relay(.output, to: free) == nil)
  }
}
