/// What an installation or a removal would do, before anything is done.
public struct HookPlan: Sendable, Equatable {
  /// The changes, in order; none when all is as it should be.
  public var steps: [HookStep] = []
  /// What only a person can do, because the file belongs to somebody else.
  public var byHand: [ByHand] = []
  /// What was left as it is, one line each, with the reason.
  public var remarks: [String] = []
  /// Paths from the top of the work tree that the caller must have git ignore: new files of ours in a
  /// `core.hooksPath` inside the work tree.
  public var toIgnore: [String] = []

  /// A text for a person to add to a file of theirs.
  public struct ByHand: Sendable, Equatable {
    /// The hook, as in "post-commit".
    public let hook: String
    /// Why it is not done for them, one clause.
    public let reason: String
    /// The file, as a person would name it.
    public let file: String
    /// What to add.
    public let text: String
  }
}
