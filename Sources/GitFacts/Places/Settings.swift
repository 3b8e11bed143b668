/// Every setting that git knows in a repository, in git's order of precedence.
struct Settings: Sendable {
  /// How far a setting reaches: the file it was read from.
  enum Scope: Sendable, Equatable {
    /// This repository's `config` or this work tree's `config.worktree`.
    case repository
    /// The user's or the machine's files, which other repositories read too.
    case shared
  }

  /// One line of one file; no value means that the key stood alone, which is true.
  struct Entry: Sendable, Equatable {
    /// The key, its section and name in lower case.
    let key: String
    let value: String?
    let scope: Scope
  }

  /// Key by key as they were read: a dictionary of so few costs more to set up than all the looks through them.
  private var lines: [Entry] = []

  /// Adds a setting that overrides the earlier ones.
  mutating func add(_ entry: Entry) { lines.append(entry) }

  /// The entries of a key, least important first.
  func entries(_ key: String) -> [Entry] {
    let key = Self.normalized(key)
    return lines.filter { $0.key == key }
  }

  /// The value that counts; "" for a key that stands alone.
  func value(_ key: String) -> String? {
    entries(key).last.map { $0.value ?? "" }
  }

  /// Whether some of the clone's objects were left with the server it came from.
  var isPartialClone: Bool {
    lines.contains { line in
      line.key == "extensions.partialclone"
        || line.key.hasPrefix("remote.") && line.key.hasSuffix(".promisor")
    }
  }

  /// Reads the value that counts as git reads a boolean; nil when the key is not set.
  func flag(_ key: String) throws(GitError) -> Bool? {
    guard let entry = entries(key).last else { return nil }
    guard let value = entry.value else { return true }
    if value.isEmpty { return false }
    if let flag = Self.boolean(value) { return flag }
    throw GitError(
      .badSetting, "cannot use the setting \(key)", why: "\"\(value)\" is not a boolean",
      next: "set it to true or false with git config")
  }

  /// What git takes for a boolean: words, or a number with an optional k, m or g.
  static func boolean(_ value: String) -> Bool? {
    switch value.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off", "": return false
    default:
      var digits = value[...]
      if let last = digits.last, "kKmMgG".contains(last) { digits.removeLast() }
      return Int64(digits).map { $0 != 0 }
    }
  }

  /// Section and name in lower case; what stands between them is left as it is.
  static func normalized(_ key: String) -> String {
    var bytes = Array(key.utf8)
    let dot = UInt8(ascii: ".")
    let kept = (bytes.firstIndex(of: dot) ?? 0)..<(bytes.lastIndex(of: dot) ?? 0)
    // git takes ASCII alone for a section and a name.
    for at in bytes.indices where !kept.contains(at) && (0x41...0x5a).contains(bytes[at]) {
      bytes[at] += 0x20
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
