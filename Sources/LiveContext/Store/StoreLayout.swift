public import SystemPackage

/// The names in the store, the folder that one clone's work trees share (in git's common dir).
public struct StoreLayout: Sendable, Equatable {
  /// The store itself.
  public let root: FilePath

  /// The store of a clone, by git's common dir.
  public init(commonDirectory: FilePath) {
    root = commonDirectory.appending("codex-hook")
  }

  /// The journal; only this program writes it.
  public var journal: FilePath { root.appending("journal.ndjson") }
  /// Rotated segments and torn tails.
  public var archive: FilePath { root.appending("archive") }
  /// What flock guards the store with; never removed.
  public var lock: FilePath { root.appending("lock") }
  /// Who last held a work tree's lock: the file that stands there as `.codex/lock` while somebody does.
  public var holder: FilePath { root.appending("holder") }
  /// The shas of all recorded commits, in a hash table: what tells a known commit from a new one without reading the journal.
  public var commits: FilePath { root.appending("commits") }
  /// What of the older lines still counts: so that a commit's summary is made without reading them.
  public var standing: FilePath { root.appending("standing") }
  /// The newest commits of a history, which need not be read from git again.
  public var lineage: FilePath { root.appending("lineage") }
  /// When the recording began, and what was there already.
  public var start: FilePath { root.appending("start.json") }
  /// The last focus of each work tree and branch.
  public var focus: FilePath { root.appending("focus") }
  /// Events that could not be appended yet, one file each.
  public var spool: FilePath { root.appending("spool") }
  /// Which calls of agents were answered lately, one empty file each.
  public var calls: FilePath { root.appending("calls") }
  /// What the people approved in `.codex/`, which is out of git's sight and so within `git clean`'s reach.
  public var approved: FilePath { root.appending("approved") }
  /// The binary that this clone's hooks run.
  public var binary: FilePath { root.appending("bin").appending("codex-hook") }

  /// Whether the clone has been set up: a folder alone, with nothing but a binary in it, is no store.
  public var isThere: Bool { FileStatus.of(start) != nil || FileStatus.of(journal) != nil }

  /// The archived segments, oldest first.
  func segments() -> [FilePath] {
    Files.names(in: archive)
      .filter { $0.hasPrefix("journal-") && $0.hasSuffix(".ndjson") }
      .map { archive.appending($0) }
  }
}
