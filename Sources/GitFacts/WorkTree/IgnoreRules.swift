/// The rules of one ignore file, as git reads them (`dir.c`).
///
/// What needs escapes or classes of characters is ``Unclear``; few ignore files have such rules.
struct IgnoreRules {
  private struct Rule {
    var pattern: ArraySlice<UInt8>
    var isNegative = false
    var isForFolders = false
    /// Whether it has no `/` and so speaks of names in any folder.
    var isName = true
    /// How many bytes of its beginning stand for themselves.
    var literal = 0
  }

  private var rules: [Rule] = []
  /// The folder that the file stands in, with a `/` at the end; empty for the top.
  private let folder: [UInt8]

  init(_ content: [UInt8], in folder: [UInt8]) throws(Unclear) {
    self.folder = folder
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = content.starts(with: mark) ? content.dropFirst(3) : content[...]
    for var line in text.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "#") { continue }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      while line.last == UInt8(ascii: " ") { line.removeLast() }
      if line.isEmpty { continue }
      rules.append(try Self.rule(line))
    }
  }

  private static func rule(_ line: ArraySlice<UInt8>) throws(Unclear) -> Rule {
    var rule = Rule(pattern: line)
    if line.first == UInt8(ascii: "!") {
      rule.isNegative = true
      rule.pattern.removeFirst()
    }
    if rule.pattern.last == UInt8(ascii: "/") {
      rule.isForFolders = true
      rule.pattern.removeLast()
    }
    let pattern = rule.pattern
    for index in pattern.indices {
      let isClass =
        pattern[index] == UInt8(ascii: "[")
        && pattern[(index + 1)...].first == UInt8(ascii: ":")
      if pattern[index] == UInt8(ascii: "\\") || pattern[index] == 0 || isClass { throw Unclear() }
    }
    rule.isName = !pattern.contains(UInt8(ascii: "/"))
    rule.literal = pattern.prefix { !Wildcard.isSpecial($0) }.count
    if pattern.first == UInt8(ascii: "/") {
      rule.pattern.removeFirst()
      rule.literal -= 1
    }
    return rule
  }

  /// What the last rule that fits says of a path: whether it is ignored; nil if none fits.
  ///
  /// - Parameters:
  ///   - path: from the work tree's top; it stands below the folder of the file.
  ///   - name: where its last component begins.
  func verdict(_ path: [UInt8], name: Int, isFolder: Bool) -> Bool? {
    for rule in rules.reversed() where isFolder || !rule.isForFolders {
      if rule.isName ? fits(rule, path[name...]) : fits(rule, path: path[folder.count...]) {
        return !rule.isNegative
      }
    }
    return nil
  }

  private func fits(_ rule: Rule, _ name: ArraySlice<UInt8>) -> Bool {
    if rule.literal == rule.pattern.count { return name == rule.pattern }
    return Wildcard.matches(rule.pattern, name, isPath: false)
  }

  /// git compares the literal beginning by itself, so a `**` behind it counts as one at the beginning.
  private func fits(_ rule: Rule, path: ArraySlice<UInt8>) -> Bool {
    guard path.starts(with: rule.pattern.prefix(rule.literal)) else { return false }
    let pattern = rule.pattern.dropFirst(rule.literal)
    let rest = path.dropFirst(rule.literal)
    if pattern.isEmpty { return rest.isEmpty }
    return Wildcard.matches(pattern, rest, isPath: true)
  }
}
