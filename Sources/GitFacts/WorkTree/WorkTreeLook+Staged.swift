extension WorkTreeLook {
  /// Compares what is staged with HEAD's tree, and looks only into folders that git has not noted as the same.
  ///
  /// - Parameter folder: with a `/` at the end; empty for the top.
  /// - Returns: how many files of the index stand in the folder.
  @discardableResult
  mutating func compareTree(
    _ tree: ObjectID, _ folder: [UInt8], _ repository: borrowing Repository
  ) throws -> Int {
    let start = index.first(notBelow: folder)
    var end = start
    while end < index.count, index.isBelow(end, folder) { end += 1 }
    if index.isTree(tree, folder) { return end - start }
    var file = start
    func skip(before path: [UInt8]) {
      while file < end, index.path(file).lexicographicallyPrecedes(path) {
        note(file)
        file += 1
      }
    }
    var reader = TreeReader(try repository.read(tree, .tree), hashLength: 20)
    for entry in reader.rest() {
      looks += 1
      // A name that is no UTF-8 has not come through.
      guard looks < Self.patience, entry.kind != .submodule, !entry.name.contains("\u{fffd}") else {
        throw Unclear()
      }
      var path = folder + entry.name.utf8
      if entry.kind == .folder {
        path.append(UInt8(ascii: "/"))
        skip(before: path)
        file += try compareTree(entry.id, path, repository)
        continue
      }
      skip(before: path)
      guard file < end, index.isPath(file, path) else {
        changed.append(path)
        continue
      }
      let isSame =
        index.kind(file) == entry.kind && index.hash(file).elementsEqual(entry.id.bytes)
      if !isSame { note(file) }
      file += 1
    }
    while file < end {
      note(file)
      file += 1
    }
    return end - start
  }
}
