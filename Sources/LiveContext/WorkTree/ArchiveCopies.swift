internal import SystemPackage

/// Copies of the newest rotated segments, so that somebody who reads only `.codex/` sees as much as before a rotation.
///
/// Other writers may put files here too, as the plan's rotation does: what is no copy of a segment is never replaced or removed.
struct ArchiveCopies {
  let store: StoreLayout
  let folder: FolderLayout

  private static let limit = 2
  /// How many foreign files one run looks into, and how large each may be.
  private static let foreignLimit = 8
  /// The largest segment that is copied: one that grew far beyond its limit would keep a hook busy for seconds.
  private static let largest = 64 << 20

  /// Makes the copies that are missing and removes those of older segments.
  func bringUpToDate() throws(FileError) {
    let segments = store.segments()
    let wanted = segments.suffix(ArchiveCopies.limit)
    guard let newest = wanted.last?.lastComponent else { return }
    if FileStatus.of(folder.archive.appending(newest)) != nil { return }
    try Files.makeFolder(folder.archive)
    let temporary = folder.archive.appending(".segment.new")
    for segment in wanted {
      guard let name = segment.lastComponent else { continue }
      let copy = folder.archive.appending(name)
      guard FileStatus.of(copy) == nil, let source = try File.openIfThere(segment),
        case let status = try source.status(), status.isRegular,
        status.size <= ArchiveCopies.largest
      else { continue }
      try Files.create(temporary) { (file) throws(FileError) in
        try file.take(status.size, from: source, at: 0)
      }
      try Files.move(temporary, to: copy)
    }
    for segment in segments.dropLast(ArchiveCopies.limit) {
      guard let name = segment.lastComponent, isCopy(folder.archive.appending(name), of: segment)
      else { continue }
      Files.remove(folder.archive.appending(name))
    }
  }

  /// Files that others have put here and that may hold events.
  func foreign() -> [FilePath] {
    guard FileStatus.of(folder.archive)?.isDirectory == true else { return [] }
    let found = Files.names(in: folder.archive).filter { name in
      guard !name.hasPrefix("."), name.hasSuffix(".ndjson"), let name = FilePath.Component(name),
        let status = FileStatus.of(folder.archive.appending(name)), status.isRegular,
        status.size <= 2 * HeldStore.maximumSize
      else { return false }
      return !isCopy(folder.archive.appending(name), of: store.archive.appending(name))
    }
    return found.suffix(ArchiveCopies.foreignLimit).map { folder.archive.appending($0) }
  }

  /// Whether a file is as large as the segment of its name; segments never change.
  private func isCopy(_ copy: FilePath, of segment: FilePath) -> Bool {
    guard let one = FileStatus.of(copy), one.isRegular else { return false }
    return one.size == FileStatus.of(segment)?.size
  }
}
