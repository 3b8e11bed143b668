internal import GitFacts
internal import LiveContext
internal import SystemPackage

/// Reads segments from HEAD's tree: a sparse checkout has none in the work tree, and there their bytes may be others.
enum SegmentReading {
  /// The segments that this clone has not seen; nil if HEAD has the folder of last time, or none.
  ///
  /// An ordinary commit and an ordinary switch cost one look at the folder's id.
  static func incoming(_ workplace: borrowing Workplace) -> IncomingSegments? {
    do { return try unseen(workplace) } catch {
      Terminal.complain("the segments of this branch are not taken in: \(error)")
      return nil
    }
  }

  private static func unseen(_ workplace: borrowing Workplace) throws -> IncomingSegments? {
    guard workplace.isTakingIn, let tree = try tree(workplace) else { return nil }
    let seen = SeenSegments(workplace.store, workTree: workplace.name)
    let before = seen.tree
    if before == tree.hex { return nil }
    let found = try files(in: tree, since: before, workplace)
      .filter { Segment.isName($0.path) }
    let unseen = try seen.unseen(among: found.map(\.id.hex))
    var files: [IncomingSegments.File] = []
    for file in found where unseen.contains(file.id.hex) {
      let bytes = try workplace.repository.blob(file.id)
      let path = "\(Segment.folder)/\(file.path)"
      if bytes.count > Segment.readLimit {
        Terminal.complain("\(path) is too large for a segment and was passed over")
        continue
      }
      files.append(IncomingSegments.File(path: path, id: file.id.hex, bytes: bytes))
    }
    return IncomingSegments(tree: tree.hex, files: files)
  }

  /// The folder of segments in HEAD's tree; nil if there is none.
  static func tree(_ workplace: borrowing Workplace) throws -> ObjectID? {
    guard let tip = workplace.head.tip,
      let entry = try workplace.repository.entry(Segment.folder, at: tip), entry.kind == .folder
    else { return nil }
    return entry.id
  }

  /// The ids of all events in the segments of HEAD's tree.
  static func ids(_ workplace: borrowing Workplace) throws -> Set<String> {
    guard let tree = try tree(workplace) else { return [] }
    var ids: Set<String> = []
    for file in try workplace.repository.files(in: tree, notIn: nil)
    where Segment.isName(file.path) {
      let bytes = try workplace.repository.blob(file.id)
      ids.formUnion(IncomingSegments.ids(in: bytes, workplace.contract))
    }
    return ids
  }

  /// The lines of the segments of HEAD's tree that are no events.
  static func problems(_ workplace: borrowing Workplace) throws -> [Problem] {
    guard let tree = try tree(workplace) else { return [] }
    return try workplace.repository.files(in: tree, notIn: nil)
      .filter { Segment.isName($0.path) }.sorted { $0.path < $1.path }
      .flatMap { file in
        let path = FilePath("HEAD:\(Segment.folder)/\(file.path)")
        let bytes = try workplace.repository.blob(file.id)
        if bytes.count > Segment.readLimit {
          return [Problem(path: path, line: nil, reason: "too large for a segment; passed over")]
        }
        return IncomingSegments.problems(in: bytes, workplace.contract)
          .map { Problem(path: path, line: $0.line, reason: $0.reason) }
      }
  }

  private static func files(
    in tree: ObjectID, since before: String?, _ workplace: borrowing Workplace
  ) throws -> [FoundFile] {
    if let old = before.flatMap({ ObjectID(hex: $0) }) {
      do { return try workplace.repository.files(in: tree, notIn: old) } catch {
        // A branch that was thrown away took the old folder with it.
        guard error.kind == .missingObject else { throw error }
      }
    }
    return try workplace.repository.files(in: tree, notIn: nil)
  }
}

extension Workplace {
  /// Everything that can be checked here: the store, the work tree's files, and what others have published.
  func validation() throws -> (events: Int, problems: [Problem]) {
    let (events, problems) = try Validation(contract: contract).all(store, folder)
    return (events, problems + (try SegmentReading.problems(self)))
  }

  /// Whether segments are taken in here: wherever there are some, unless a person keeps this clone out of it.
  var isTakingIn: Bool { (try? repository.flag("codexHook.shared")) != false }

  /// Whether this clone publishes, now or once it is set up.
  var publishes: Bool { store.isSharing || isShared }

  /// Whether HEAD's tree says that the repository is shared.
  var isShared: Bool {
    isTakingIn && trackedEntries.contains { $0.name == "load" || $0.name == "segments" }
  }
}
