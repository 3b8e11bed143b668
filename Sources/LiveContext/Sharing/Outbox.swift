internal import SystemPackage

/// What was recorded in this clone, in order, each event with the place in the history where it happened.
///
/// An entry stays when it was published: a commit may be given up, reset or reverted, and then it is pending again.
public struct Outbox: Sendable {
  /// Where in the history something is recorded.
  struct Here: Sendable {
    /// The branch that is checked out; nil when HEAD is detached.
    let branch: String?
    /// The commit that is checked out; nil before the first.
    let tip: String?
  }

  /// One event that was recorded here.
  public struct Entry: Sendable, Equatable {
    /// The event's id.
    public let id: String
    /// The commit that was checked out; nil where it is not known.
    public let tip: String?
    /// The branch that was checked out.
    public let branch: String?
    /// The event's line, without its line break.
    public let line: String

    init(id: String, tip: String?, branch: String?, line: String) {
      self.id = id
      self.tip = tip
      self.branch = branch
      self.line = line
    }

    /// Reads `ID TIP BRANCH LINE`; a dash stands for what is not known. No branch begins with a dash.
    init?(_ text: ArraySlice<UInt8>) {
      let words = text.split(separator: 0x20, maxSplits: 3, omittingEmptySubsequences: false)
      guard words.count == 4 else { return nil }
      func word(_ index: Int) -> String? {
        words[index] == [UInt8(ascii: "-")] ? nil : String(decoding: words[index], as: UTF8.self)
      }
      id = String(decoding: words[0], as: UTF8.self)
      tip = word(1)
      branch = word(2)
      line = String(decoding: words[3], as: UTF8.self)
    }

    var text: String { "\(id) \(tip ?? "-") \(branch ?? "-") \(line)\n" }
  }

  private let layout: StoreLayout

  /// The outbox of a store.
  public init(_ layout: StoreLayout) { self.layout = layout }

  /// Its size in bytes, which changes with every entry.
  public var size: Int { FileStatus.of(layout.outbox)?.size ?? 0 }

  /// All entries, oldest first; a piece of a line is passed over.
  public func entries() throws(FileError) -> [Entry] {
    var entries: [Entry] = []
    try LineReader(layout.outbox)?.forEach { line in
      if let entry = Entry(line) { entries.append(entry) }
    }
    return entries
  }

  /// Adds an event that was just appended to the journal, unless the clone takes no part or the event stays at home.
  ///
  /// Only called under the store's lock.
  func add(_ event: Event, from here: Here, contract: Contract) throws(FileError) {
    guard event.type != .commit, layout.isSharing else { return }
    let id = event.id
    if try PrivateEvents(layout).contains(id) { return }
    try append([entry(event, id, here, contract)])
  }

  /// Adds entries for events that are in the journal already.
  func append(_ entries: [Entry]) throws(FileError) {
    let file = try File.open(layout.outbox, .writeOnly, .append)
    let size = try file.status().size
    let (written, error) = file.write(entries.flatMap { Array($0.text.utf8) })
    guard let error else { return }
    if written > 0 { try? file.truncate(to: size) }
    throw error
  }

  /// An event that waited in a spool may come from another branch than the one that is checked out now.
  private func entry(_ event: Event, _ id: String, _ here: Here, _ contract: Contract) -> Entry {
    guard let own = event.text("branch"), own != here.branch.map({ contract.text($0) }) else {
      return Entry(id: id, tip: here.tip, branch: here.branch, line: event.line)
    }
    let isName = !own.isEmpty && !own.contains(" ") && !own.hasPrefix("-")
    return Entry(id: id, tip: nil, branch: isName ? own : nil, line: event.line)
  }
}

/// The events that are never published, by their ids.
public struct PrivateEvents: Sendable {
  private let layout: StoreLayout

  /// Those of a store.
  public init(_ layout: StoreLayout) { self.layout = layout }

  /// Keeps an event at home; to be called before it is recorded.
  public func add(_ event: Event) throws(FileError) {
    try Files.makeFolder(layout.sharing)
    let file = try File.open(layout.privateIDs, .writeOnly, [.create, .append])
    if let error = file.write(Array("\(event.id)\n".utf8)).error { throw error }
    try file.synchronize()
  }

  func contains(_ id: String) throws(FileError) -> Bool { try all().contains(id) }

  /// All ids.
  func all() throws(FileError) -> Set<String> {
    var ids: Set<String> = []
    try LineReader(layout.privateIDs)?.forEach { line in
      ids.insert(String(decoding: line, as: UTF8.self))
    }
    return ids
  }
}
