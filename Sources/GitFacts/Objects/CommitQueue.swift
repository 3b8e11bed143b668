/// Commits that wait to be walked, the newest first; among equally old ones, the one that came first.
struct CommitQueue {
  private struct Waiting {
    let id: ObjectID
    let committed: Int64
    let turn: Int

    func precedes(_ other: Waiting) -> Bool {
      committed == other.committed ? turn < other.turn : committed > other.committed
    }
  }

  private var heap: [Waiting] = []
  private var turns = 0

  var isEmpty: Bool { heap.isEmpty }
  /// When the newest was committed; nil if none waits.
  var newest: Int64? { heap.first?.committed }

  /// Adds a commit.
  mutating func push(_ id: ObjectID, committed: Int64) {
    heap.append(Waiting(id: id, committed: committed, turn: turns))
    turns += 1
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the newest commit out.
  mutating func pop() -> ObjectID? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first.id }
    heap[0] = last
    var parent = 0
    while true {
      var next = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].precedes(heap[next]) { next = child }
      if next == parent { return first.id }
      heap.swapAt(parent, next)
      parent = next
    }
  }
}
