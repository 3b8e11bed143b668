import SystemPackage

/// Which git stands first in PATH: what it can do is not a matter of the repository.
public struct GitVersion: Sendable, Equatable, Comparable, CustomStringConvertible {
  /// The number before the first dot.
  public let major: Int
  /// The number behind it.
  public let minor: Int

  /// A version by its first two numbers.
  public init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `git version 2.39.5 (and more)`; nil for anything else.
  public init?(_ line: some StringProtocol) {
    let words = line.split(separator: " ")
    guard words.count >= 3, words[0] == "git", words[1] == "version" else { return nil }
    let numbers = words[2].split(separator: ".").prefix(2).map { Int($0) }
    guard numbers.count == 2, let major = numbers[0], let minor = numbers[1] else { return nil }
    self.init(major, minor)
  }

  /// Asks the git that a command line in this environment would start; nil if there is none.
  public static func ofProgram() -> GitVersion? {
    let git = GitProgram(in: "/", trust: .checked, environment: .inherited)
    guard let answer = try? git.run("version"), answer.status == 0 else { return nil }
    return answer.lines.first.flatMap { GitVersion($0) }
  }

  /// Older before newer.
  public static func < (left: GitVersion, right: GitVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  /// The first git that runs hooks from its configuration.
  public static let configuredHooks = GitVersion(2, 54)

  /// As in "2.54".
  public var description: String { "\(major).\(minor)" }
}
