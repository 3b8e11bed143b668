internal import SystemPackage

/// The newest commits of a work tree's history, as its last recording found them: the next one, which stands on top of them,
/// need not read them from git again.
///
/// What it says is true for good, whatever HEAD is now: the first commit reaches all others.
public struct Lineage: Sendable {
  /// The tip and commits that it reaches, as shas, newest first.
  public let commits: [String]

  /// The most commits that are remembered.
  public static let limit = 24
  /// The file's fixed length, so that it is replaced in one write and is never half of one and half of another.
  static let length = 2048

  /// A lineage of a tip and commits that it reaches; what is more than can be remembered is left out.
  public init(_ commits: [String]) {
    self.commits = Array(commits.prefix(Lineage.limit))
  }

  /// What a store remembers; empty where it remembers nothing, or nothing that makes sense.
  public static func of(_ layout: StoreLayout) -> Lineage {
    guard let bytes = try? Files.read(layout.lineage, limit: length), bytes.count == length else {
      return Lineage([])
    }
    var commits: [String] = []
    var start = 0
    while let end = JournalLine.end(in: bytes, from: start), end > start {
      commits.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end + 1
    }
    return Lineage(commits.allSatisfy(Contract.isObjectID) ? commits : [])
  }

  /// Remembers it; where that fails, git is read.
  public func save(_ layout: StoreLayout) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Lineage.length)
    for sha in commits {
      bytes += sha.utf8
      bytes.append(0x0a)
    }
    guard bytes.count < Lineage.length else { return }
    bytes.append(contentsOf: repeatElement(0x0a, count: Lineage.length - bytes.count))
    try? File.open(layout.lineage, .writeOnly, .create).write(bytes, at: 0)
  }
}
