/// What changes between two texts, line by line.
public enum LineDifference {
  /// The changed lines behind `-` and `+`, with up to two lines around them; empty if nothing changes.
  public static func text(from old: [UInt8]?, to new: [UInt8]?) -> [String] {
    let (old, new) = (lines(old), lines(new))
    var steps: [(sign: Character, line: String)] = []
    let table = longestCommon(old, new)
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, right < new.count, old[left] == new[right] {
        steps.append((" ", old[left]))
        left += 1
        right += 1
      } else if left < old.count,
        right == new.count || table[left + 1][right] >= table[left][right + 1]
      {
        steps.append(("-", old[left]))
        left += 1
      } else {
        steps.append(("+", new[right]))
        right += 1
      }
    }
    let changed = steps.indices.filter { steps[$0].sign != " " }
    var shown: [String] = []
    var previous = -1
    for index in steps.indices where changed.contains(where: { abs($0 - index) <= 2 }) {
      if previous >= 0, index > previous + 1 { shown.append("  ...") }
      shown.append("\(steps[index].sign) \(steps[index].line)")
      previous = index
    }
    return shown
  }

  private static func lines(_ text: [UInt8]?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    var lines = text.split(separator: 0x0a, omittingEmptySubsequences: false)
      .map { String(decoding: $0.last == 0x0d ? $0.dropLast() : $0, as: UTF8.self) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func longestCommon(_ old: [String], _ new: [String]) -> [[Int]] {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
    for left in old.indices.reversed() {
      for right in new.indices.reversed() {
        table[left][right] =
          old[left] == new[right]
          ? table[left + 1][right + 1] + 1 : max(table[left + 1][right], table[left][right + 1])
      }
    }
    return table
  }
}
