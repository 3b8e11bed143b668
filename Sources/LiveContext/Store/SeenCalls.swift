internal import SystemPackage

/// Remembers for a while which calls of agents were answered: two configurations of one agent may tell of the same run.
public struct SeenCalls: Sendable {
  private let folder: FilePath

  /// How long a call is remembered, in seconds.
  public static let memory: Int64 = 86_400
  /// How many calls are remembered before old ones are looked for.
  static let many = 64

  /// The memory of a store.
  public init(_ store: StoreLayout) { folder = store.calls }

  /// Whether nobody has come with this name before; of several who come at once, one is told so.
  ///
  /// - Parameter seconds: how long the name counts, for names that may come again.
  /// - Returns: true also where nothing can be remembered: better twice than never.
  public func isFirst(_ name: String, within seconds: Int64 = memory) -> Bool {
    let path = folder.appending(SHA1.blobID(of: name.utf8))
    if make(path) { return true }
    guard let status = FileStatus.of(path) else { return true }
    guard Timestamp.now.seconds - status.modified.seconds > seconds else { return false }
    Files.remove(path)
    return make(path)
  }

  private func make(_ path: FilePath) -> Bool {
    do throws(FileError) {
      _ = try File.open(path, .writeOnly, [.create, .exclusiveCreate])
    } catch {
      guard error.isMissing, (try? Files.makeFolder(folder)) != nil else { return false }
      return (try? File.open(path, .writeOnly, [.create, .exclusiveCreate])) != nil
    }
    forgetOld()
    return true
  }

  private func forgetOld() {
    let names = Files.names(in: folder)
    guard names.count > SeenCalls.many else { return }
    let now = Timestamp.now.seconds
    for path in names.map({ folder.appending($0) }) {
      guard let status = FileStatus.of(path) else { continue }
      if now - status.modified.seconds > SeenCalls.memory { Files.remove(path) }
    }
  }
}
