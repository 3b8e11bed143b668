#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs a piece of work in which root, too, may only write where the modes of files allow it.
///
/// On Linux these rights are a thread's own, so other tests beside this one keep theirs. The work must stay on its thread.
public func underFileModes<Result>(_ work: () throws -> Result) rethrows -> Result {
  #if os(Linux)
    guard geteuid() == 0 else { return try work() }
    typealias Call = @convention(c) (UnsafeMutableRawPointer, UnsafeMutableRawPointer) -> Int32
    guard let get = dlsym(nil, "capget"), let set = dlsym(nil, "capset") else {
      fatalError("this C library has no capget")
    }
    // The kernel's third version of the call, for this thread.
    var header: [UInt32] = [0x2008_0522, 0]
    // What is effective, permitted and inherited, of the first 32 rights and of the others.
    var rights = [UInt32](repeating: 0, count: 6)
    precondition(unsafeBitCast(get, to: Call.self)(&header, &rights) == 0)
    let before = rights[0]
    // To pass over modes when writing, and when reading and searching.
    rights[0] &= ~(1 << 1 | 1 << 2)
    precondition(unsafeBitCast(set, to: Call.self)(&header, &rights) == 0)
    defer {
      rights[0] = before
      precondition(unsafeBitCast(set, to: Call.self)(&header, &rights) == 0)
    }
  #endif
  return try work()
}
