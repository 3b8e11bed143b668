internal import GitFacts
internal import LiveContext
internal import SystemPackage

/// Puts what is pending into one new segment and stages it, so that it goes with a commit.
struct Publishing {
  /// What became of it.
  enum Outcome {
    /// Nothing is pending; whether something waits that was recorded in another part of the history.
    case nothing(waitsElsewhere: Bool)
    /// What is pending was staged before, for a commit that was not made.
    case stagedBefore
    /// Nothing else is staged, so a commit would be made for the segment alone.
    case alone
    /// The segment, and how many events it holds.
    case staged(Segment, Int)
  }

  /// The index that is written.
  let index: IndexWriting
  /// Whether a segment is staged only where something else is.
  let needsCompany: Bool

  func run(_ workplace: borrowing Workplace) throws -> Outcome {
    guard case .branch(let branch, let tip) = workplace.head, let folder = workplace.folder else {
      throw CommandFailure("HEAD is no branch with commits, so nothing can be published here")
    }
    let entries = try Outbox(workplace.store).entries()
    let published = PublishedSegments(workplace.store)
    var tree = SegmentNames(tip: tip)
    var ancestry = Ancestry(tip: tip)
    var held = try published.ids { tree.contains($0, workplace.repository) }
    var publication = Publication(of: entries, on: branch, held: held) {
      ancestry.holds($0, workplace.repository)
    }
    // The index costs a process, so it is asked last.
    guard !publication.pending.isEmpty else {
      return .nothing(waitsElsewhere: publication.waitsElsewhere)
    }
    let staged = try index.staged()
    let own = try published.paths()
    let pending = Set(publication.pending.map(\.id))
    var leftovers: [String] = []
    var stagedBefore: Set<String> = []
    for change in staged where Segment.isPath(change.path) && !change.id.isZero {
      let ids =
        try own.contains(change.path)
        ? published.ids { $0 == change.path }
        : Set(
          IncomingSegments.ids(in: try workplace.repository.blob(change.id), workplace.contract))
      // One that holds only what is pending was staged for a commit that was not made. Any other came from another branch,
      // by a squash merge or a checkout of files.
      if own.contains(change.path), pending.isSuperset(of: ids) {
        leftovers.append(change.path)
        stagedBefore.formUnion(ids)
      } else {
        held.formUnion(ids)
      }
    }
    publication = Publication(of: entries, on: branch, held: held) {
      ancestry.holds($0, workplace.repository)
    }
    guard !stagedBefore.isSuperset(of: publication.pending.map(\.id)) else { return .stagedBefore }
    if needsCompany, staged.allSatisfy({ Segment.isPath($0.path) }) { return .alone }
    guard let (segment, chosen) = publication.segment(at: .now) else { return .stagedBefore }
    try stage(segment, chosen, removing: leftovers, folder, workplace)
    // What a commit -a that was given up has left in the work tree.
    let kept = Set(staged.map(\.path)).union([segment.path])
    for path in own where !kept.contains(path) && !tree.contains(path, workplace.repository) {
      folder.remove(path)
    }
    return .staged(segment, chosen.count)
  }

  /// What would go with a commit of this branch; the index is not asked.
  func pending(_ workplace: borrowing Workplace) throws -> [Outbox.Entry] {
    guard case .branch(let branch, let tip) = workplace.head else { return [] }
    var tree = SegmentNames(tip: tip)
    var ancestry = Ancestry(tip: tip)
    let held = try PublishedSegments(workplace.store).ids {
      tree.contains($0, workplace.repository)
    }
    return Publication(of: try Outbox(workplace.store).entries(), on: branch, held: held) {
      ancestry.holds($0, workplace.repository)
    }.pending
  }

  private func stage(
    _ segment: Segment, _ entries: [Outbox.Entry], removing leftovers: [String],
    _ folder: FolderLayout, _ workplace: borrowing Workplace
  ) throws {
    try PublishedSegments(workplace.store).add(segment, ids: entries.map(\.id))
    try SeenSegments(workplace.store, workTree: workplace.name).add(segment)
    try folder.write(segment)
    do {
      try index.add(segment.path, removing: leftovers)
    } catch {
      folder.remove(segment.path)
      throw error
    }
    for path in leftovers { folder.remove(path) }
    let focuses = SharedFocus(workplace.store)
    for entry in entries {
      if let event = try? workplace.contract.read(Array(entry.line.utf8)[...]) {
        try focuses.published(event)
      }
    }
  }
}

/// The names of the segments in HEAD's tree, a folder of a month at a time.
private struct SegmentNames {
  let tip: ObjectID
  private var months: [String: Set<String>] = [:]

  init(tip: ObjectID) { self.tip = tip }

  mutating func contains(_ path: String, _ repository: borrowing Repository) -> Bool {
    guard let slash = path.lastIndex(of: "/") else { return false }
    let folder = String(path[..<slash])
    let name = String(path[path.index(after: slash)...])
    if let names = months[folder] { return names.contains(name) }
    let entries = (try? repository.entries(ofTree: folder, at: tip)) ?? []
    months[folder] = Set(entries.map(\.name))
    return months[folder]?.contains(name) ?? false
  }
}

/// Whether commits are ancestors of a tip, each asked once.
private struct Ancestry {
  let tip: ObjectID
  private var known: [String: Bool] = [:]

  init(tip: ObjectID) { self.tip = tip }

  mutating func holds(_ commit: String, _ repository: borrowing Repository) -> Bool {
    if commit == tip.hex { return true }
    if let answer = known[commit] { return answer }
    let answer = ObjectID(hex: commit).map { (try? repository.isAncestor($0, of: tip)) ?? false }
    known[commit] = answer ?? false
    return answer ?? false
  }
}
