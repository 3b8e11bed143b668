internal import SystemPackage

/// Reads and writes `state.json`.
enum StateFile {
  /// What stands there.
  enum Content {
    case missing
    case valid(State)
    case invalid(String)
  }

  static func load(_ folder: FolderLayout) throws(FileError) -> Content {
    guard let bytes = try Files.read(folder.state, limit: State.maximumSize + 1) else {
      return .missing
    }
    do { return .valid(try State(parsing: bytes)) } catch { return .invalid("\(error)") }
  }

  /// How long, in seconds, a file that cannot be used is left to whoever may still be writing it.
  private static let patience: Int64 = 60

  /// Moves a file that cannot be used to `state.json.invalid`; an older one of that name goes to the archive first, so
  /// nothing that a person wrote is lost.
  ///
  /// - Parameter patience: how long, in seconds, it must have been left unchanged.
  /// - Returns: where it is now; nil if it was changed since then and stays where it is.
  static func setAside(
    _ folder: FolderLayout, patience: Int64 = patience
  ) throws(FileError) -> FilePath? {
    let now = Timestamp.now
    guard let status = FileStatus.of(folder.state),
      patience == 0 || now.seconds - status.modified.seconds >= patience
    else { return nil }
    let aside = FilePath(folder.state.string + ".invalid")
    if FileStatus.of(aside) != nil {
      try Files.makeFolder(folder.archive)
      var moment = now
      while FileStatus.of(folder.archive.appending("state-\(moment.fileName)")) != nil {
        moment = Timestamp(seconds: moment.seconds + 1)
      }
      try Files.move(aside, to: folder.archive.appending("state-\(moment.fileName)"))
    }
    try Files.move(folder.state, to: aside)
    return aside
  }

  static func write(_ state: State, _ folder: FolderLayout) throws(FileError) {
    try Files.replace(
      folder.state, with: state.bytes, temporary: folder.temporary(folder.state), synced: true)
    // It stands there only now, and what was found meanwhile must not count as found after it (``Quiet``).
    Files.touch(folder.state)
  }
}

extension State {
  /// The focus of a work tree: what its file says, otherwise what the store remembers of it.
  public static func current(_ folder: FolderLayout, _ store: StoreLayout, workTree: String)
    -> State?
  {
    if case .valid(let state)? = try? StateFile.load(folder) { return state }
    return FocusStore(layout: store).ofWorkTree(workTree)
  }
}
