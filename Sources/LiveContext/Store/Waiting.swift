/// Events that wait in a spool to be taken in.
public enum Waiting {
  /// How many there are, in the store and among the temporary files.
  public static func count(_ store: StoreLayout) -> Int {
    Spool.inStore(store).waiting().count + Spool.temporary(for: store).waiting().count
  }

  /// Whether a work tree's copy holds what the journal holds; a difference only waits for the next recording.
  public static func isCopyCurrent(_ store: StoreLayout, _ folder: FolderLayout) -> Bool {
    (FileStatus.of(store.journal)?.size ?? 0) == (FileStatus.of(folder.journal)?.size ?? 0)
  }
}
