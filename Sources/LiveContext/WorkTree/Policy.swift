internal import SystemPackage

/// What the people of a repository decided (`policy.json`); what it does not say is as in a fresh install.
public struct Policy: Sendable {
  private let file: FilePath
  private let kept: FilePath?

  /// The policy of a work tree; where its file is gone, the one that the store keeps.
  public init(_ folder: FolderLayout, store: StoreLayout? = nil) {
    self.init(file: folder.policy, kept: store?.approved.appending("policy.json"))
  }

  init(file: FilePath, kept: FilePath? = nil) {
    self.file = file
    self.kept = kept
  }

  /// The keys that may be decided, with the words that each may have; the first is a fresh install's.
  public static let keys: [(name: String, words: [String])] = [
    ("rotation", ["auto", "propose"]), ("publish", ["commit", "manual"]),
  ]

  /// What a work tree's file holds; nil if there is none.
  public static func bytes(in folder: FolderLayout) -> [UInt8]? { read(folder.policy) }

  /// Whether a full journal is rotated without asking.
  public var rotates: Bool { word("rotation") != "propose" }

  private func word(_ key: String) -> String? {
    guard let bytes = Policy.read(file) ?? kept.flatMap(Policy.read) else { return nil }
    return (try? JSON.parse(bytes))?.object?[key]?.text
  }

  private static func read(_ path: FilePath) -> [UInt8]? {
    (try? Files.read(path, limit: 65_536)) ?? nil
  }
}
