/// How far a word that was typed is from one that was meant.
enum Spelling {
  /// How many characters must be added, removed or replaced, or swapped with their neighbour, to make one word the other.
  static func distance(_ one: String, _ other: String) -> Int {
    let (a, b) = (Array(one.utf8.prefix(64)), Array(other.utf8))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
