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

  static func write(_ state: State, _ folder: FolderLayout) throws(FileError) {
    try Files.replace(
      folder.state, with: state.bytes, temporary: folder.temporary(folder.state), synced: true)
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
