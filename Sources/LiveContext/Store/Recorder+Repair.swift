internal import SystemPackage

extension Recorder {
  /// Takes lines that are no events out of the journal and its archive and keeps them in `archive/broken-<ISO>`.
  ///
  /// - Returns: how many lines were moved.
  public func moveBrokenLinesAside() throws -> Int {
    try Signals.held {
      // Opened for its effect: an unterminated tail is settled, what waits stays where it is.
      guard let held = try HeldStore.open(store, contract: contract, deadline: deadline) else {
        throw MaintenanceError.busy(store.lock)
      }
      var moved = 0
      for path in store.segments() + [store.journal] { moved += try mend(path) }
      // What is remembered of the journal no longer fits; the next opening looks again.
      if moved > 0 { try held.lock.set(Checkpoint(journalSize: 0, lines: 0, commitsSize: 0)) }
      return moved
    }
  }

  private func mend(_ path: FilePath) throws(FileError) -> Int {
    var whole: [UInt8] = []
    var broken: [UInt8] = []
    var count = 0
    try LineReader(path)?.forEach { line in
      if (try? contract.read(line)) != nil {
        whole += line
        whole.append(0x0a)
      } else {
        broken += line
        broken.append(0x0a)
        count += 1
      }
    }
    guard count > 0 else { return 0 }
    try Files.makeFolder(store.archive)
    var moment = Timestamp.now
    while FileStatus.of(store.archive.appending("broken-\(moment.fileName)")) != nil {
      moment = Timestamp(seconds: moment.seconds + 1)
    }
    try Files.replace(
      store.archive.appending("broken-\(moment.fileName)"), with: broken,
      temporary: store.archive.appending(".broken.new"), synced: true)
    try Files.replace(
      path, with: whole, temporary: store.archive.appending(".mended.new"), synced: true)
    return count
  }
}
