internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Events that could not be appended yet, one file each, until a writer that holds the store's lock takes them in.
struct Spool {
  let folder: FilePath
  /// Whether the folder stands in a place that others can write to, and must be checked before it is trusted.
  let isShared: Bool

  /// The spool in the store.
  static func inStore(_ store: StoreLayout) -> Spool {
    Spool(folder: store.spool, isShared: false)
  }

  /// The spool for when the store cannot be written: a folder of our own under `$TMPDIR` or `/tmp`.
  static func temporary(for store: StoreLayout) -> Spool {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let name = String(SHA1.blobID(of: store.root.string.utf8).prefix(16))
    return Spool(
      folder: FilePath(base.isEmpty ? "/tmp" : base).appending("codex-hook-\(geteuid())")
        .appending(name), isShared: true)
  }

  /// Puts an event into a file of its own.
  ///
  /// - Returns: the file.
  func write(_ event: Event, synced: Bool) throws(FileError) -> FilePath {
    if isShared {
      try Files.makeFolder(folder.removingLastComponent(), permissions: 0o700)
      try Files.makeFolder(folder, permissions: 0o700)
      guard isOurs else { throw FileError("trust the folder", folder, .permissionDenied) }
    } else if try !Files.makeOneFolder(folder, permissions: 0o700) {
      // Without its store this is no place that anybody would look at.
      throw FileError("make the folder", folder, Errno.noSuchFileOrDirectory)
    }
    // Two events of one process and one second keep their order by the clock's nanoseconds.
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let nanoseconds = String(now.tv_nsec)
    let name =
      Timestamp(seconds: Int64(now.tv_sec)).fileName + "-"
      + String(repeating: "0", count: 9 - nanoseconds.utf8.count) + nanoseconds + "-\(getpid())"
    let path = folder.appending("\(name).json")
    // Under its own name from the start: a rename would have to be on the disk too, and a file without its line break is
    // left alone by who drains.
    try Files.create(path, synced: synced, permissions: .ownerReadWrite) {
      (file) throws(FileError) in
      if let error = file.write(Array((event.line + "\n").utf8)).error { throw error }
    }
    if synced { try? Files.synchronizeFolder(folder) }
    return path
  }

  /// How many files one run takes in; a hook must not be held up by a flood.
  private static let limit = 1000

  /// The files that wait, oldest first; none if the folder is not our own.
  func waiting() -> [FilePath] {
    guard FileStatus.of(folder) != nil, !isShared || isOurs else { return [] }
    return Files.names(in: folder)
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
      .map { folder.appending($0) }
  }

  /// Appends what waits, each event once, checked and redacted again, and removes its file.
  ///
  /// A file whose event is in the journal already, because the last drainer died before it could remove it, is only removed.
  /// A file that holds no event is left for `doctor` to name.
  /// - Returns: how many events were appended.
  func drain(into store: inout HeldStore) throws(FileError) -> Int {
    let files = waiting()
    guard !files.isEmpty else { return 0 }
    var waiting: [(path: FilePath, line: ArraySlice<UInt8>, event: Event)] = []
    for path in files.prefix(Spool.limit) {
      guard let status = FileStatus.of(path), status.isRegular,
        !isShared || status.owner == geteuid(),
        let bytes = try? Files.read(path, limit: Event.maximumLineLength), bytes.last == 0x0a,
        let event = try? store.contract.adopt(bytes.dropLast())
      else { continue }
      waiting.append((path, bytes.dropLast(), event))
    }
    let known = try KnownLines(store, among: waiting.map(\.line))
    var seen: Set<ArraySlice<UInt8>> = []
    var appended = 0
    for (path, line, event) in waiting {
      let isNew = seen.insert(line).inserted && !known.contains(line)
      if isNew, try store.append(event) { appended += 1 }
      Files.remove(path)
    }
    Files.removeEmptyFolder(folder)
    return appended
  }

  /// Whether the folder and the one above it are real folders of this user that nobody else can write to.
  private var isOurs: Bool {
    [folder, folder.removingLastComponent()].allSatisfy { path in
      guard let status = FileStatus.of(path) else { return false }
      return status.isDirectory && status.owner == geteuid() && status.permissions & 0o077 == 0
    }
  }
}
