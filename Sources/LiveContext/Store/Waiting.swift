/// Events that wait in a spool to be taken in.
public enum Waiting {
  /// How many there are, in the store and among the temporary files.
  public static func count(_ store: StoreLayout) -> Int {
    Spool.inStore(store).waiting().count + Spool.temporary(for: store).waiting().count
  }
}
