import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What kills, starves and corrupts a recording; `CODEX_HOOK_LONG=1` runs the long forms.
@Suite("Faults")
struct Faults {
  /// Whether the long forms are wanted.
  static let isLong = getenv("CODEX_HOOK_LONG") != nil

  /// The long form's number or the short one's.
  static func amount<Number>(_ short: Number, long: Number) -> Number { isLong ? long : short }

  /// Prints what was measured, one line, so that it stands in the log of every run.
  static func figure(_ text: String) { print("figure: \(text)") }

  /// Whether a program does what a test needs; many containers allow no ptrace and no namespaces.
  static func works(_ command: [String]) -> Bool {
    guard let sandbox = try? Sandbox() else { return false }
    return (try? sandbox.run(command).status) == 0
  }

  /// Whether system calls can be made to fail.
  static let canInject = works(["strace", "-qq", "-o", "/dev/null", "-e", "trace=read", "true"])

  /// Starts a command where it may mount: nothing of that is seen outside.
  static let ownMounts = ["unshare", "-m", "-c", "--keep-caps"]

  /// Whether file systems can be mounted.
  static let canMount = works(ownMounts + ["sh", "-c", "mount -t tmpfs -o size=64k none /mnt"])

  /// How a process is started as in a container of its own.
  static func container(_ name: String) -> [String] {
    [
      "unshare", "-m", "-c", "--keep-caps", "--uts", "--pid", "--fork", "--kill-child",
      "--mount-proc", "sh", "-c", #"hostname "$0" && exec "$@""#, name,
    ]
  }

  /// Whether a process can have a host name and process ids of its own.
  static let canContain = works(container("one") + ["true"])
}

/// The longest and the middle one of some durations.
struct Durations {
  private var all: [Duration] = []

  mutating func add(_ duration: Duration) { all.append(duration) }

  var longest: Duration { all.max() ?? .zero }

  var median: Duration { all.isEmpty ? .zero : all.sorted()[all.count / 2] }

  /// `median 12 ms, longest 40 ms of 500`.
  var text: String {
    all.isEmpty
      ? "none"
      : "median \(median.inMilliseconds), longest \(longest.inMilliseconds) of \(all.count)"
  }
}

extension Duration {
  var inMilliseconds: String { "\(Int(self / .milliseconds(1))) ms" }
}
