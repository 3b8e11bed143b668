extension JournalReader {
  /// When something last happened on each of some branches or commits, by the newest line that names one of them; nil where
  /// none does.
  ///
  /// Lines are looked at as bytes, the newest first, and only those that match are read: a journal may be long, and this is
  /// asked at every start of a session.
  public func latest(
    of heads: [(branch: String?, commit: String?)]
  ) throws(FileError) -> [Timestamp?] {
    let wanted = heads.map { head in
      [
        head.branch.map { "\"branch\":" + JSON.string($0).compact },
        head.commit.map { "\"sha\":\"\($0)\"" },
      ].compactMap { $0.map { Array($0.utf8) } }
    }
    var found = [Timestamp?](repeating: nil, count: heads.count)
    var open = Set(wanted.indices.filter { !wanted[$0].isEmpty })
    guard !open.isEmpty else { return found }
    try forEachLine { line in
      for index in open where wanted[index].contains(where: { JournalLine.contains(line, $0) }) {
        guard let moment = (try? JSON.parse(line))?.object?["ts"]?.text.flatMap({ Timestamp($0) })
        else { continue }
        found[index] = moment
        open.remove(index)
      }
      return !open.isEmpty
    }
    return found
  }
}
