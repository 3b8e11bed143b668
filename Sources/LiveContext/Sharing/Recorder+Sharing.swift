public import SystemPackage

/// Events of segments, mixed by time among those that are recorded along with them.
struct Arrivals {
  private let incoming: IncomingSegments?
  private let workTree: WorkTreeFacts?
  private var waiting: ArraySlice<(line: ArraySlice<UInt8>, event: Event)>
  private var focuses: [Event] = []
  private var isWhole = true
  let warnings: [String]

  /// Reads and redacts them; nothing of it needs the store's lock.
  init(_ incoming: IncomingSegments?, _ contract: Contract, _ workTree: WorkTreeFacts?) {
    self.incoming = incoming
    self.workTree = workTree
    let found = incoming?.events(contract) ?? (events: [], warnings: [])
    waiting = found.events[...]
    warnings = found.warnings
  }

  /// Drops what the journal holds already.
  mutating func keepUnknown(_ held: borrowing HeldStore) throws(FileError) {
    guard !waiting.isEmpty else { return }
    let known = try KnownLines(held, among: waiting.map(\.line))
    waiting = waiting.filter { !known.contains($0.line) }[...]
  }

  /// Appends those that happened before a moment, or all that are left.
  mutating func append(
    to held: inout HeldStore, before moment: Timestamp? = nil, _ recording: inout Recording
  ) {
    while isWhole, let next = waiting.first {
      if let moment, next.event.timestamp > moment { return }
      do throws(FileError) {
        if try held.append(next.event, isForeign: true) { recording.tookIn(1) }
      } catch {
        isWhole = false
        recording.warn("\(error); the segments are taken in by the next recording")
      }
      if next.event.body["state"] != nil { focuses.append(next.event) }
      waiting.removeFirst()
    }
  }

  /// Takes over the focuses that came, and remembers what was seen, if all of it has arrived.
  func finish(_ held: borrowing HeldStore, _ contract: Contract) throws(FileError) {
    guard isWhole, let incoming, let workTree else { return }
    for event in focuses {
      try SharedFocus(held.layout).takeOver(event, in: workTree, contract)
    }
    try SeenSegments(held.layout, workTree: workTree.name).add(incoming)
  }
}

extension Recorder {
  /// Puts out what was recorded before the clone took part, so that it can be published; what stays at home does.
  ///
  /// - Parameter known: the ids that segments hold already.
  /// - Returns: how many events were put out.
  /// - Throws: `MaintenanceError.busy` where another writer holds the journal.
  public func putOutHistory(except known: Set<String>) throws -> Int {
    try Signals.held {
      guard let held = try HeldStore.open(store, contract: contract, deadline: deadline) else {
        throw MaintenanceError.busy(store.lock)
      }
      let outbox = Outbox(held.layout)
      var passed = known.union(try PrivateEvents(held.layout).all())
      for entry in try outbox.entries() { passed.insert(entry.id) }
      var entries: [Outbox.Entry] = []
      try JournalReader(held.layout).forEachEvent(contract, limit: .max) { event in
        guard event.type != .commit, passed.insert(event.id).inserted else { return true }
        entries.append(
          Outbox.Entry(id: event.id, tip: workTree?.tip, branch: workTree?.branch, line: event.line)
        )
        return true
      }
      try outbox.append(entries.reversed())
      return entries.count
    }
  }

  /// Takes the events of a file into the journal: what a repository has tracked as its journal so far.
  ///
  /// - Returns: how many were new.
  public func takeIn(_ file: FilePath) throws -> Int {
    try Signals.held {
      guard var held = try HeldStore.open(store, contract: contract, deadline: deadline) else {
        throw MaintenanceError.busy(store.lock)
      }
      held.here = workTree?.here ?? held.here
      var outcome = Copy.Outcome()
      while true {
        var intake = Intake(among: try Intake.lines(of: file))
        if try intake.run(&held, &outcome) { return outcome.takenIn }
      }
    }
  }
}
