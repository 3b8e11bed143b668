import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are too large to be held in memory: binaries.
extension HookFiles {
  private static let piece = 262_144

  /// Gives a file's content piece by piece until the body returns false; false if there is no such file.
  static func forEachPiece(
    of path: FilePath, _ body: (Int64, UnsafeRawBufferPointer) throws -> Bool
  ) throws(HookInstallError) -> Bool {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
      return try file.closeAfter {
        var buffer = [UInt8](repeating: 0, count: piece)
        var at: Int64 = 0
        while true {
          let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
          if count == 0 { return true }
          let goesOn = try buffer.withUnsafeBytes {
            try body(at, UnsafeRawBufferPointer(rebasing: $0[..<count]))
          }
          if !goesOn { return true }
          at += Int64(count)
        }
      }
    } catch let code as Errno {
      if code == .noSuchFileOrDirectory || code == .isDirectory || code == .notDirectory {
        return false
      }
      throw HookInstallError("read", path, code)
    } catch { throw HookInstallError("read", path, .ioError) }
  }

  /// Whether two files have the same content.
  static func areSame(_ path: FilePath, _ other: FilePath) throws(HookInstallError) -> Bool {
    var one = stat()
    var two = stat()
    guard stat(path.string, &one) == 0, stat(other.string, &two) == 0, one.st_size == two.st_size
    else { return false }
    var isSame = true
    do {
      let right = try FileDescriptor.open(other, .readOnly, options: .closeOnExec)
      _ = try right.closeAfter {
        var buffer = [UInt8](repeating: 0, count: piece)
        return try forEachPiece(of: path) { at, bytes in
          let count = try buffer.withUnsafeMutableBytes {
            try right.read(
              fromAbsoluteOffset: at,
              into: UnsafeMutableRawBufferPointer(rebasing: $0[..<bytes.count]))
          }
          isSame = count == bytes.count && memcmp(buffer, bytes.baseAddress!, count) == 0
          return isSame
        }
      }
    } catch let error as HookInstallError { throw error } catch {
      throw HookInstallError("read", other, (error as? Errno) ?? .ioError)
    }
    return isSame
  }

  /// Copies a file's content to another path, so that at every moment a whole one stands there.
  static func copy(
    _ path: FilePath, to goal: FilePath, mode: mode_t
  ) throws(HookInstallError) {
    let new = FilePath("\(goal.string).new-\(getpid())")
    do {
      let file = try FileDescriptor.open(
        new, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: .ownerReadWrite)
      try file.closeAfter {
        let isThere = try forEachPiece(of: path) { _, bytes in
          _ = try file.writeAll(bytes)
          return true
        }
        guard isThere else { throw HookInstallError("read", path, .noSuchFileOrDirectory) }
        guard fchmod(file.rawValue, mode) == 0 else { throw Errno(rawValue: errno) }
      }
      guard rename(new.string, goal.string) == 0 else { throw Errno(rawValue: errno) }
    } catch let error as HookInstallError {
      unlink(new.string)
      throw error
    } catch {
      unlink(new.string)
      throw HookInstallError("write", goal, (error as? Errno) ?? .ioError)
    }
  }

  /// The first bytes of a file; nil if there is none.
  static func head(of path: FilePath, count: Int) throws(HookInstallError) -> [UInt8]? {
    var head: [UInt8] = []
    let isThere = try forEachPiece(of: path) { _, bytes in
      head = Array(bytes.prefix(count))
      return false
    }
    return isThere ? head : nil
  }
}
