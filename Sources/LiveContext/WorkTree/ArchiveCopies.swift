internal import SystemPackage

/// Copies of the newest rotated segments, so that somebody who reads only `.codex/` sees as much as before a rotation.
struct ArchiveCopies {
  let store: StoreLayout
  let folder: FolderLayout

  private static let limit = 2

  func bringUpToDate() throws(FileError) {
    let wanted = store.segments().suffix(ArchiveCopies.limit)
    guard let newest = wanted.last?.lastComponent else { return }
    if FileStatus.of(folder.archive.appending(newest)) != nil { return }
    try Files.makeFolder(folder.archive)
    for segment in wanted {
      guard let name = segment.lastComponent else { continue }
      let copy = folder.archive.appending(name)
      guard FileStatus.of(copy) == nil,
        let bytes = try Files.read(
          segment, limit: HeldStore.maximumSize + Event.maximumLineLength)
      else { continue }
      try Files.replace(copy, with: bytes, temporary: folder.archive.appending(".segment.new"))
    }
    let names = Set(wanted.compactMap { $0.lastComponent?.string })
    for name in Files.names(in: folder.archive)
    where name.hasPrefix("journal-") && name.hasSuffix(".ndjson") && !names.contains(name) {
      Files.remove(folder.archive.appending(name))
    }
  }
}
