import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few file operations that an installation is made of; every change of a file is one rename.
enum HookFiles {
  /// What stands at a path, links not followed.
  enum Kind: Equatable {
    case nothing
    case file(mode: mode_t)
    case link
    case other
  }

  static func kind(_ path: FilePath) throws(HookInstallError) -> Kind {
    var status = stat()
    guard lstat(path.string, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .nothing }
      throw HookInstallError("look at", path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(mode: status.st_mode & 0o7777)
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// Whether something stands at a path that is no folder and no link to one: `/dev/null`, for one.
  static func isNoFolder(_ path: FilePath) -> Bool {
    var status = stat()
    return stat(path.string, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// The bytes of a file, or nil when there is none to read: nothing, a dangling link, a folder.
  static func read(_ path: FilePath) throws(HookInstallError) -> [UInt8]? {
    do {
      let file = try FileDescriptor.open(path, .readOnly)
      return try file.closeAfter {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
          let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
          if count == 0 { return bytes }
          bytes += buffer[..<count]
        }
      }
    } catch let code as Errno {
      if code == .noSuchFileOrDirectory || code == .isDirectory || code == .notDirectory {
        return nil
      }
      throw HookInstallError("read", path, code)
    } catch {
      throw HookInstallError("read", path, .ioError)
    }
  }

  /// Replaces a file, or makes it, so that at every moment a whole one stands there.
  static func write(
    _ bytes: [UInt8], to path: FilePath, mode: mode_t
  ) throws(HookInstallError) {
    let new = FilePath("\(path.string).new-\(getpid())")
    do {
      let file = try FileDescriptor.open(
        new, .writeOnly, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
      try file.closeAfter {
        _ = try file.writeAll(bytes)
        // Set on the file: what open was given is cut by the umask.
        guard fchmod(file.rawValue, mode) == 0 else { throw Errno(rawValue: errno) }
      }
      guard rename(new.string, path.string) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      unlink(new.string)
      throw HookInstallError("write", path, (error as? Errno) ?? .ioError)
    }
  }

  /// Replaces a file of git's settings as git itself does: it holds `NAME.lock`, which then becomes the file.
  static func edit(
    _ path: FilePath, from old: [UInt8], to new: [UInt8]
  ) throws(HookInstallError) {
    let lock = FilePath("\(path.string).lock")
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(
        lock, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: .ownerReadWrite)
    } catch { throw HookInstallError("make", lock, (error as? Errno) ?? .ioError) }
    do {
      try file.closeAfter {
        guard case .file(let mode) = try kind(path), try read(path) == old else {
          throw HookInstallError("edit", path, .resourceBusy)
        }
        _ = try file.writeAll(new)
        guard fchmod(file.rawValue, mode) == 0 else { throw Errno(rawValue: errno) }
      }
      guard rename(lock.string, path.string) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      unlink(lock.string)
      if let error = error as? HookInstallError { throw error }
      throw HookInstallError("edit", path, (error as? Errno) ?? .ioError)
    }
  }

  /// Gives a file, or a link, a second name: the first is still there until it is written over.
  static func keep(_ path: FilePath, as kept: FilePath) throws(HookInstallError) {
    if linkat(AT_FDCWD, path.string, AT_FDCWD, kept.string, 0) == 0 { return }
    if errno == EEXIST { throw HookInstallError("make", kept) }
    // No hard links on this file system.
    try move(path, to: kept)
  }

  static func move(_ path: FilePath, to other: FilePath) throws(HookInstallError) {
    guard rename(path.string, other.string) == 0 else { throw HookInstallError("move", path) }
  }

  static func remove(_ path: FilePath) throws(HookInstallError) {
    guard unlink(path.string) == 0 else { throw HookInstallError("remove", path) }
  }

  /// Makes a symbolic link; when it cannot, removes folders that were made for it.
  static func link(
    _ path: FilePath, to target: String, orRemove made: [FilePath] = []
  ) throws(HookInstallError) {
    guard symlink(target, path.string) == 0 else {
      let failure = HookInstallError("link", path)
      for folder in made.reversed() { rmdir(folder.string) }
      throw failure
    }
  }

  /// Where a symbolic link leads, as it is written in it; nil for anything else.
  static func linkTarget(_ path: FilePath) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path.string, &buffer, buffer.count)
    return count < 0
      ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Makes a folder and those above it, and tells which it made, the outermost first.
  static func makeFolder(_ path: FilePath) throws(HookInstallError) -> [FilePath] {
    if access(path.string, F_OK) == 0 { return [] }
    let above = path.removingLastComponent()
    var made = above == path ? [] : try makeFolder(above)
    guard mkdir(path.string, 0o755) == 0 else {
      let failure = HookInstallError("make the folder", path)
      for folder in made.reversed() { rmdir(folder.string) }
      throw failure
    }
    made.append(path)
    return made
  }
}
