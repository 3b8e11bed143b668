internal import SystemPackage

/// Which events go with the next commit of a branch.
public struct Publication: Sendable {
  /// What is pending, in the order in which it was recorded.
  public let pending: [Outbox.Entry]
  /// Whether something waits that was recorded elsewhere and is not part of this history yet.
  public let waitsElsewhere: Bool

  /// Picks from the outbox what was recorded on a branch or at an ancestor of its tip, and stands in no segment yet.
  ///
  /// Of test results and of focuses only the latest of their branch count.
  ///
  /// - Parameters:
  ///   - held: the ids that the segments of HEAD's tree, or of the index, hold.
  ///   - isAncestor: whether the branch's tip reaches a commit.
  public init(
    of entries: [Outbox.Entry], on branch: String, held: Set<String>,
    isAncestor: (String) -> Bool
  ) {
    var latest: [String: Int] = [:]
    var keys: [String?] = []
    for (index, entry) in entries.enumerated() {
      let key = Publication.kind(entry).map { "\($0) \(entry.branch ?? "")" }
      keys.append(key)
      if let key { latest[key] = index }
    }
    var known = held
    var pending: [Outbox.Entry] = []
    var waitsElsewhere = false
    for (index, entry) in entries.enumerated() {
      if let key = keys[index], latest[key] != index { continue }
      guard known.insert(entry.id).inserted else { continue }
      if entry.branch == branch || entry.tip.map(isAncestor) == true {
        pending.append(entry)
      } else {
        waitsElsewhere = true
      }
    }
    self.pending = pending
    self.waitsElsewhere = waitsElsewhere
  }

  /// The segment to write; nil if nothing is pending.
  ///
  /// What would make it too large is left to the next commit.
  public func segment(at moment: Timestamp) -> (segment: Segment, entries: [Outbox.Entry])? {
    var size = 0
    let entries = pending.prefix { entry in
      size += entry.line.utf8.count + 1
      return size <= Segment.maximumSize
    }
    guard !entries.isEmpty else { return nil }
    return (Segment(lines: entries.map(\.line), at: moment), Array(entries))
  }

  /// What of its branch replaces the one before: a test result, or a focus.
  private static func kind(_ entry: Outbox.Entry) -> String? {
    let line = Array(entry.line.utf8)[...]
    switch JournalLine.type(line) {
    case .test: return "test"
    case .note:
      guard JournalLine.contains(line, "\"state\":"),
        (try? JSON.parse(line))?.object?["state"]?.object != nil
      else { return nil }
      return "state"
    default: return nil
    }
  }
}

/// Which events stand in the segments that this clone has written.
///
/// Only what is in a segment is remembered, which never changes; whether the segment is there is always asked of a tree.
public struct PublishedSegments: Sendable {
  private let layout: StoreLayout

  /// Those of a store.
  public init(_ layout: StoreLayout) { self.layout = layout }

  /// Remembers a segment.
  public func add(_ segment: Segment, ids: [String]) throws(FileError) {
    let file = try File.open(layout.published, .writeOnly, [.create, .append])
    if let error = file.write(Array("\(segment.path) \(ids.joined(separator: " "))\n".utf8)).error {
      throw error
    }
  }

  /// The ids in those segments that are there.
  public func ids(where isThere: (String) -> Bool) throws(FileError) -> Set<String> {
    var ids: Set<String> = []
    try forEach { path, inIt in
      if isThere(path) { ids.formUnion(inIt) }
    }
    return ids
  }

  /// The paths of all segments that this clone has written.
  public func paths() throws(FileError) -> Set<String> {
    var paths: Set<String> = []
    try forEach { path, _ in paths.insert(path) }
    return paths
  }

  private func forEach(_ body: (String, [String]) -> Void) throws(FileError) {
    // Lines are as long as segments have events, so the line reader's limit does not fit.
    let size = FileStatus.of(layout.published)?.size ?? 0
    guard let bytes = try Files.read(layout.published, limit: size) else { return }
    for line in bytes.split(separator: 0x0a) {
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      if let path = words.first { body(path, Array(words.dropFirst())) }
    }
  }
}
