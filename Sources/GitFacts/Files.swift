import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands at a path, symbolic links followed.
struct FileStatus {
  let isDirectory: Bool
  let isRegular: Bool
  let owner: UInt32
  let device: UInt64

  init?(_ path: FilePath) {
    var status = stat()
    guard path.withPlatformString({ stat($0, &status) }) == 0 else { return nil }
    isDirectory = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
    owner = status.st_uid
    device = UInt64(status.st_dev)
  }
}

extension FilePath {
  /// Whether something is there that can be reached.
  var exists: Bool {
    withPlatformString { access($0, F_OK) } == 0
  }

  /// The folder that it is in; the root's is itself.
  ///
  /// swift-system's `removingLastComponent` makes the runtime look through all types of the program, at its first use.
  var above: FilePath {
    withPlatformString { text in
      let bytes = UnsafeBufferPointer(start: text, count: strlen(text))
      guard let slash = bytes.lastIndex(of: CInterop.PlatformChar(UInt8(ascii: "/"))) else {
        return ""
      }
      return FilePath(platformString: Array(bytes[..<max(slash, 1)]) + [0])
    }
  }

  /// The absolute path with all symbolic links resolved; nil when it does not exist.
  var resolved: FilePath? {
    withPlatformString { path in
      guard let real = realpath(path, nil) else { return nil }
      defer { free(real) }
      return FilePath(platformString: real)
    }
  }

  /// The whole content of a small file; nil when it cannot be read.
  var content: [UInt8]? {
    guard let file = try? FileDescriptor.open(self, .readOnly, options: .closeOnExec) else {
      return nil
    }
    return try? file.closeAfter {
      var bytes: [UInt8] = []
      while true {
        let chunk = try [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
          count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        if chunk.isEmpty { return bytes }
        bytes += chunk
      }
    }
  }

  /// The first line of a small file, without its line break.
  var firstLine: String? {
    guard let bytes = content else { return nil }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(decoding: line, as: UTF8.self)
  }

  /// The names in a folder, sorted, without `.` and `..`; none when it cannot be read.
  var folderNames: [String] {
    guard let stream = withPlatformString({ opendir($0) }) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

/// The process's current directory, as the kernel knows it.
func currentDirectory() -> FilePath? {
  guard let path = getcwd(nil, 0) else { return nil }
  defer { free(path) }
  return FilePath(platformString: path)
}
