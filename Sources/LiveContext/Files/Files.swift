internal import CPlatform
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Whole files and folders: what a path is asked to do.
enum Files {
  /// Reads a whole file of at most `limit` bytes; nil if there is none or it is no regular file.
  ///
  /// Of a longer file only its first `limit` bytes are read.
  static func read(_ path: FilePath, limit: Int) throws(FileError) -> [UInt8]? {
    guard let file = try File.openIfThere(path) else { return nil }
    let status = try file.status()
    guard status.isRegular else { return nil }
    return try file.read(at: 0, count: min(status.size, limit))
  }

  /// Puts new content in a file's place, so that a reader sees the old or the new and never a piece.
  ///
  /// The content is written to `temporary`, in the same folder, and exchanged with the old file: on ext4 a tenth of the
  /// cost of a rename over it. Whatever happens, `temporary` is gone afterwards.
  static func replace(
    _ path: FilePath, with bytes: [UInt8], temporary: FilePath, synced: Bool = false,
    permissions: FilePermissions = .everybodyReads
  ) throws(FileError) {
    try create(temporary, synced: synced, permissions: permissions) { file throws(FileError) in
      if let error = file.write(bytes).error { throw error }
    }
    if try exchange(temporary, with: path) { try dispose(temporary, replacedBy: path) }
  }

  /// Makes a new file and fills it; a file that is left of an earlier try gives way, and a failed one leaves nothing.
  static func create(
    _ path: FilePath, synced: Bool = false, permissions: FilePermissions = .everybodyReads,
    _ fill: (borrowing File) throws(FileError) -> Void
  ) throws(FileError) {
    let file: File
    do throws(FileError) {
      file = try File.open(
        path, .writeOnly, [.create, .exclusiveCreate], permissions: permissions)
    } catch {
      guard error.code == .fileExists, remove(path) else { throw error }
      file = try File.open(
        path, .writeOnly, [.create, .exclusiveCreate], permissions: permissions)
    }
    do throws(FileError) {
      try fill(file)
      if synced { try file.synchronize() }
    } catch {
      remove(path)
      throw error
    }
  }

  /// Puts the file at `temporary` in another's place.
  ///
  /// - Returns: whether what stood there stands at `temporary` now; false if there was nothing, or the system could only
  ///   rename over it.
  static func exchange(_ temporary: FilePath, with path: FilePath) throws(FileError) -> Bool {
    let exchanged = temporary.withPlatformString { new in
      path.withPlatformString { old in uninterrupted { codex_exchange(new, old) } }
    }
    if exchanged == 0 { return true }
    do throws(FileError) { try move(temporary, to: path) } catch {
      remove(temporary)
      throw error
    }
    return false
  }

  /// Renames a file, in one step, unless something stands at the new name.
  ///
  /// - Throws: `FileError` with `EEXIST` if something does.
  static func moveIfFree(_ path: FilePath, to goal: FilePath) throws(FileError) {
    let result = path.withPlatformString { old in
      goal.withPlatformString { new in uninterrupted { codex_move_if_free(old, new) } }
    }
    if result == 0 { return }
    let code = Errno(rawValue: errno)
    // Not every file system has that call; a second name is refused in the same case.
    guard code == .invalidArgument || code == .noFunction || code == .notSupported else {
      throw FileError("rename to", goal, code)
    }
    try link(path, as: goal)
    remove(path)
  }

  /// Gives a file a second name (link).
  static func link(_ path: FilePath, as name: FilePath) throws(FileError) {
    let result = path.withPlatformString { old in
      name.withPlatformString { new in uninterrupted { linkat(AT_FDCWD, old, AT_FDCWD, new, 0) } }
    }
    guard result == 0 else { throw FileError("link as", name, Errno(rawValue: errno)) }
  }

  /// Removes what an exchange has put at `temporary`; a folder is none of ours, goes back to its place, and is named.
  static func dispose(_ temporary: FilePath, replacedBy path: FilePath) throws(FileError) {
    if remove(temporary) || FileStatus.of(temporary)?.isDirectory != true { return }
    _ = try exchange(temporary, with: path)
    remove(temporary)
    throw FileError("replace", path, Errno.isDirectory)
  }

  /// Renames (rename); what stood at the new name is gone.
  static func move(_ path: FilePath, to goal: FilePath) throws(FileError) {
    let result = path.withPlatformString { old in
      goal.withPlatformString { new in uninterrupted { rename(old, new) } }
    }
    guard result == 0 else { throw FileError("rename to", goal, Errno(rawValue: errno)) }
  }

  /// Sets a file's times to now (utimensat).
  static func touch(_ path: FilePath) {
    _ = path.withPlatformString { utimensat(AT_FDCWD, $0, nil, AT_SYMLINK_NOFOLLOW) }
  }

  /// Removes a file or a link; whether there was one.
  @discardableResult
  static func remove(_ path: FilePath) -> Bool {
    path.withPlatformString { name in uninterrupted { unlink(name) } } == 0
  }

  /// Removes a folder if it is empty.
  static func removeEmptyFolder(_ path: FilePath) {
    _ = path.withPlatformString { rmdir($0) }
  }

  /// Makes a folder and those above it; one that is there is left as it is.
  ///
  /// - Throws: `FileError` with `ENOTDIR` where a file or a link stands: what we write never leaves our folders.
  static func makeFolder(_ path: FilePath, permissions: UInt32 = 0o777) throws(FileError) {
    if try makeOneFolder(path, permissions: permissions) { return }
    guard path.lastComponent != nil else {
      throw FileError("make the folder", path, Errno.noSuchFileOrDirectory)
    }
    try makeFolder(path.removingLastComponent())
    guard try makeOneFolder(path, permissions: permissions) else {
      throw FileError("make the folder", path, Errno.noSuchFileOrDirectory)
    }
  }

  /// Makes a folder in one that is there.
  ///
  /// - Returns: false if the one above it is missing.
  static func makeOneFolder(_ path: FilePath, permissions: UInt32) throws(FileError) -> Bool {
    let made = path.withPlatformString { name in uninterrupted { mkdir(name, mode_t(permissions)) }
    }
    if made == 0 { return true }
    switch errno {
    case EEXIST:
      guard FileStatus.of(path)?.isDirectory != false else {
        throw FileError("use the folder", path, Errno.notDirectory)
      }
      return true
    case ENOENT: return false
    default: throw FileError("make the folder", path, Errno(rawValue: errno))
    }
  }

  /// Waits until the names in a folder are on the disk.
  static func synchronizeFolder(_ path: FilePath) throws(FileError) {
    try File.open(path, .readOnly, .directory).synchronize()
  }

  /// The names in a folder, sorted by their bytes; none if there is no such folder.
  static func names(in folder: FilePath) -> [String] {
    // Given back by the closure, it would be one more type that the runtime makes up at its first use.
    var opened: OpaquePointer?
    folder.withPlatformString { opened = opendir($0) }
    guard let stream = opened else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { found.append(name) }
    }
    return found.sorted()
  }
}
