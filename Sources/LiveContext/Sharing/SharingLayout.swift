internal import SystemPackage

/// What the store keeps for the sharing of events; all of it stays in the clone.
extension StoreLayout {
  var sharing: FilePath { root.appending("sharing") }
  /// What was recorded here since the clone takes part, and where in the history.
  var outbox: FilePath { sharing.appending("outbox") }
  /// Which events stand in the segments that this clone has written.
  var published: FilePath { sharing.appending("published") }
  /// The segments that were taken in, by their blobs' ids.
  var seenSegments: FilePath { sharing.appending("seen") }
  /// The ids of what must stay at home.
  var privateIDs: FilePath { sharing.appending("private") }

  /// The folder of segments that a work tree last looked at.
  func seenTree(_ workTree: String) -> FilePath { sharing.appending("tree@\(workTree)") }
  /// When a work tree last had nothing to publish.
  func settled(_ workTree: String) -> FilePath { sharing.appending("settled@\(workTree)") }

  /// The commit after which a work tree has nothing to publish.
  func quiet(_ workTree: String) -> FilePath { sharing.appending("quiet@\(workTree)") }

  /// Whether what is recorded here is meant to be published.
  public var isSharing: Bool { FileStatus.of(outbox)?.isRegular ?? false }

  /// Lets this clone take part: what is recorded from now on can be published.
  ///
  /// - Returns: whether it did not before.
  @discardableResult
  public func startSharing() throws(FileError) -> Bool {
    if isSharing { return false }
    try Files.makeFolder(sharing)
    let left = FilePath(outbox.string + ".left")
    if FileStatus.of(left)?.isRegular == true {
      try Files.move(left, to: outbox)
    } else {
      _ = try File.open(outbox, .writeOnly, [.create, .append])
    }
    return true
  }

  /// Lets this clone publish nothing more; what was recorded is kept in case it takes part again.
  ///
  /// - Returns: whether it took part before.
  public func stopSharing() throws(FileError) -> Bool {
    guard isSharing else { return false }
    try Files.move(outbox, to: FilePath(outbox.string + ".left"))
    return true
  }
}
