import SystemPackage
import TestSupport

/// A history of many kinds of change, as a `git fast-import` stream made from a seed.
///
/// Files, folders, links and gitlinks are added, edited, removed, renamed, copied, change their mode and replace each other;
/// there are merges, side branches, new roots and empty commits.
struct RandomHistory {
  private var random: SeededNumbers
  private let digits: Int
  private var stream = ""
  private var mark = 0
  private var trees: [Int: [String: String]] = [:]
  private var tips: [Int] = []

  /// The stream; object names in it have as many digits as the repository's.
  static func stream(seed: UInt64, commits: Int, digits: Int = 40) -> String {
    var history = RandomHistory(random: SeededNumbers(seed: seed), digits: digits)
    for _ in 0..<commits { history.commit() }
    for (index, tip) in history.tips.enumerated() {
      history.stream += "reset refs/heads/b\(index)\nfrom :\(tip)\n\n"
    }
    return history.stream + "done\n"
  }

  private init(random: SeededNumbers, digits: Int) {
    self.random = random
    self.digits = digits
  }

  private mutating func commit() {
    var parents: [Int] = []
    if !tips.isEmpty && !chance(2) {
      parents = [tips.randomElement(using: &random)!]
      if tips.count > 1 && chance(12) {
        for tip in tips.shuffled(using: &random).prefix(chance(20) ? 3 : 1)
        where !parents.contains(tip) { parents.append(tip) }
      }
    }
    var tree = parents.first.flatMap { trees[$0] } ?? [:]
    var changes = ""
    let wanted = chance(4) ? 0 : chance(3) ? 40 : Int.random(in: 1...5, using: &random)
    for _ in 0..<wanted { changes += change(&tree) }
    mark += 1
    let time = 1_600_000_000 + mark * 60 + Int.random(in: 0..<600, using: &random)
    let message = "change \(mark)\n"
    stream += "commit refs/heads/build\nmark :\(mark)\n"
    stream += "committer A Tester <tester@example.com> \(time) +0000\n"
    stream += "data \(message.utf8.count)\n\(message)"
    if let first = parents.first { stream += "from :\(first)\n" } else { stream += "deleteall\n" }
    for parent in parents.dropFirst() { stream += "merge :\(parent)\n" }
    stream += changes + "\n"
    trees[mark] = tree
    // A root that follows another commit on the building branch must not become its child.
    stream += "reset refs/heads/build\n\n"
    if parents.isEmpty || chance(8) {
      tips.append(mark)
    } else {
      tips[tips.firstIndex(of: parents[0])!] = mark
    }
    if tips.count > 3 { tips.removeAll { parents.dropFirst().contains($0) } }
  }

  private mutating func change(_ tree: inout [String: String]) -> String {
    let known = tree.keys.sorted()
    switch Int.random(in: 0..<10, using: &random) {
    case 0 where !known.isEmpty:
      let path = known.randomElement(using: &random)!
      tree[path] = nil
      return "D \(path)\n"
    case 1 where !known.isEmpty:
      let path = known.randomElement(using: &random)!
      let target = self.path()
      guard !target.hasPrefix(path), !path.hasPrefix(target) else { return "" }
      let moved = tree[path]!
      clear(target, &tree)
      tree[path] = nil
      tree[target] = moved
      return "R \(path) \(target)\n"
    case 2 where !known.isEmpty:
      // The folder of a file goes, with all that is in it, and a file takes its name.
      let path = known.randomElement(using: &random)!
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      if folder.isEmpty { return "" }
      return write(folder, &tree)
    default:
      let path = !known.isEmpty && chance(50) ? known.randomElement(using: &random)! : self.path()
      return write(path, &tree)
    }
  }

  private mutating func write(_ path: String, _ tree: inout [String: String]) -> String {
    clear(path, &tree)
    if chance(5) {
      let commit = (0..<digits).map { _ in "0123456789abcdef".randomElement(using: &random)! }
      tree[path] = "160000"
      return "M 160000 \(String(commit)) \(path)\n"
    }
    let mode = ["100644", "100644", "100644", "100755", "120000"].randomElement(using: &random)!
    tree[path] = mode
    let content = "\(Int.random(in: 0..<6, using: &random))"
    return "M \(mode) inline \(path)\ndata \(content.utf8.count)\n\(content)\n"
  }

  /// Takes away what a new file at a path would stand on or in.
  private func clear(_ path: String, _ tree: inout [String: String]) {
    for other in tree.keys where other.hasPrefix(path + "/") || path.hasPrefix(other + "/") {
      tree[other] = nil
    }
  }

  private mutating func path() -> String {
    // Names around `/` in the order of bytes: a, a-, a.b and a0 sort before, between and after the folder a/.
    let names = ["a", "a-", "a.b", "a0", "b", "lib", "lib.c", "ä"]
    let depth = Int.random(in: 1...4, using: &random)
    return (0..<depth).map { _ in names.randomElement(using: &random)! }.joined(separator: "/")
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }
}
