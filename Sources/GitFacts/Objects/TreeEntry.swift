/// One name in a folder of a commit.
public struct TreeEntry: Sendable, Equatable {
  /// What it stands for.
  public enum Kind: Sendable, Equatable {
    /// A file.
    case file
    /// A file that can be run.
    case executable
    /// A symbolic link; its blob is the target.
    case link
    /// A folder.
    case folder
    /// A commit of another repository.
    case submodule
  }

  /// The name, without the folder; bytes that are not UTF-8 are repaired.
  public let name: String
  /// What it stands for.
  public let kind: Kind
  /// The blob, tree or commit.
  public let id: ObjectID
}
