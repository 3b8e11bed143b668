import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process that was started, to be waited for.
struct Child {
  private let id: pid_t

  /// Starts a program found on PATH; a missing descriptor is `/dev/null`.
  init(
    _ command: [String], environment: [String],
    input: FileDescriptor?, output: FileDescriptor?, errors: FileDescriptor?
  ) throws(Errno) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in [input, output, errors].enumerated() {
      if let descriptor {
        posix_spawn_file_actions_adddup2(&actions, descriptor.rawValue, Int32(number))
      } else {
        posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
      }
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var id: pid_t = 0
    let code = posix_spawnp(&id, command[0], &actions, nil, &arguments, &variables)
    guard code == 0 else { throw Errno(rawValue: code) }
    self.id = id
  }

  /// Ends it, and waits until it has ended.
  func end() {
    kill(id, SIGTERM)
    _ = wait()
  }

  /// Waits for the end; gives the exit status, or 128 and the signal.
  func wait() -> Int32 {
    var raw: Int32 = 0
    while waitpid(id, &raw, 0) < 0 {
      // Somebody has told the kernel not to keep our children's ends: it is over, and no more is known.
      if errno != EINTR { return 0 }
    }
    let signal = raw & 0x7f
    return signal == 0 ? (raw >> 8) & 0xff : 128 + signal
  }
}

/// The two ends of a pipe; neither reaches another process unless it is given to it.
struct Pipe {
  let reading: FileDescriptor
  let writing: FileDescriptor

  init() throws(Errno) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Errno(rawValue: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = FileDescriptor(rawValue: ends[0])
    writing = FileDescriptor(rawValue: ends[1])
  }
}

/// Reads several descriptors to their ends at once, so that none fills up while another is waited for.
func drain(_ descriptors: [FileDescriptor]) -> [[UInt8]] {
  var collected = [[UInt8]](repeating: [], count: descriptors.count)
  var waiting = descriptors.map { pollfd(fd: $0.rawValue, events: Int16(POLLIN), revents: 0) }
  var buffer = [UInt8](repeating: 0, count: 65536)
  while waiting.contains(where: { $0.fd >= 0 }) {
    if poll(&waiting, nfds_t(waiting.count), -1) < 0 && errno != EINTR { break }
    for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
      let count = read(waiting[index].fd, &buffer, buffer.count)
      if count > 0 {
        collected[index] += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        waiting[index].fd = -1
      }
    }
  }
  return collected
}
