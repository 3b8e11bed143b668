internal import LiveContext

/// Which events somebody asks for.
struct EventSearch {
  /// Only these types; none for all.
  var types: Set<EventType> = []
  var area: String?
  var since: Timestamp?
  /// Only events whose line holds all these words, in any case.
  var words: [String] = []

  /// At most `limit` of them, newest first.
  ///
  /// - Parameter cursor: the id of the event behind which to start.
  /// - Returns: the events, and the next page's cursor; nil on the last page.
  func page(
    of workplace: borrowing Workplace, limit: Int, after cursor: String? = nil
  ) throws -> (events: [Event], next: String?) {
    let wanted = words.map { $0.lowercased() }
    var found: [Event] = []
    var isThereMore = false
    var isSkipping = cursor != nil
    try JournalReader(workplace.store).forEachEvent(
      workplace.contract, types: types.isEmpty ? nil : types, limit: .max
    ) { event in
      if isSkipping {
        isSkipping = event.id != cursor
        return true
      }
      if let since, event.timestamp < since { return true }
      if let area, event.text("area") != area { return true }
      let line = event.line.lowercased()
      if !wanted.allSatisfy({ line.contains($0) }) { return true }
      isThereMore = found.count == limit
      if isThereMore { return false }
      found.append(event)
      return true
    }
    if isSkipping {
      throw CommandFailure("no event has the cursor's id any more; start again without a cursor")
    }
    return (found, isThereMore ? found.last?.id : nil)
  }
}
