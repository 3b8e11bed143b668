#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The environment that a command was started with.
enum Variables {
  /// A variable's value; nil if it is not set.
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The tool on whose behalf something is recorded, as agents announce themselves; nil for a person.
  static var agent: String? {
    for name in ["AI_AGENT", "AGENT"] {
      if let value = value(name), !value.isEmpty { return value }
    }
    return nil
  }
}
