import SystemPackage

extension Repository {
  /// Whether git is between two steps of a sequence, so that the commits it has made so far may yet be given up.
  ///
  /// A rebase is so until it is over; `am`, a cherry-pick and a revert of several commits until their last step, on which
  /// their list still holds one line.
  public func isMidSequence() -> Bool {
    let directory = place.gitDirectory
    func number(_ name: String) -> Int? {
      directory.pushing(FilePath(name)).firstLine.flatMap { Int($0) }
    }
    switch operation() {
    case .rebase: return true
    case .applyMailbox:
      return (number("rebase-apply/next") ?? 0) < (number("rebase-apply/last") ?? 0)
    case .cherryPick, .revert:
      let todo = directory.appending("sequencer").appending("todo").content ?? []
      return todo.split(separator: UInt8(ascii: "\n")).count > 1
    default: return false
    }
  }

  /// The commit that `HEAD` has just replaced by an amended one; nil if its last move was any other.
  ///
  /// From the last line of HEAD's reflog: git tells it to post-commit in no other way.
  public func amended() -> ObjectID? {
    let log = place.gitDirectory.appending("logs").appending("HEAD")
    guard let tail = log.tail(of: 8192) else { return nil }
    let lines = tail.split(separator: UInt8(ascii: "\n"))
    guard let last = lines.last else { return nil }
    let line = String(decoding: last, as: UTF8.self)
    guard let tab = line.utf8.firstIndex(of: UInt8(ascii: "\t")),
      line[line.utf8.index(after: tab)...].hasPrefix("commit (amend)")
    else { return nil }
    return ObjectID(hex: line.prefix { $0 != " " })
  }
}

extension FilePath {
  /// The last bytes of a file; nil when it cannot be read.
  fileprivate func tail(of count: Int) -> [UInt8]? {
    guard let file = try? FileDescriptor.open(self, .readOnly, options: .closeOnExec) else {
      return nil
    }
    return try? file.closeAfter {
      let end = try file.seek(offset: 0, from: .end)
      let start = max(0, end - Int64(count))
      return try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        filled = try file.read(
          fromAbsoluteOffset: start, into: UnsafeMutableRawBufferPointer(buffer))
      }
    }
  }
}
