public import SystemPackage

/// Where git looks for hooks, and who decided that.
public struct HooksDirectory: Sendable, Equatable {
  /// Where `core.hooksPath` was set.
  public enum Scope: Sendable, Equatable {
    /// Nowhere: it is the clone's own `hooks`.
    case none
    /// In this clone's own settings.
    case repository
    /// In the user's or the machine's settings: other repositories use the same folder.
    case shared
  }

  /// The folder, absolute; it need not exist.
  public let path: FilePath
  /// Where `core.hooksPath` was set.
  public let scope: Scope
}

extension Repository {
  /// The value of a setting that counts, "" for a key that stands alone; nil when it is not set.
  ///
  /// Read from the files alone: what `git -c` passes down is meant for that git.
  public func setting(_ key: String) throws(GitError) -> String? {
    try settings().value(key)
  }

  /// Every value of a setting that may be given more than once, least important first.
  public func settings(_ key: String) throws(GitError) -> [String] {
    try settings().entries(key).map { $0.value ?? "" }
  }

  /// A setting read as git reads a boolean; nil when it is not set.
  ///
  /// Throws `badSetting` for what is none.
  public func flag(_ key: String) throws(GitError) -> Bool? {
    try settings().flag(key)
  }

  /// The clone's own list of ignored files.
  public var excludeFile: FilePath {
    place.commonDirectory.appending("info").appending("exclude")
  }

  /// Where git will look for hooks; a relative core.hooksPath begins where hooks are run.
  public func hooksDirectory() throws(GitError) -> HooksDirectory {
    guard let entry = try settings().entries("core.hooksPath").last, let value = entry.value else {
      return HooksDirectory(path: place.commonDirectory.appending("hooks"), scope: .none)
    }
    var path = FilePath(value)
    if value.isEmpty {
      path = "/"  // git puts its slash before the hook's name and nothing else.
    } else if value == "~" || value.hasPrefix("~/"), let home = environment["HOME"] {
      path = FilePath(home + value.dropFirst())
    }
    let base = place.workTree ?? place.gitDirectory
    return HooksDirectory(
      path: base.pushing(path).lexicallyNormalized(),
      scope: entry.scope == .repository ? .repository : .shared)
  }

  func settings() throws(GitError) -> Settings {
    if let known = memory.settings { return known }
    let settings = try backend.settings(memory.own, and: SettingsFiles(environment: environment))
    memory.settings = settings
    return settings
  }
}
