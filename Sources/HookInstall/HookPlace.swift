public import SystemPackage

/// Where git looks for a repository's hooks, as values that the caller asked git for.
public struct HookPlace: Sendable, Equatable {
  /// Who says where the hooks are.
  public enum Origin: Sendable, Equatable {
    /// Nobody: it is `hooks` in the git common directory.
    case standard
    /// `core.hooksPath` in the repository's own configuration, or in that of the work tree.
    case repository
    /// `core.hooksPath` in the configuration of the user, of the machine, or of one command: other
    /// repositories run what is there, so it is never written to.
    case shared
  }

  /// The folder, absolute: a relative `core.hooksPath` is relative to the top of the work tree.
  public let folder: FilePath
  /// Who says so.
  public let origin: Origin
  /// The top of the work tree, absolute; nil in a bare repository.
  public let workTree: FilePath?
  /// The paths, relative to the folder, of files in it that git tracks.
  public let tracked: Set<String>

  /// Takes the four values together.
  public init(
    folder: FilePath, origin: Origin, workTree: FilePath?, tracked: Set<String> = []
  ) {
    self.folder = folder.lexicallyNormalized()
    self.origin = origin
    self.workTree = workTree?.lexicallyNormalized()
    self.tracked = tracked
  }

  /// The folder's path from the top of the work tree, or nil when it is not inside: in `.git` is outside.
  var fromWorkTree: FilePath? {
    guard let workTree, origin == .repository else { return nil }
    var path = folder
    guard path.removePrefix(workTree) else { return nil }
    return path.components.first == ".git" ? nil : path
  }

  /// What stands at a name.
  func path(_ name: String) -> FilePath { folder.pushing(FilePath(name)) }
}
