internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The mark by which a copy is known to be as we left it, so that not all of it is compared with the journal at every commit.
///
/// It is the modification time itself: the nanoseconds that we set follow from the size, the seconds and which files these are.
/// Whoever writes to the copy, even in the same instant and without changing its size, sets other nanoseconds; then, and on file
/// systems that keep none, the copy is compared byte by byte.
struct CopySeal {
  private let journal: UInt64
  private let copy: UInt64

  /// The seal of a copy of a journal.
  init(journal: FileStatus, copy: FileStatus) {
    self.journal = journal.inode
    self.copy = copy.inode
  }

  /// Whether nobody but us has written to the copy.
  func holds(_ status: FileStatus) -> Bool {
    status.inode == copy
      && status.nanoseconds == nanoseconds(size: status.size, seconds: status.modified.seconds)
  }

  /// Marks the copy as whole up to a size; where that may not be done, it is compared again.
  func set(_ file: borrowing File, size: Int) {
    // A second ago, so that no time lies ahead of the clock.
    let seconds = Timestamp.now.seconds - 1
    let modified = timespec(
      tv_sec: Int(seconds), tv_nsec: nanoseconds(size: size, seconds: seconds))
    var times = (modified, modified)
    _ = withUnsafePointer(to: &times) { pointer in
      pointer.withMemoryRebound(to: timespec.self, capacity: 2) {
        futimens(file.descriptor.rawValue, $0)
      }
    }
  }

  private func nanoseconds(size: Int, seconds: Int64) -> Int {
    var mixed: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in [journal, copy, UInt64(size), UInt64(bitPattern: seconds)] {
      mixed = (mixed ^ part) &* 0x9e37_79b9_7f4a_7c15
      mixed ^= mixed >> 29
    }
    // Zero is what file systems say that keep none, and whole microseconds what many of the others do.
    return Int(mixed % 999_999) * 1000 + 1 + Int(mixed >> 40) % 998
  }
}
