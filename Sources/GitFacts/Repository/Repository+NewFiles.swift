/// A file of a tree, by its path from the tree's top.
public struct FoundFile: Sendable, Equatable {
  /// The path, with `/`; bytes that are not UTF-8 are repaired.
  public let path: String
  /// The blob.
  public let id: ObjectID
}

extension Repository {
  /// The files of a tree that another tree has not, or has with another content; links and submodules are none.
  ///
  /// Folders that both have are not read, so the answer costs what differs. Throws `missingObject` where a tree is gone.
  public func files(in tree: ObjectID, notIn old: ObjectID?) throws(GitError) -> [FoundFile] {
    var found: [FoundFile] = []
    var waiting = [(old: old, new: tree, folder: "")]
    while let pair = waiting.popLast() {
      if pair.old == pair.new { continue }
      var new = TreeReader(try read(pair.new, .tree), hashLength: pair.new.bytes.count)
      var old = TreeReader([], hashLength: pair.new.bytes.count)
      if let id = pair.old { old = TreeReader(try read(id, .tree), hashLength: id.bytes.count) }
      var (before, after) = (old.next(), new.next())
      while let entry = after {
        let order = TreeReader.order(before, in: old, entry, in: new)
        if order < 0 {
          before = old.next()
          continue
        }
        if order > 0 || before.map({ !TreeReader.same($0, in: old, entry, in: new) }) ?? true {
          let value = new.value(entry)
          switch value.kind {
          case .folder:
            let same = order == 0 ? before.map { old.id($0) } : nil
            waiting.append((same, value.id, pair.folder + value.name + "/"))
          case .file, .executable:
            found.append(FoundFile(path: pair.folder + value.name, id: value.id))
          case .link, .submodule: break
          }
        }
        if order == 0 { before = old.next() }
        after = new.next()
      }
    }
    return found
  }
}
