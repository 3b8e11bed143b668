/// What kept a question about the repository from being answered.
public struct GitError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The sort of failure, for callers that go on differently.
  public enum Kind: Sendable, Equatable {
    /// There is no repository at or above the folder.
    case notARepository
    /// It belongs to another user, and git does not trust it either.
    case foreignOwner
    /// Neither libgit2 nor the git executable can read this kind of repository.
    case unsupported
    /// An object is not in this clone (a partial or damaged one).
    case missingObject
    /// An abbreviated object name fits more than one object.
    case ambiguous
    /// A setting has a value that git would refuse.
    case badSetting
    /// The git executable could not be run, or died.
    case program
    /// Anything else that libgit2 or git reported.
    case failed
  }

  /// The sort of failure.
  public let kind: Kind
  /// What could not be done.
  public let what: String
  /// Why: libgit2's or git's own words.
  public let why: String
  /// What to do next; nil when there is nothing to advise.
  public let next: String?

  init(_ kind: Kind, _ what: String, why: String, next: String? = nil) {
    self.kind = kind
    self.what = what
    self.why = why
    self.next = next
  }

  /// All of it on one line.
  public var description: String {
    let advice = next.map { "; \($0)" } ?? ""
    return "\(what): \(why)\(advice)"
  }
}
