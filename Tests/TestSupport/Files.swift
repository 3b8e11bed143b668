import Synchronization
public import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Held while a file is written and while a process is started: a child that another test starts in between
/// would inherit the open file, and a script that is still open for writing cannot be run ("Text file busy").
let openForWriting = Mutex(())

/// Reads a whole file; bytes that are no UTF-8 are repaired.
public func readText(_ path: FilePath) throws -> String {
  String(decoding: try readBytes(path), as: UTF8.self)
}

/// Reads a whole file.
public func readBytes(_ path: FilePath) throws -> [UInt8] {
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
}

/// Replaces a file's content, or makes it with mode 0644.
public func writeText(
  _ text: String, to path: FilePath,
  mode: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
) throws {
  try writeBytes(Array(text.utf8), to: path, mode: mode)
}

/// Replaces a file's content, or makes it.
public func writeBytes(
  _ bytes: [UInt8], to path: FilePath,
  mode: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
) throws {
  try openForWriting.withLock { _ in
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: mode)
    _ = try file.closeAfter { try file.writeAll(bytes) }
  }
}

/// Appends to a file, as `echo >>` does.
public func appendText(_ text: String, to path: FilePath) throws {
  let file = try FileDescriptor.open(
    path, .writeOnly, options: [.create, .append],
    permissions: [.ownerReadWrite, .groupRead, .otherRead])
  _ = try file.closeAfter { try file.writeAll(Array(text.utf8)) }
}

/// Whether something, a dangling link too, stands at the path.
public func exists(_ path: FilePath) -> Bool {
  var status = stat()
  return lstat(path.string, &status) == 0
}

/// The names in a folder, sorted, without `.` and `..`.
public func names(in folder: FilePath) -> [String] {
  guard let stream = opendir(folder.string) else { return [] }
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

/// Makes a folder and those above it.
public func makeFolder(_ path: FilePath) throws {
  if exists(path) { return }
  if path.lastComponent != nil { try makeFolder(path.removingLastComponent()) }
  guard mkdir(path.string, 0o755) == 0 || errno == EEXIST else {
    throw Errno(rawValue: errno)
  }
}

/// Sets a file's mode.
public func setMode(_ mode: UInt32, of path: FilePath) {
  chmod(path.string, mode_t(mode))
}
