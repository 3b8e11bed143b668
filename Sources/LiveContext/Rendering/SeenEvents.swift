/// The events that a reader has met, by what tells one from another.
///
/// A handful is compared one by one: the first set of a process costs as much as a thousand comparisons.
struct SeenEvents {
  private var few: [String] = []
  private var many: Set<String> = []

  private static let handful = 64

  /// Takes an event in; whether it is new.
  mutating func insert(_ identity: String) -> Bool {
    if !many.isEmpty { return many.insert(identity).inserted }
    if few.contains(identity) { return false }
    few.append(identity)
    if few.count == SeenEvents.handful { many = Set(few) }
    return true
  }
}
