public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why a change by hand was not made.
public enum MaintenanceError: Error, Sendable, CustomStringConvertible {
  /// Another process holds the store's lock.
  case busy(FilePath)
  /// Another writer holds `.codex/lock`.
  case locked(ForeignLock)
  /// The repository has no work tree, so it has no focus.
  case noWorkTree

  /// What failed, who is in the way, what to do next.
  public var description: String {
    switch self {
    case .busy(let path): "another writer holds \(path); try again in a moment"
    case .locked(let lock): "\(lock); nothing written"
    case .noWorkTree: "a bare repository has no work tree, and so no focus"
    }
  }
}

extension Recorder {
  /// Moves the journal into the archive now and starts a new one.
  ///
  /// - Returns: the archived segment; nil if the journal was empty.
  public func rotate(reachable: (Event) -> Bool) throws -> FilePath? {
    try Signals.held {
      guard var held = try HeldStore.open(store, contract: contract, deadline: deadline) else {
        throw MaintenanceError.busy(store.lock)
      }
      let segment = try held.rotate()
      update(&held, reachable)
      return segment
    }
  }

  /// Changes the focus.
  ///
  /// `.codex/lock` is asked for five times, 50 to 250 ms apart (the plan's section 5, phase D).
  public func setState(
    reachable: (Event) -> Bool, _ change: (State) throws -> State
  ) throws -> State {
    guard let workTree else { throw MaintenanceError.noWorkTree }
    for attempt in 1... {
      let changed = try Signals.held { () -> State? in
        guard var held = try HeldStore.open(store, contract: contract, deadline: deadline) else {
          throw MaintenanceError.busy(store.lock)
        }
        update(&held, reachable)
        // Read under the lock, so that an edit by somebody else is changed and not overwritten.
        let outcome = try WorkTreeLock.held(workTree.folder, store: store, command: command) {
          () throws(FileError) in
          Result { try write(change, of: workTree) }
        }
        guard let state = try outcome?.get() else { return nil }
        update(&held, reachable)
        return state
      }
      if let changed { return changed }
      if attempt == 5 { break }
      usleep(UInt32.random(in: 50_000...250_000))
    }
    guard let lock = ForeignLock.standing(in: workTree.folder) else {
      throw MaintenanceError.busy(workTree.folder.lock)
    }
    throw MaintenanceError.locked(lock)
  }

  private func write(
    _ change: (State) throws -> State, of workTree: WorkTreeFacts
  ) throws -> State {
    let state = try change(
      State.current(workTree.folder, store, workTree: workTree.name)
        ?? State(branch: workTree.branch ?? "", at: .now))
    // What cannot be read may be somebody's half-made edit, and is theirs all the same.
    if case .invalid = try StateFile.load(workTree.folder) {
      _ = try StateFile.setAside(workTree.folder, patience: 0)
    }
    try StateFile.write(state, workTree.folder)
    try FocusStore(layout: store).save(state, workTree: workTree.name)
    return state
  }

  /// Lets the focus follow a switch to another branch, and brings `.codex/` up to date, or makes it in a new work tree.
  ///
  /// Where the store's lock is busy to the deadline, the next recording does it.
  ///
  /// - Parameter incoming: segments to take in first.
  public func follow(
    incoming: IncomingSegments? = nil, reachable: (Event) -> Bool
  ) throws(FileError) -> [String] {
    var arrivals = Arrivals(incoming, contract, workTree)
    return try Signals.held { () throws(FileError) in
      guard
        var held = try HeldStore.open(
          store, contract: contract, deadline: deadline, patience: patience)
      else {
        return []
      }
      var recording = Recording()
      for warning in arrivals.warnings { recording.warn(warning) }
      try arrivals.keepUnknown(held)
      arrivals.append(to: &held, &recording)
      try arrivals.finish(held, contract)
      return recording.warnings + update(&held, reachable, followsSwitch: true)
    }
  }

  @discardableResult
  private func update(
    _ held: inout HeldStore, _ reachable: (Event) -> Bool, followsSwitch: Bool = false
  ) -> [String] {
    guard let workTree else { return [] }
    var recording = Recording()
    WorkTreeUpdate(
      workTree: workTree, store: store, contract: contract, command: command,
      followsSwitch: followsSwitch
    ).run(&held, reachable, &recording)
    return recording.warnings
  }
}

extension ForeignLock {
  /// Removes the lock, at a person's word.
  public func remove() { Files.remove(path) }
}
