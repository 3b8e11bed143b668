extension Repository {
  /// Whether the commit that is checked out has something at a path, given from the top with `/`.
  public func headTreeHolds(_ path: String) throws(GitError) -> Bool {
    guard let tip = try head().tip else { return false }
    return try entry(path, in: rawCommit(tip).tree) != nil
  }

  /// The entries of a folder of a commit, in git's order; nil when it is no folder there.
  ///
  /// The path "" is the top.
  public func entries(
    ofTree path: String, at commit: ObjectID
  ) throws(GitError) -> [TreeEntry]? {
    var tree = try rawCommit(commit).tree
    if path.contains(where: { $0 != "/" }) {
      guard let entry = try entry(path, in: tree), entry.kind == .folder else { return nil }
      tree = entry.id
    }
    var reader = try reader(of: tree)
    return reader.rest()
  }

  /// What stands at a path of a commit; nil when nothing does.
  public func entry(_ path: String, at commit: ObjectID) throws(GitError) -> TreeEntry? {
    try entry(path, in: rawCommit(commit).tree)
  }

  /// The content of a file, as it is stored: no line ends are changed and no filter has run.
  public func blob(_ id: ObjectID) throws(GitError) -> [UInt8] {
    try read(id, .blob)
  }

  private func entry(_ path: String, in tree: ObjectID) throws(GitError) -> TreeEntry? {
    var tree = tree
    var found: TreeEntry?
    var rest = Array(path.utf8)[...]
    while !rest.isEmpty {
      let name = Array(rest.prefix { $0 != UInt8(ascii: "/") })
      rest = rest.dropFirst(name.count + 1)
      if name.isEmpty { continue }
      if let above = found {
        guard above.kind == .folder else { return nil }
        tree = above.id
      }
      var reader = try reader(of: tree)
      guard let next = reader.first(named: name) else { return nil }
      found = next
    }
    return found
  }

  private func reader(of tree: ObjectID) throws(GitError) -> TreeReader {
    TreeReader(try read(tree, .tree), hashLength: tree.bytes.count)
  }
}
