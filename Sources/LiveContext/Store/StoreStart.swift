internal import SystemPackage

/// When the recording of a clone began, and what was there already: older commits are not walked into.
public struct StoreStart: Sendable, Equatable {
  /// The moment of the first `init` or `install`.
  public let timestamp: Timestamp
  /// The commits that HEAD was at then, and branches whose clock was ahead, as shas.
  public let heads: [String]

  /// A start now or at another moment.
  public init(timestamp: Timestamp, heads: [String]) {
    self.timestamp = timestamp
    self.heads = heads
  }

  /// The start that a store remembers; nil if it remembers none.
  public static func of(_ layout: StoreLayout) -> StoreStart? {
    guard let bytes = try? Files.read(layout.start, limit: 1 << 20),
      let object = (try? JSON.parse(bytes))?.object,
      let timestamp = object["ts"]?.text.flatMap({ Timestamp($0) })
    else { return nil }
    return StoreStart(
      timestamp: timestamp, heads: object["heads"]?.elements?.compactMap(\.text) ?? [])
  }

  /// Makes the store, and remembers this start if it has none yet.
  ///
  /// - Returns: whether the store was new.
  public func make(_ layout: StoreLayout) throws(FileError) -> Bool {
    try Files.makeFolder(layout.root)
    if FileStatus.of(layout.start) != nil { return false }
    let object: JSONObject = [
      "ts": .string(timestamp.description), "heads": .array(heads.sorted().map { .string($0) }),
    ]
    try Files.replace(
      layout.start, with: Array((JSON.object(object).compact + "\n").utf8),
      temporary: layout.root.appending(".start.new"), synced: true)
    return true
  }
}
