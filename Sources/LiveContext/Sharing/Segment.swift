/// Some events in a file of their own, which travels with the branch and is never changed.
///
/// Its name is new wherever it is made, so segments never conflict: the month as a folder, then the time and the content's
/// id. The folders keep git's own cost flat, because a commit writes one small tree anew instead of one of all segments.
public struct Segment: Sendable, Equatable {
  /// The folder of all segments, from the top of the work tree.
  public static let folder = ".codex/segments"
  /// The most bytes that we write; events beyond them go into the next segment.
  static let maximumSize = 1 << 20
  /// The most bytes that are read: merged by hand, a segment may have grown.
  public static let readLimit = 8 << 20

  /// The file, from the top of the work tree: `.codex/segments/2026-11/20261122T223010Z-3f2a9c1d0b12.ndjson`.
  public let path: String
  /// The content's blob id, as a SHA-1 repository has it.
  let blobID: String
  /// The lines, each with its line break.
  public let bytes: [UInt8]

  /// A segment of these lines, written at a moment.
  public init(lines: [String], at moment: Timestamp) {
    bytes = lines.flatMap { Array($0.utf8) + [0x0a] }
    blobID = SHA1.blobID(of: bytes)
    let id = blobID.prefix(12)
    path = "\(Segment.folder)/\(moment.description.prefix(7))/\(moment.fileName)-\(id).ndjson"
  }

  /// Whether a file below the folder is a segment, by its name.
  public static func isName(_ path: some StringProtocol) -> Bool { path.hasSuffix(".ndjson") }

  /// Whether a path from the top of the work tree is a segment's.
  public static func isPath(_ path: some StringProtocol) -> Bool {
    path.hasPrefix(folder + "/") && isName(path)
  }
}
