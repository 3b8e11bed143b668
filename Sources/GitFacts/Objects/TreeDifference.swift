/// Counts the paths in which two trees differ, reading only the folders that differ.
///
/// `git_diff_tree_to_tree` reads equal subtrees too, 100 ms for one file among 130,000. The count is that of
/// `git diff-tree -r --no-renames --ignore-submodules=none`: a file that becomes a folder counts once
/// for itself and once for each file in the folder.
enum TreeDifference {
  /// Two folders of one path; nil is one that is not there.
  private struct Pair {
    let old: ObjectID?
    let new: ObjectID?
  }

  /// Counts from one tree to another; nil is the empty tree.
  static func count(
    from old: ObjectID?, to new: ObjectID?, read: (ObjectID) throws(GitError) -> [UInt8]
  ) throws(GitError) -> Int {
    if old == new { return 0 }
    var count = 0
    // A list rather than recursion: how deep folders nest is up to whoever wrote the tree.
    var waiting = [Pair(old: old, new: new)]
    while let pair = waiting.popLast() {
      if pair.old == pair.new { continue }
      let hashLength = (pair.old ?? pair.new)?.bytes.count ?? 0
      var old = TreeReader([], hashLength: hashLength)
      var new = old
      if let id = pair.old { old = TreeReader(try read(id), hashLength: hashLength) }
      if let id = pair.new { new = TreeReader(try read(id), hashLength: hashLength) }

      TreeReader.skipSharedBeginning(&old, &new)
      var (before, after) = (old.next(), new.next())
      while before != nil || after != nil {
        let order = TreeReader.order(before, in: old, after, in: new)
        if order == 0, let left = before, let right = after {
          if !TreeReader.same(left, in: old, right, in: new) {
            if left.kind == .folder {
              waiting.append(Pair(old: old.id(left), new: new.id(right)))
            } else {
              count += 1
            }
          }
        } else if order < 0, let left = before {
          if left.kind == .folder {
            waiting.append(Pair(old: old.id(left), new: nil))
          } else {
            count += 1
          }
        } else if let right = after {
          if right.kind == .folder {
            waiting.append(Pair(old: nil, new: new.id(right)))
          } else {
            count += 1
          }
        }
        if order <= 0 { before = old.next() }
        if order >= 0 { after = new.next() }
      }
    }
    return count
  }
}
