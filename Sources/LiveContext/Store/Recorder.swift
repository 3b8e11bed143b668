public import SystemPackage

/// What became of some events.
public struct Recording: Sendable {
  /// Appended to the journal.
  public fileprivate(set) var appended: [Event] = []
  /// In the journal before: commits that another hook has recorded.
  public fileprivate(set) var known: [Event] = []
  /// Kept elsewhere until the journal can be written.
  public fileprivate(set) var kept: [Kept] = []
  /// How many events of other writers were taken in.
  public fileprivate(set) var takenIn = 0
  /// What a person should know, one line each.
  public fileprivate(set) var warnings: [String] = []

  /// An event that waits.
  public struct Kept: Sendable {
    /// The event.
    public let event: Event
    /// The file that holds it.
    public let path: FilePath
    /// Why it could not be appended.
    public let reason: String
  }
}

/// Records events: into the journal, or, where that cannot be, into a place from which the next writer takes them.
public struct Recorder: Sendable {
  /// The store.
  public let store: StoreLayout
  /// The work tree from which is recorded; nil in a bare repository.
  public let workTree: WorkTreeFacts?
  /// The rules.
  public let contract: Contract
  /// How long to wait for the store's lock.
  public let deadline: Duration
  /// What the holder of `.codex/lock` is called.
  public let command: String
  /// Whether the event must be on the disk before it is reported as recorded: what a person said is, what git can tell again is not.
  public let isDurable: Bool

  /// How long a hook waits for the store's lock.
  public static let hookDeadline = Duration.seconds(2)
  /// How long a command by hand waits for the store's lock.
  public static let manualDeadline = Duration.seconds(5)

  /// A recorder for one process.
  public init(
    store: StoreLayout, workTree: WorkTreeFacts?, contract: Contract, deadline: Duration,
    command: String, isDurable: Bool
  ) {
    self.store = store
    self.workTree = workTree
    self.contract = contract
    self.deadline = deadline
    self.command = command
    self.isDurable = isDurable
  }

  /// Records events, oldest first, and brings the work tree's `.codex/` up to date.
  ///
  /// - Parameter reachable: whether a commit belongs to the history that the work tree's summary tells of.
  /// - Throws: `FileError` if the events could be kept nowhere; nothing of them is written then.
  public func record(
    _ events: [Event], reachable: (Event) -> Bool = { _ in true }
  ) throws(FileError) -> Recording {
    try Signals.held { () throws(FileError) in try recordHeld(events, reachable) }
  }

  private func recordHeld(
    _ events: [Event], _ reachable: (Event) -> Bool
  ) throws(FileError) -> Recording {
    var recording = Recording()
    var left = events[...]
    do throws(FileError) {
      guard
        var held = try HeldStore.open(
          store, contract: contract, deadline: deadline, rotates: true)
      else {
        try keep(left, because: "another writer holds the journal", in: &recording)
        return recording
      }
      recording.takenIn += try Spool.inStore(store).drain(into: &held)
      recording.takenIn += try Spool.temporary(for: store).drain(into: &held)
      while let event = left.first {
        if try held.append(event) {
          recording.appended.append(event)
        } else {
          recording.known.append(event)
        }
        left.removeFirst()
      }
      if isDurable, !recording.appended.isEmpty { try held.synchronize() }
      if let workTree {
        WorkTreeUpdate(workTree: workTree, store: store, contract: contract, command: command)
          .run(&held, reachable, &recording.takenIn, &recording.warnings)
      }
    } catch {
      guard !left.isEmpty else {
        recording.warnings.append("\(error)")
        return recording
      }
      // A full disk takes no spool file either, and a person's text must not be said to be kept.
      if error.code == .noSpace { throw error }
      do throws(FileError) { try keep(left, because: "\(error)", in: &recording) } catch _ {
        throw error
      }
    }
    return recording
  }

  /// Keeps events where the next writer looks: the store's spool, the copy, or a folder of our own among the temporary ones.
  private func keep(
    _ events: ArraySlice<Event>, because reason: String, in recording: inout Recording
  ) throws(FileError) {
    for event in events {
      let path = try place(event)
      recording.kept.append(Recording.Kept(event: event, path: path, reason: reason))
    }
  }

  private func place(_ event: Event) throws(FileError) -> FilePath {
    do throws(FileError) {
      return try Spool.inStore(store).write(event, synced: isDurable)
    } catch {
      guard error.isReadOnly else {
        return try Spool.temporary(for: store).write(event, synced: isDurable)
      }
    }
    if let workTree,
      let path = try? WorkTreeUpdate.appendToCopy(event, of: workTree, store, command)
    {
      return path
    }
    return try Spool.temporary(for: store).write(event, synced: isDurable)
  }
}
