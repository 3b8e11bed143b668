internal import CPlatform
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An open file: one owner, closed at the end of its life.
///
/// A link at the last component of the path is never followed, and no child process inherits the descriptor.
struct File: ~Copyable {
  let descriptor: FileDescriptor
  let path: FilePath

  /// Opens a file.
  ///
  /// - Throws: `FileError` with the errno of open(2); `ELOOP` where the path is a symbolic link.
  static func open(
    _ path: FilePath, _ mode: FileDescriptor.AccessMode,
    _ options: FileDescriptor.OpenOptions = [], permissions: FilePermissions = .everybodyReads
  ) throws(FileError) -> File {
    do {
      let flags = options.union([.noFollow, .closeOnExec])
      let descriptor = try FileDescriptor.open(
        path, mode, options: flags,
        permissions: options.contains(.create) ? permissions : nil)
      return File(descriptor: try aboveStandardStreams(descriptor), path: path)
    } catch { throw FileError("open", path, error) }
  }

  /// Where git was started without standard streams, a file could take the number of one, and a message for a person would
  /// be written into it.
  private static func aboveStandardStreams(_ descriptor: FileDescriptor) throws -> FileDescriptor {
    guard descriptor.rawValue <= 2 else { return descriptor }
    defer { try? descriptor.close() }
    let higher = fcntl(descriptor.rawValue, F_DUPFD_CLOEXEC, 3)
    guard higher >= 0 else { throw Errno(rawValue: errno) }
    return FileDescriptor(rawValue: higher)
  }

  /// Opens a file that is there; nil if there is none, or a symbolic link, which is none of ours.
  static func openIfThere(
    _ path: FilePath, _ mode: FileDescriptor.AccessMode = .readOnly
  ) throws(FileError) -> File? {
    do throws(FileError) {
      // A foreign FIFO of that name must not hold us.
      return try open(path, mode, .nonBlocking)
    } catch {
      if error.isMissing || error.code == .tooManySymbolicLinkLevels { return nil }
      throw error
    }
  }

  deinit { try? descriptor.close() }

  /// Size, kind, owner and identity (fstat).
  func status() throws(FileError) -> FileStatus {
    var status = stat()
    guard uninterrupted({ fstat(descriptor.rawValue, &status) }) == 0 else {
      throw FileError("look at", path, Errno(rawValue: errno))
    }
    return FileStatus(status)
  }

  /// Reads at most so many bytes from an offset; fewer only at the end of the file.
  func read(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    do {
      return try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count {
          let rest = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
          let got = try descriptor.read(fromAbsoluteOffset: Int64(offset + filled), into: rest)
          if got == 0 { break }
          filled += got
        }
      }
    } catch { throw FileError("read", path, error) }
  }

  /// Writes all of it in as few calls as the system lets us, at the end if the file was opened so.
  ///
  /// - Returns: how many bytes were written before the error, if there was one.
  func write(_ bytes: [UInt8]) -> (written: Int, error: FileError?) {
    var written = 0
    do {
      try bytes.withUnsafeBytes { buffer in
        while written < buffer.count {
          written += try descriptor.write(UnsafeRawBufferPointer(rebasing: buffer[written...]))
        }
      }
      return (written, nil)
    } catch { return (written, FileError("write", path, error)) }
  }

  /// Writes at an offset.
  func write(_ bytes: [UInt8], at offset: Int) throws(FileError) {
    var written = 0
    do {
      try bytes.withUnsafeBytes { buffer in
        while written < buffer.count {
          written += try descriptor.write(
            toAbsoluteOffset: Int64(offset + written),
            UnsafeRawBufferPointer(rebasing: buffer[written...]))
        }
      }
    } catch { throw FileError("write", path, error) }
  }

  /// Cuts the file to a size (ftruncate).
  func truncate(to size: Int) throws(FileError) {
    guard uninterrupted({ ftruncate(descriptor.rawValue, off_t(size)) }) == 0 else {
      throw FileError("truncate", path, Errno(rawValue: errno))
    }
  }

  /// Waits until the content is on the disk (fsync).
  func synchronize() throws(FileError) {
    guard uninterrupted({ fsync(descriptor.rawValue) }) != 0 else { return }
    // A file system without fsync keeps what it can; that is no fault of the recording.
    if errno == EINVAL || errno == ENOSYS { return }
    throw FileError("sync", path, Errno(rawValue: errno))
  }

  /// Takes the exclusive lock without waiting (flock).
  ///
  /// - Returns: whether it was free.
  func tryLock() throws(FileError) -> Bool {
    if uninterrupted({ flock(descriptor.rawValue, LOCK_EX | LOCK_NB) }) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    throw FileError("lock", path, Errno(rawValue: errno))
  }

  /// Waits for the exclusive lock, not much longer than so many milliseconds.
  ///
  /// - Returns: whether it was given up by then.
  func lock(within milliseconds: Int) throws(FileError) -> Bool {
    if codex_lock_within(descriptor.rawValue, Int32(milliseconds)) == 0 { return true }
    if errno == EINTR { return false }
    throw FileError("lock", path, Errno(rawValue: errno))
  }

  /// Writes a part of another file to the start of this one, in a bounded amount of memory; holes stay holes.
  func take(_ count: Int, from other: borrowing File, at offset: Int) throws(FileError) {
    let step = 262_144
    var at = 0
    while at < count {
      let piece = try other.read(at: offset + at, count: min(step, count - at))
      if piece.isEmpty { break }
      if codex_is_zero(piece, piece.count) == 0 { try write(piece, at: at) }
      at += piece.count
    }
    if at > 0, try status().size < at { try truncate(to: at) }
  }
}

/// Makes a system call again as long as a signal interrupts it.
func uninterrupted(_ call: () -> Int32) -> Int32 {
  while true {
    let result = call()
    if result == 0 || errno != EINTR { return result }
  }
}

/// What the file system says of a file.
struct FileStatus: Sendable, Equatable {
  let size: Int
  let isRegular: Bool
  let isDirectory: Bool
  let permissions: UInt32
  let owner: UInt32
  let device: UInt64
  let inode: UInt64
  let modified: Timestamp
  /// The nanoseconds of `modified`.
  let nanoseconds: Int

  init(_ status: stat) {
    size = Int(status.st_size)
    isRegular = status.st_mode & S_IFMT == S_IFREG
    isDirectory = status.st_mode & S_IFMT == S_IFDIR
    permissions = UInt32(status.st_mode & 0o7777)
    owner = status.st_uid
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    #if canImport(Darwin)
      modified = Timestamp(seconds: Int64(status.st_mtimespec.tv_sec))
      nanoseconds = status.st_mtimespec.tv_nsec
    #else
      modified = Timestamp(seconds: Int64(status.st_mtim.tv_sec))
      nanoseconds = status.st_mtim.tv_nsec
    #endif
  }

  /// Whether both are the same file, however it is called.
  func isSame(as other: FileStatus) -> Bool { inode == other.inode && device == other.device }

  /// What stands at a path, a link itself and not its goal; nil if nothing does.
  static func of(_ path: FilePath) -> FileStatus? {
    var status = stat()
    guard path.withPlatformString({ name in uninterrupted { lstat(name, &status) } }) == 0 else {
      return nil
    }
    return FileStatus(status)
  }
}

extension FilePermissions {
  /// 0644; the umask takes its part away.
  static var everybodyReads: FilePermissions { [.ownerReadWrite, .groupRead, .otherRead] }
}
