public import SystemPackage

extension Recorder {
  /// Moves a `state.json` that cannot be used aside, however new it is.
  ///
  /// - Returns: where it is now; nil if there was nothing to move.
  public func moveInvalidStateAside() throws -> FilePath? {
    guard let folder = workTree?.folder, !folder.isBlocked,
      case .invalid = try StateFile.load(folder)
    else { return nil }
    return try Signals.held {
      guard let held = try HeldStore.open(store, contract: contract, deadline: deadline) else {
        throw MaintenanceError.busy(store.lock)
      }
      return try held.lock.during { () throws(FileError) in
        try WorkTreeLock.held(folder, store: store, command: command) { () throws(FileError) in
          try StateFile.setAside(folder, patience: 0)
        } ?? nil
      }
    }
  }

  /// Makes the copy whole without waiting for anybody who may be in the middle of a line: only a person asks for that.
  public func makeCopyWhole() throws {
    guard let folder = workTree?.folder, workTree?.tracked.contains("journal.ndjson") == false,
      !folder.isBlocked
    else { return }
    try Signals.held {
      guard var held = try HeldStore.open(store, contract: contract, deadline: deadline) else {
        throw MaintenanceError.busy(store.lock)
      }
      _ = try WorkTreeLock.held(folder, store: store, command: command) { () throws(FileError) in
        _ = try Copy(layout: folder).bringUpToDate(&held, patience: 0)
      }
    }
  }

  /// Takes lines that are no events out of the journal and its archive; the files as they were are kept in `archive/broken-<ISO>`.
  ///
  /// - Returns: how many lines were taken out.
  public func moveBrokenLinesAside() throws -> Int {
    try Signals.held {
      // Opened for its effect: an unterminated tail is settled, what waits stays where it is.
      guard let held = try HeldStore.open(store, contract: contract, deadline: deadline) else {
        throw MaintenanceError.busy(store.lock)
      }
      var moved = 0
      for path in store.segments() + [store.journal] { moved += try mend(path) }
      // What is remembered of the journal no longer fits; the next opening looks again.
      if moved > 0 { try held.lock.set(Checkpoint(journalSize: 0, lines: 0, commits: 0)) }
      return moved
    }
  }

  /// Puts the whole lines of a file in its place; the file as it was is kept in `archive/broken-<ISO>`.
  private func mend(_ path: FilePath) throws(FileError) -> Int {
    var whole: [UInt8] = []
    var broken = 0
    try LineReader(path)?.forEach { line in
      if (try? contract.read(line)) != nil {
        whole += line
        whole.append(0x0a)
      } else {
        broken += 1
      }
    }
    // The reader leaves out a last line without a line break: in an archived file nobody will finish it.
    if let file = try File.openIfThere(path) {
      let size = try file.status().size
      if size > 0, try file.read(at: size - 1, count: 1) != [0x0a] { broken += 1 }
    }
    guard broken > 0 else { return 0 }
    try Files.makeFolder(store.archive)
    var moment = Timestamp.now
    while FileStatus.of(store.archive.appending("broken-\(moment.fileName)")) != nil {
      moment = Timestamp(seconds: moment.seconds + 1)
    }
    let aside = store.archive.appending("broken-\(moment.fileName)")
    // The second name keeps the old content when the first one gets the new.
    try Files.link(path, as: aside)
    try Files.replace(
      path, with: whole, temporary: store.archive.appending(".mended.new"), synced: true)
    return broken
  }
}
