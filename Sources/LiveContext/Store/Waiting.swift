internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Events that wait in a spool to be taken in.
public enum Waiting {
  /// How many there are, in the store and among the temporary files.
  public static func count(_ store: StoreLayout) -> Int {
    Spool.inStore(store).waiting().count + Spool.temporary(for: store).waiting().count
  }

  /// Whether a work tree's copy holds what the journal holds; a difference only waits for the next recording.
  public static func isCopyCurrent(_ store: StoreLayout, _ folder: FolderLayout) -> Bool {
    let journal = try? Files.read(store.journal, limit: .max)
    let copy = try? Files.read(folder.journal, limit: .max)
    return (journal ?? []) == (copy ?? [])
  }

  /// Why no recording can bring a work tree's copy up to date, with the path; nil if nothing is in the way.
  public static func obstacle(in folder: FolderLayout) -> String? {
    for (path, mayBeFolder) in [(folder.root, true), (folder.journal, false)] {
      guard let status = FileStatus.of(path) else { continue }
      if status.isDirectory != mayBeFolder || !mayBeFolder && !status.isRegular {
        return "\(path) is not a \(mayBeFolder ? "folder" : "file")"
      }
      if access(path.string, W_OK) != 0 { return "\(path) cannot be written" }
    }
    return nil
  }
}
