import CLibGit2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The environment variables that a repository is opened under: the process's own, or given ones in a test.
struct Environment: Sendable {
  private let given: [String: String]?

  /// The process's own.
  static let inherited = Environment(given: nil)

  /// Exactly these.
  init(_ variables: [String: String]) {
    given = variables
  }

  private init(given: [String: String]?) {
    self.given = given
  }

  /// The value of a variable; nil when it is not set, and when it is empty.
  subscript(name: String) -> String? {
    let value = given.map { $0[name] } ?? getenv(name).map { String(cString: $0) }
    return value?.isEmpty == true ? nil : value
  }

  /// Every variable as `NAME=value`.
  var all: [String] {
    if let given { return given.map { "\($0.key)=\($0.value)" } }
    var found: [String] = []
    guard var cursor = codex_environment() else { return found }
    while let entry = cursor.pointee {
      found.append(String(cString: entry))
      cursor += 1
    }
    return found
  }

  /// A variable that git reads as a boolean.
  func isTrue(_ name: String, default standard: Bool) -> Bool {
    guard let value = self[name] else { return standard }
    return Settings.boolean(value) ?? standard
  }
}
