public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A proposal that stands in `.codex/patches/`.
public struct StandingProposal: Sendable {
  /// The patch.
  public let file: FilePath
  /// What is proposed.
  public let title: String
  /// Whether the file that it changes is by now as it asks.
  public let isApplied: Bool

  /// The proposals of a work tree, oldest first; other patches are passed over.
  public static func all(in folder: FolderLayout) -> [StandingProposal] {
    Files.names(in: folder.patches).filter { $0.hasSuffix(".patch") && !$0.hasPrefix(".") }
      .compactMap { name in
        let file = folder.patches.appending(name)
        guard let text = text(of: file), let said = Proposal.reading(text) else { return nil }
        let goal = folder.root.removingLastComponent().pushing(FilePath(said.path))
        let now = (try? Files.read(goal, limit: 1 << 20)) ?? nil
        return StandingProposal(file: file, title: said.title, isApplied: now == said.new)
      }
  }

  /// The patch's text; nil if it cannot be read.
  public static func text(of file: FilePath) -> String? {
    guard let bytes = try? Files.read(file, limit: 1 << 20) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Takes the proposal back.
  public func withdraw() { Files.remove(file) }
}

extension Recorder {
  /// Writes a proposal's patch under both locks, and nothing else.
  ///
  /// - Returns: the patch; one that proposes the same and stands already is given as it is.
  public func propose(_ proposal: Proposal, at timestamp: Timestamp, by agent: String?) throws
    -> (file: FilePath, isNew: Bool)
  {
    guard let workTree else { throw MaintenanceError.noWorkTree }
    let folder = workTree.folder
    for attempt in 1... {
      let written = try Signals.held { () -> (FilePath, Bool)? in
        guard let lock = try StoreLock.acquire(store.lock, deadline: deadline) else {
          throw MaintenanceError.busy(store.lock)
        }
        return try lock.during { () throws(FileError) in
          try WorkTreeLock.held(folder, store: store, command: command) { () throws(FileError) in
            try write(proposal, folder, timestamp, agent)
          }
        }
      }
      if let written { return written }
      if attempt == 5 { break }
      usleep(UInt32.random(in: 50_000...250_000))
    }
    guard let lock = ForeignLock.standing(in: folder) else {
      throw MaintenanceError.busy(folder.lock)
    }
    throw MaintenanceError.locked(lock)
  }

  private func write(
    _ proposal: Proposal, _ folder: FolderLayout, _ timestamp: Timestamp, _ agent: String?
  ) throws(FileError) -> (FilePath, Bool) {
    for standing in StandingProposal.all(in: folder) where standing.title == proposal.title {
      let said = StandingProposal.text(of: standing.file).flatMap(Proposal.reading)
      if said?.new == proposal.new, !standing.isApplied { return (standing.file, false) }
    }
    try Files.makeFolder(folder.patches)
    let stem = "\(timestamp.description.prefix(10))-\(proposal.slug)"
    var name = "\(stem).patch"
    var number = 2
    while FileStatus.of(folder.patches.appending(name)) != nil {
      name = "\(stem)-\(number).patch"
      number += 1
    }
    let file = folder.patches.appending(name)
    let text = proposal.patch(named: name, at: timestamp, by: agent)
    try Files.replace(file, with: Array(text.utf8), temporary: folder.temporary(file))
    return (file, true)
  }
}
