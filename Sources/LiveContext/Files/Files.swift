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
    remove(temporary)
    do throws(FileError) {
      let file = try File.open(
        temporary, .writeOnly, [.create, .exclusiveCreate], permissions: permissions)
      if let error = file.write(bytes).error { throw error }
      if synced { try file.synchronize() }
    } catch {
      remove(temporary)
      throw error
    }
    let exchanged = temporary.withPlatformString { new in
      path.withPlatformString { old in codex_exchange(new, old) }
    }
    if exchanged == 0 {
      remove(temporary)
      return
    }
    do throws(FileError) { try move(temporary, to: path) } catch {
      remove(temporary)
      throw error
    }
  }

  /// Renames (rename); what stood at the new name is gone.
  static func move(_ path: FilePath, to goal: FilePath) throws(FileError) {
    let result = path.withPlatformString { old in
      goal.withPlatformString { new in rename(old, new) }
    }
    guard result == 0 else { throw FileError("rename to", goal, Errno(rawValue: errno)) }
  }

  /// Removes a file or a link; whether there was one.
  @discardableResult
  static func remove(_ path: FilePath) -> Bool {
    path.withPlatformString { unlink($0) } == 0
  }

  /// Removes a folder if it is empty.
  static func removeEmptyFolder(_ path: FilePath) {
    _ = path.withPlatformString { rmdir($0) }
  }

  /// Makes a folder and those above it; one that is there is left as it is.
  static func makeFolder(_ path: FilePath, permissions: UInt32 = 0o777) throws(FileError) {
    if path.withPlatformString({ mkdir($0, mode_t(permissions)) }) == 0 { return }
    switch errno {
    case EEXIST:
      return
    case ENOENT where path.lastComponent != nil:
      try makeFolder(path.removingLastComponent())
      guard path.withPlatformString({ mkdir($0, mode_t(permissions)) }) == 0 || errno == EEXIST
      else { throw FileError("make the folder", path, Errno(rawValue: errno)) }
    default:
      throw FileError("make the folder", path, Errno(rawValue: errno))
    }
  }

  /// The names in a folder, sorted by their bytes; none if there is no such folder.
  static func names(in folder: FilePath) -> [String] {
    guard let stream = folder.withPlatformString({ opendir($0) }) else { return [] }
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
