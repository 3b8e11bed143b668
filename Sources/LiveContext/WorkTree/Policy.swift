internal import SystemPackage

/// What the people of a repository decided (`policy.json`); what it does not say is as in a fresh install.
enum Policy {
  /// Whether a full journal is rotated without asking.
  static func rotates(_ path: FilePath) -> Bool { word("rotation", path) != "propose" }

  private static func word(_ key: String, _ path: FilePath) -> String? {
    guard let bytes = try? Files.read(path, limit: 65_536) else { return nil }
    return (try? JSON.parse(bytes))?.object?[key]?.text
  }
}
