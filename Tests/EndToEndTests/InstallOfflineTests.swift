import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Linked as the binary is, and built beside it.
private let probe = codexHookBinary().removingLastComponent().appending("offline-probe")

@Suite("libgit2 in the binary", .enabled(if: exists(probe)))
struct InstallOfflineTests {
  @Test(
    "refuses an address that leads off this machine",
    arguments: [
      "http://HOST/x.git", "https://HOST/x.git", "HTTPS://HOST/x.git", "git://HOST/x.git",
      "ssh://git@HOST/x.git", "ssh+git://git@HOST/x.git", "git+ssh://git@HOST/x.git",
    ])
  func refuses(address: String) throws {
    let sandbox = try Sandbox()
    let listener = try Listener()
    let host = "127.0.0.1:\(listener.port)"
    let outcome = try sandbox.run([
      probe.string, address.replacing("HOST", with: host),
    ])
    #expect(outcome.line == "refused: codex-hook never opens a connection")
    #expect(outcome.status == 1)
    let reached = listener.wasReached()
    #expect(!reached)
  }

  @Test("refuses the short form of an ssh address")
  func refusesShortForm() throws {
    let outcome = try Sandbox().run([probe.string, "git@127.0.0.1:x.git"])
    #expect(outcome.line == "refused: codex-hook never opens a connection")
  }

  @Test("opens a repository on this machine", arguments: ["", "file://"])
  func opensLocal(scheme: String) throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    try sandbox.commit("a", in: repository)
    let outcome = try sandbox.run([probe.string, scheme + repository.string])
    #expect(outcome.line == "connected")
  }

  @Test("the listener of these tests notices a connection")
  func listenerNotices() throws {
    let sandbox = try Sandbox()
    let listener = try Listener()
    let client = try sandbox.start(
      ["git", "ls-remote", "git://127.0.0.1:\(listener.port)/x.git"])
    var reached = false
    for _ in 0..<500 where !reached {
      reached = listener.wasReached()
      if !reached { usleep(10_000) }
    }
    client.send(SIGTERM)
    _ = try client.wait()
    #expect(reached)
  }
}

/// A server on this machine that only notices whether somebody came.
private struct Listener: ~Copyable {
  let descriptor: Int32
  let port: UInt16

  init() throws {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    descriptor = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        bind(descriptor, name, length) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, name, &length) == 0
      }
    }
    guard code else { throw Errno(rawValue: errno) }
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(descriptor) }

  func wasReached() -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0
  }
}
