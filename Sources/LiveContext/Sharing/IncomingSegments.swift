internal import SystemPackage

/// Segments of HEAD's tree that were not seen here before, on their way into the journal.
public struct IncomingSegments: Sendable {
  /// One segment as its blob has it.
  public struct File: Sendable {
    /// The file, from the top of the work tree.
    public let path: String
    /// The blob's id in hex.
    public let id: String
    /// The content.
    public let bytes: [UInt8]

    /// A segment's content, with where it was found.
    public init(path: String, id: String, bytes: [UInt8]) {
      self.path = path
      self.id = id
      self.bytes = bytes
    }
  }

  /// The id of the folder of segments that they were found in, in hex.
  public let tree: String
  /// What was found, in any order.
  public let files: [File]

  /// What a tree holds that is new here.
  public init(tree: String, files: [File]) {
    self.tree = tree
    self.files = files
  }

  /// The lines of some bytes that are no events, in words, with their numbers from one.
  public static func problems(
    in bytes: [UInt8], _ contract: Contract
  ) -> [(line: Int, reason: String)] {
    var problems: [(line: Int, reason: String)] = []
    for (index, line) in lines(of: bytes).enumerated() where !line.isEmpty {
      do { _ = try contract.read(line) } catch { problems.append((index + 1, "\(error)")) }
    }
    return problems
  }

  /// The ids of the events in a segment's bytes.
  public static func ids(in bytes: [UInt8], _ contract: Contract) -> [String] {
    lines(of: bytes).compactMap { try? contract.read($0).id }
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { JournalLine.trimmed($0) }
  }

  /// The events, oldest first, checked and redacted again, each with the line it was read from; and what was passed over.
  ///
  /// Commit events are not taken from anybody: git has them.
  func events(
    _ contract: Contract
  ) -> (events: [(line: ArraySlice<UInt8>, event: Event)], warnings: [String]) {
    var found: [(line: ArraySlice<UInt8>, event: Event)] = []
    var warnings: [String] = []
    var seen: Set<ArraySlice<UInt8>> = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      var invalid = 0
      var first = ""
      for (index, line) in IncomingSegments.lines(of: file.bytes).enumerated() where !line.isEmpty {
        do {
          let event = try contract.adopt(line)
          if event.type != .commit, seen.insert(line).inserted { found.append((line, event)) }
        } catch {
          invalid += 1
          if first.isEmpty { first = "line \(index + 1): \(error)" }
        }
      }
      guard invalid > 0 else { continue }
      let more = invalid > 1 ? ", and \(invalid - 1) more" : ""
      warnings.append(
        "\(file.path) has lines that are no events and were passed over: \(first)\(more)")
    }
    // Of one second, the order of the files and of their lines stays.
    let order = found.indices.sorted {
      let (one, other) = (found[$0].event.timestamp, found[$1].event.timestamp)
      return one == other ? $0 < $1 : one < other
    }
    return (order.map { found[$0] }, warnings)
  }
}

/// Which segments were taken in, by their blobs' ids: one that was edited by hand is another.
public struct SeenSegments: Sendable {
  private let layout: StoreLayout
  private let workTree: String

  /// Those of a store, as one work tree looks at them.
  public init(_ layout: StoreLayout, workTree: String) {
    self.layout = layout
    self.workTree = workTree
  }

  /// The folder of segments that this work tree last took in, in hex; nil if none.
  public var tree: String? {
    guard let bytes = try? Files.read(layout.seenTree(workTree), limit: 128) else { return nil }
    return String(decoding: bytes.prefix { $0 != 0x0a }, as: UTF8.self)
  }

  /// Those of some blobs that were not taken in yet.
  public func unseen(among ids: [String]) throws(FileError) -> Set<String> {
    var unseen = Set(ids)
    guard !unseen.isEmpty else { return [] }
    try LineReader(layout.seenSegments)?.forEach { line in
      unseen.remove(String(decoding: line, as: UTF8.self))
    }
    return unseen
  }

  /// Remembers a segment that was made here: its events are in the journal, so it need not be read again.
  public func add(_ segment: Segment) throws(FileError) { try add([segment.blobID]) }

  private func add(_ ids: [String]) throws(FileError) {
    try Files.makeFolder(layout.sharing)
    let file = try File.open(layout.seenSegments, .writeOnly, [.create, .append])
    if let error = file.write(ids.flatMap { Array("\($0)\n".utf8) }).error { throw error }
  }

  /// Remembers what was taken in.
  func add(_ incoming: IncomingSegments) throws(FileError) {
    try Files.makeFolder(layout.sharing)
    if !incoming.files.isEmpty { try add(incoming.files.map(\.id)) }
    let path = layout.seenTree(workTree)
    try Files.replace(
      path, with: Array("\(incoming.tree)\n".utf8), temporary: FilePath(path.string + ".new"))
  }
}
