internal import SystemPackage

/// The last focus of each work tree and branch, kept in the store, out of reach of `git clean`.
struct FocusStore {
  let layout: StoreLayout

  /// The focus last seen in a work tree.
  func ofWorkTree(_ name: String) -> State? { load("worktree", name) }

  /// The focus last set on a branch, in whichever work tree.
  func ofBranch(_ branch: String) -> State? { load("branch", branch) }

  /// Remembers a focus for its work tree and its branch.
  func save(_ state: State, workTree: String) throws(FileError) {
    guard ofWorkTree(workTree) != state else { return }
    try Files.makeFolder(layout.focus)
    try write(state, "worktree", workTree)
    if !state.branch.isEmpty { try write(state, "branch", state.branch) }
  }

  /// The focus of a branch that others know, or that came from them.
  func shared(_ branch: String) -> State? { load("shared", branch) }

  /// Remembers what others know.
  func saveShared(_ state: State) throws(FileError) {
    try Files.makeFolder(layout.focus)
    try write(state, "shared", state.branch)
  }

  /// Remembers a focus for its branch alone.
  func saveBranch(_ state: State) throws(FileError) {
    try Files.makeFolder(layout.focus)
    try write(state, "branch", state.branch)
  }

  private func load(_ kind: String, _ name: String) -> State? {
    guard let bytes = try? Files.read(path(kind, name), limit: State.maximumSize) else {
      return nil
    }
    return try? State(parsing: bytes)
  }

  private func write(_ state: State, _ kind: String, _ name: String) throws(FileError) {
    try Files.replace(
      path(kind, name), with: state.bytes, temporary: layout.focus.appending(".new"))
  }

  /// One flat name for any branch: bytes other than letters, digits, `.`, `_`, `-` as `%XX`; a long name by its hash.
  private func path(_ kind: String, _ name: String) -> FilePath {
    var escaped = ""
    for byte in name.utf8 {
      let isPlain =
        (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a)
        || (byte >= 0x61 && byte <= 0x7a) || byte == 0x2d || byte == 0x2e || byte == 0x5f
      escaped += isPlain ? String(UnicodeScalar(byte)) : "%" + SHA1.hex([byte])
    }
    if escaped.utf8.count > 180 { escaped = SHA1.blobID(of: name.utf8) }
    return layout.focus.appending("\(kind)@\(escaped).json")
  }
}
