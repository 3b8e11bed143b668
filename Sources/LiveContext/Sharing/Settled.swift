internal import SystemPackage

/// When a work tree last had nothing to publish, so that the next commit need not look again.
public struct Settled: Sendable {
  private let path: FilePath

  /// What a store remembers of one work tree.
  public init(_ layout: StoreLayout, workTree: String) { path = layout.settled(workTree) }

  /// Remembers that nothing is pending.
  ///
  /// - Parameters:
  ///   - situation: all that the answer depends on, in one line.
  ///   - tip: the tip that it depends on; nil where nothing waits elsewhere.
  public func set(_ situation: String, tip: String?) throws(FileError) {
    let bytes = Array("\(tip ?? Settled.anyTip) \(situation)\n".utf8)
    if try Files.read(path, limit: 4096) == bytes { return }
    try Files.replace(path, with: bytes, temporary: FilePath(path.string + ".new"))
  }

  /// The tip for which nothing was pending in this situation, if it is one of these or ``anyTip``; nil if it has to be
  /// looked at again.
  public func holds(_ situation: String, tips: [String]) -> String? {
    guard let bytes = try? Files.read(path, limit: 4096) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return ([Settled.anyTip] + tips).first { text == "\($0) \(situation)\n" }
  }

  /// Stands for a tip where the answer depends on none.
  public static let anyTip = "-"
}

/// The commit after which a work tree has nothing to publish, for the hook's script, which then starts no process.
///
/// A line `TIP ref: refs/heads/BRANCH`. The script believes it where `HEAD` and the branch say the same and the file is newer than
/// what else the answer depends on: the outbox and the focus. So it is written before these are looked at, and taken back where
/// they say otherwise: what is written meanwhile is never older than the file.
public struct Quiet: Sendable {
  private let path: FilePath

  /// That of one work tree.
  public init(_ layout: StoreLayout, workTree: String) { path = layout.quiet(workTree) }

  /// Says it of a branch's tip; what was said before is written over.
  public func set(tip: String, branch: String) throws(FileError) {
    let file = try File.open(path, .writeOnly, .create)
    let line = "\(tip) ref: refs/heads/\(branch)\n"
    if let error = file.write(Array(line.utf8)).error { throw error }
  }

  /// Takes it back.
  public func clear() { Files.remove(path) }
}
