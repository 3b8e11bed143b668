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
  /// Kept nowhere, because the disk is full; a warning says so.
  public fileprivate(set) var lost: [Event] = []
  /// What a person should know, one line each.
  public fileprivate(set) var warnings: [String] = []

  /// What was taken out of the recorded texts, by kind.
  public var redacted: [Redaction.Count] {
    var counts: [Redaction.Count] = []
    for event in appended + kept.map(\.event) { Redaction.Count.add(event.redacted, to: &counts) }
    return counts
  }

  mutating func warn(_ line: String) { warnings.append(line) }

  mutating func tookIn(_ count: Int) { takenIn += count }

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

  /// How much of one file of the store this process looks through: what would keep git waiting is left to a command by hand.
  var patience: Int { isDurable ? .max : Recorder.hookPatience }
  /// The same of a hook, in bytes.
  static let hookPatience = 128 << 20

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
  /// What became of each event is in the result, even when only some could be appended.
  /// - Throws: `FileError` if none of the events could be kept anywhere; nothing of them is written then.
  /// - Parameter incoming: segments to take in along with them.
  public func record(
    _ events: [Event], incoming: IncomingSegments? = nil,
    reachable: (Event) -> Bool = { _ in true }
  ) throws(FileError) -> Recording {
    let arrivals = Arrivals(incoming, contract, workTree)
    return try Signals.held { () throws(FileError) in
      try recordHeld(events, arrivals, reachable)
    }
  }

  private func recordHeld(
    _ events: [Event], _ arrivals: consuming Arrivals, _ reachable: (Event) -> Bool
  ) throws(FileError) -> Recording {
    var recording = Recording()
    do throws(FileError) {
      guard
        var held = try HeldStore.open(
          store, contract: contract, deadline: deadline, policy: workTree?.folder.policy,
          patience: patience)
      else {
        try keep(events, because: "another writer holds the journal", in: &recording)
        return recording
      }
      held.here = workTree?.here ?? held.here
      drain(into: &held, &recording)
      let failure = append(events, arrivals, to: &held, &recording)
      if held.hasPassedLimit {
        recording.warn(
          "the journal is full and grows on, because .codex/policy.json says \"rotation\": \"propose\"; rotate it with: codex-hook rotate --yes"
        )
      }
      if failure == nil, let workTree {
        WorkTreeUpdate(workTree: workTree, store: store, contract: contract, command: command)
          .run(&held, reachable, &recording)
        // Never in a commit's hook, which pays for nothing that can wait.
        if isDurable { try? Approvals(folder: workTree.folder, store: store).keep() }
      }
      if isDurable, !recording.appended.isEmpty { try held.releaseAndSynchronize() }
      if let failure { throw failure }
    } catch {
      // Each event is one of: appended, known, or left.
      let left = Array(events.dropFirst(recording.appended.count + recording.known.count))
      guard !left.isEmpty else {
        recording.warn("\(error)")
        return recording
      }
      try keep(left, because: "\(error)", after: error, in: &recording)
    }
    return recording
  }

  /// Takes in what waits; a spool that cannot be read must not stop the recording.
  private func drain(into held: inout HeldStore, _ recording: inout Recording) {
    drain(Spool.inStore(store), into: &held, &recording)
    drain(Spool.temporary(for: store), into: &held, &recording)
  }

  private func drain(_ spool: Spool, into held: inout HeldStore, _ recording: inout Recording) {
    do throws(FileError) {
      recording.takenIn += try spool.drain(into: &held)
    } catch {
      recording.warn("\(error); what waits in \(spool.folder) is taken in later")
    }
  }

  /// Appends events until one cannot be, with those that came in segments among them.
  private func append(
    _ events: [Event], _ arrivals: Arrivals, to held: inout HeldStore,
    _ recording: inout Recording
  ) -> FileError? {
    var arrivals = arrivals
    for warning in arrivals.warnings { recording.warn(warning) }
    do throws(FileError) {
      try arrivals.keepUnknown(held)
    } catch {
      recording.warn("\(error); the segments are taken in by the next recording")
      arrivals = Arrivals(nil, contract, workTree)
    }
    for event in events {
      arrivals.append(to: &held, before: event.timestamp, &recording)
      do throws(FileError) {
        if try held.append(event) {
          recording.appended.append(event)
        } else {
          recording.known.append(event)
        }
      } catch { return error }
    }
    arrivals.append(to: &held, &recording)
    do throws(FileError) { try arrivals.finish(held, contract) } catch {
      recording.warn("\(error)")
    }
    return nil
  }

  /// Keeps events where the next writer looks: the store's spool, the copy, or a folder of our own among the temporary ones.
  private func keep(
    _ events: [Event], because reason: String, after failure: FileError? = nil,
    in recording: inout Recording
  ) throws(FileError) {
    for (index, event) in events.enumerated() {
      do throws(FileError) {
        // A full disk takes no spool file either, and a person's text must not be said to be kept.
        if let failure, failure.isFull { throw failure }
        let path = try place(event)
        recording.kept.append(Recording.Kept(event: event, path: path, reason: reason))
      } catch {
        let isNothingKept =
          recording.appended.isEmpty && recording.known.isEmpty && recording.kept.isEmpty
        // Why the journal could not be written says more than why the last resort could not.
        if isNothingKept { throw failure ?? error }
        recording.lost += events[index...]
        recording.warn("\(failure ?? error)")
        return
      }
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
      let path = try? WorkTreeUpdate.appendToCopy(
        event, of: workTree, store, command, deadline: deadline, synced: isDurable)
    {
      return path
    }
    return try Spool.temporary(for: store).write(event, synced: isDurable)
  }
}
