internal import SystemPackage

/// Segments in a work tree: written when they are published, and never read.
extension FolderLayout {
  /// Writes a segment's file.
  ///
  /// - Throws: `FileError`, also where a link would lead out of the work tree.
  public func write(_ segment: Segment) throws(FileError) {
    let path = place(of: segment.path)
    let month = path.removingLastComponent()
    try Files.makeFolder(month)
    for folder in [root, month.removingLastComponent(), month]
    where FileStatus.of(folder)?.isDirectory != true {
      throw FileError("use the folder", folder, Errno.notDirectory)
    }
    try Files.replace(path, with: segment.bytes, temporary: FilePath(path.string + ".new"))
  }

  /// Removes a segment's file and the folders that it leaves empty.
  public func remove(_ segment: String) {
    let path = place(of: segment)
    Files.remove(path)
    Files.removeEmptyFolder(path.removingLastComponent())
  }

  private func place(of segment: String) -> FilePath {
    root.removingLastComponent().pushing(FilePath(segment))
  }
}
