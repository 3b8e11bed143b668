import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A `git cat-file --batch` that answers one question after the other, so that a whole walk costs one process.
struct ObjectStream: ~Copyable {
  private let socket: FileDescriptor
  private let child: Child
  private let buffer = Buffer()

  private final class Buffer {
    var bytes: [UInt8] = []
    var start = 0
  }

  /// What git says about a name.
  enum Answer {
    case found(ObjectID, GitObject)
    case missing
    case ambiguous
  }

  /// Starts the process.
  init(_ git: GitProgram) throws(GitError) {
    var ends: [Int32] = [0, 0]
    #if canImport(Darwin)
      let type = SOCK_STREAM
    #else
      let type = Int32(SOCK_STREAM.rawValue)
    #endif
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw GitError(.program, "cannot run git", why: "\(Errno(rawValue: errno))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let ours = FileDescriptor(rawValue: ends[0])
    let theirs = FileDescriptor(rawValue: ends[1])
    defer { try? theirs.close() }
    do throws(GitError) {
      child = try git.start("cat-file", "--batch", over: theirs)
    } catch {
      try? ours.close()
      throw error
    }
    socket = ours
  }

  deinit {
    try? socket.close()
    _ = child.wait()
  }

  /// Asks for the object that a revision names.
  func ask(_ revision: String) throws(GitError) -> Answer {
    guard !revision.isEmpty, !revision.contains(where: \.isNewline) else { return .missing }
    try send(Array("\(revision)\n".utf8))
    let header = String(decoding: try line(), as: UTF8.self)
    // A revision may hold blanks itself, so only the end of the line is looked at.
    if header.hasSuffix(" missing") { return .missing }
    if header.hasSuffix(" ambiguous") { return .ambiguous }
    let words = header.split(separator: " ")
    guard words.count == 3, let id = ObjectID(hex: words[0]), let size = Int(words[2]) else {
      throw broken(header)
    }
    let content = try take(size)
    _ = try take(1)
    return .found(id, GitObject(kind: GitObject.Kind(rawValue: String(words[1])), content: content))
  }

  private func send(_ bytes: [UInt8]) throws(GitError) {
    var rest = bytes[...]
    #if canImport(Darwin)
      var on: Int32 = 1
      setsockopt(
        socket.rawValue, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
      let flags: Int32 = 0
    #else
      // A git that died must be an error here, not a signal that ends a hook.
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        transmit(socket.rawValue, $0.baseAddress, $0.count, flags)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw broken("\(Errno(rawValue: errno))") }
      rest = rest.dropFirst(count)
    }
  }

  private func line() throws(GitError) -> [UInt8] {
    var searched = 0
    while true {
      let unread = buffer.bytes[(buffer.start + searched)...]
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.start = end + 1 }
        return Array(buffer.bytes[buffer.start..<end])
      }
      searched += unread.count
      try fill()
    }
  }

  private func take(_ count: Int) throws(GitError) -> [UInt8] {
    while buffer.bytes.count - buffer.start < count { try fill() }
    defer { buffer.start += count }
    return Array(buffer.bytes[buffer.start..<buffer.start + count])
  }

  private func fill() throws(GitError) {
    if buffer.start > 0 {
      buffer.bytes.removeFirst(buffer.start)
      buffer.start = 0
    }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = (try? chunk.withUnsafeMutableBytes { try socket.read(into: $0) }) ?? 0
    if count == 0 { throw broken("it ended before it had answered") }
    buffer.bytes += chunk[..<count]
  }

  private func broken(_ why: String) -> GitError {
    GitError(.program, "cannot read objects with git cat-file", why: why, next: "run git fsck")
  }
}

/// `send`, whose name a method here would hide.
private func transmit(_ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32)
  -> Int
{
  send(socket, bytes, count, flags)
}
