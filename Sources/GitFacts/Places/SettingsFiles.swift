import CLibGit2
import SystemPackage

/// The files of settings that git reads beside a repository's own.
///
/// libgit2 1.5 knows neither the variables that move them nor a work tree's own file.
struct SettingsFiles {
  let environment: Environment

  /// The machine's file; nil when GIT_CONFIG_NOSYSTEM says so or there is none.
  var system: FilePath? {
    if environment.isTrue("GIT_CONFIG_NOSYSTEM", default: false) { return nil }
    return existing(environment["GIT_CONFIG_SYSTEM"] ?? "/etc/gitconfig")
  }

  /// The user's file below XDG_CONFIG_HOME.
  var desktop: FilePath? {
    if environment["GIT_CONFIG_GLOBAL"] != nil { return nil }
    if let folder = environment["XDG_CONFIG_HOME"] { return existing("\(folder)/git/config") }
    return environment["HOME"].flatMap { existing("\($0)/.config/git/config") }
  }

  /// What stands in for the `~/.gitconfig` that libgit2 reads by itself; nil when that is the right one.
  var user: FilePath? {
    if let file = environment["GIT_CONFIG_GLOBAL"] { return existing(file) ?? "/dev/null" }
    let home = environment["HOME"]
    if home == Environment.inherited["HOME"] { return nil }
    return home.flatMap { existing("\($0)/.gitconfig") } ?? "/dev/null"
  }

  private func existing(_ path: String) -> FilePath? {
    let path = FilePath(path)
    return path.exists ? path : nil
  }
}

extension Library {
  /// A repository's settings together with those of the user's and the machine's files.
  func settings(_ own: Settings, and files: SettingsFiles) throws(GitError) -> Settings {
    let (system, desktop, user) = (files.system, files.desktop, files.user)
    if let system { try addSettings(system, level: GIT_CONFIG_LEVEL_SYSTEM) }
    if let desktop { try addSettings(desktop, level: GIT_CONFIG_LEVEL_XDG) }
    if let user { try addSettings(user, level: GIT_CONFIG_LEVEL_GLOBAL) }
    return system == nil && desktop == nil && user == nil ? own : try settings()
  }

  /// A repository's own settings, with those of `config.worktree` where it says that there is one.
  func ownSettings(_ gitDirectory: FilePath) throws(GitError) -> Settings {
    let own = try ownSettings()
    let file = gitDirectory.appending("config.worktree")
    guard try own.flag("extensions.worktreeConfig") == true, file.exists else { return own }
    // The level above the repository's own: libgit2 1.8 calls it WORKTREE and reads the same file there.
    try addSettings(file, level: GIT_CONFIG_LEVEL_APP)
    return try settings()
  }
}
