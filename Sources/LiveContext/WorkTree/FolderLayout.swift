public import SystemPackage

/// The names in a work tree's `.codex/`.
public struct FolderLayout: Sendable, Equatable {
  /// `.codex` itself.
  public let root: FilePath

  /// The folder of a work tree, by the work tree's top.
  public init(workTree: FilePath) {
    root = workTree.appending(".codex")
  }

  /// Whether a link, or something else that is no folder, stands where the folder should be.
  public var isBlocked: Bool { FileStatus.of(root)?.isDirectory == false }

  /// This work tree's copy of the journal.
  public var journal: FilePath { root.appending("journal.ndjson") }
  /// Copies of the newest rotated segments.
  public var archive: FilePath { root.appending("archive") }
  /// This work tree's focus.
  public var state: FilePath { root.appending("state.json") }
  /// The digest for a quick look.
  public var summary: FilePath { root.appending("summary.md") }
  /// There only while a writer writes here.
  public var lock: FilePath { root.appending("lock") }
  /// What this is, on one screen.
  public var readme: FilePath { root.appending("README.md") }
  /// The contracts.
  public var schema: FilePath { root.appending("schema") }
  /// What the humans decided.
  public var policy: FilePath { root.appending("policy.json") }

  /// Proposals that wait for a person.
  public var patches: FilePath { root.appending("patches") }
  /// The fixed name under which a file's next content is written.
  func temporary(_ file: FilePath) -> FilePath {
    let path = file.string
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return FilePath(".\(path).new")
    }
    return FilePath("\(path[..<slash])/.\(path[path.utf8.index(after: slash)...]).new")
  }

  /// The files that change with every event, which git must never track.
  public static let live = [
    "/.codex/journal.ndjson", "/.codex/.journal.ndjson.new", "/.codex/archive/",
    "/.codex/state.json", "/.codex/.state.json.new", "/.codex/state.json.invalid",
    "/.codex/summary.md", "/.codex/.summary.md.new", "/.codex/lock", "/.codex/.lock.new",
  ]

  /// The names that git must ignore, each by itself: other tools keep their files in `.codex/` too.
  ///
  /// Files that a shared repository tracks are among them, because a branch that does not have them yet must neither show
  /// nor keep what is left of them; a file that git tracks is not ignored by it.
  public static let ignored =
    live + [
      "/.codex/README.md", "/.codex/.README.md.new", "/.codex/schema/", "/.codex/policy.json",
      "/.codex/.policy.json.new", "/.codex/load", "/.codex/.load.new", "/.codex/.gitignore",
      "/.codex/..gitignore.new", "/.codex/.gitattributes", "/.codex/..gitattributes.new",
      "/.codex/segments/", "/.codex/patches/",
    ]
}
