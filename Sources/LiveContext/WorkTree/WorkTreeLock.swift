public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// `.codex/lock`, the plan's convention between writers that know nothing of each other: who makes the file may write.
///
/// It is only ever taken while the store's lock is held, so one of ours, of this boot and this store, that is found then
/// is a dead writer's.
struct WorkTreeLock: ~Copyable {
  let path: FilePath
  private let made: FileStatus

  deinit {
    // A writer that was stopped for long may find that somebody has removed its lock and holds one of its own.
    // The same inode does not tell: it may be used again at once.
    if FileStatus.of(path) == made { Files.remove(path) }
  }

  /// Runs a piece of work under the lock, which is released whatever happens.
  ///
  /// - Returns: what the work gave; nil if somebody else holds the lock, and then the work was not done.
  static func held<Result>(
    _ layout: FolderLayout, store: StoreLayout, command: String,
    _ body: () throws(FileError) -> Result
  ) throws(FileError) -> Result? {
    guard let lock = try acquire(layout, store: store, command: command) else { return nil }
    let result = try body()
    lock.release()
    return result
  }

  /// Gives the lock up.
  consuming func release() {}

  /// Takes the lock if it is free, or left behind by a writer of ours that is certainly gone.
  ///
  /// - Returns: nil if somebody else holds it.
  static func acquire(
    _ layout: FolderLayout, store: StoreLayout, command: String
  ) throws(FileError) -> WorkTreeLock? {
    // A link would lead what is written under the lock out of the work tree.
    if layout.isBlocked { throw FileError("use the folder", layout.root, Errno.notDirectory) }
    let boot = bootID()
    for _ in 0..<2 {
      if FileStatus.of(layout.lock) != nil {
        guard isDead(layout.lock, boot: boot, store: store) else { return nil }
        Files.remove(layout.lock)
      }
      do throws(FileError) {
        return try WorkTreeLock(
          path: layout.lock, made: make(layout, boot: boot, store: store, command: command))
      } catch {
        guard error.code == .fileExists else { throw error }
      }
    }
    return nil
  }

  /// Makes the lock, with what it says: a writer that is killed here leaves no lock, or one that is known for its own.
  private static func make(
    _ layout: FolderLayout, boot: String, store: StoreLayout, command: String
  ) throws(FileError) -> FileStatus {
    // Key by key: a literal would be a list of pairs, whose type the runtime makes up at its first use.
    var holder = JSONObject()
    holder.append("pid", .integer(Int(getpid())))
    holder.append("boot", .string(boot))
    holder.append("store", .string(store.root.string))
    holder.append("ts", .string(Timestamp.now.description))
    holder.append("command", .string(command))
    let said = Array((JSON.object(holder).compact + "\n").utf8)
    if let made = try linked(layout.lock, as: store.holder, saying: said) { return made }
    return try created(layout, saying: said)
  }

  /// Makes the lock a second name of a file in the store that is kept for it: on ext4 a third of the cost of a new file.
  ///
  /// The store's lock is held, so nobody else writes that file.
  /// - Returns: nil where that cannot be: another file system, one without links, a read-only store.
  /// - Throws: `FileError` with `EEXIST` if somebody holds the lock.
  private static func linked(
    _ lock: FilePath, as holder: FilePath, saying said: [UInt8]
  ) throws(FileError) -> FileStatus? {
    do throws(FileError) {
      let file = try File.open(holder, .readWrite, [.create, .nonBlocking])
      try file.write(said, at: 0)
      var made = try file.status()
      if made.size > said.count {
        try file.truncate(to: said.count)
        made = try file.status()
      }
      try Files.link(holder, as: lock)
      return made
    } catch {
      if error.code == .fileExists { throw error }
      return nil
    }
  }

  private static func created(
    _ layout: FolderLayout, saying said: [UInt8]
  ) throws(FileError) -> FileStatus {
    let temporary = layout.temporary(layout.lock)
    var made: FileStatus?
    try Files.create(temporary) { (file) throws(FileError) in
      if let error = file.write(said).error { throw error }
      made = try file.status()
    }
    do throws(FileError) { try Files.moveIfFree(temporary, to: layout.lock) } catch {
      Files.remove(temporary)
      throw error
    }
    guard let made else { throw FileError("look at", layout.lock, Errno.ioError) }
    return made
  }

  /// Who holds a lock, as it says itself.
  static func holder(_ path: FilePath) -> JSONObject? {
    guard let bytes = try? Files.read(path, limit: 4096) else { return nil }
    return (try? JSON.parse(bytes))?.object
  }

  /// Whether a lock says what ours say.
  static func isOurs(_ holder: JSONObject) -> Bool {
    holder["pid"]?.int != nil && holder["boot"]?.text != nil && holder["store"]?.text != nil
  }

  private static func isDead(_ path: FilePath, boot: String, store: StoreLayout) -> Bool {
    guard let status = FileStatus.of(path), status.isRegular, let holder = holder(path),
      isOurs(holder)
    else { return false }
    if holder["boot"]?.text == boot && holder["store"]?.text == store.root.string { return true }
    return Timestamp.now.seconds - status.modified.seconds > 60
  }

  /// What tells this boot of this kernel from any other.
  static func bootID() -> String {
    let bytes =
      (try? File.open("/proc/sys/kernel/random/boot_id", .readOnly).read(at: 0, count: 36)) ?? []
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A `.codex/lock` that another writer holds.
public struct ForeignLock: Sendable, CustomStringConvertible {
  /// The file.
  public let path: FilePath
  /// How long it has been there, in seconds by the file system's clock.
  public let age: Int64
  /// Whether it is in our format.
  public let isOurs: Bool

  /// Whether it is so old that somebody should look.
  public var isOld: Bool { age > 600 }

  /// The lock that stands in a folder now; nil if there is none.
  public static func standing(in layout: FolderLayout) -> ForeignLock? {
    guard let status = FileStatus.of(layout.lock) else { return nil }
    let holder = WorkTreeLock.holder(layout.lock)
    return ForeignLock(
      path: layout.lock, age: max(0, Timestamp.now.seconds - status.modified.seconds),
      isOurs: holder.map(WorkTreeLock.isOurs) ?? false)
  }

  /// Who holds it, since when, and how it is removed when that writer is gone.
  public var description: String {
    "\(path) has been held by another writer for \(age) s; if that writer is gone: codex-hook unlock"
  }
}
