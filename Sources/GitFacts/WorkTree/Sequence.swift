import SystemPackage

extension Repository {
  /// Whether git is between two steps of a sequence, so that the commits it has made so far may yet be given up.
  ///
  /// A rebase is so until it is over; `am`, a cherry-pick and a revert of several commits until their last step, on which
  /// their list still holds one line.
  public func isMidSequence() -> Bool {
    Self.isMidSequence(place.gitDirectory)
  }

  static func isMidSequence(_ directory: FilePath) -> Bool {
    func number(_ name: String) -> Int? {
      directory.pushing(FilePath(name)).firstLine.flatMap { Int($0) }
    }
    switch Operation(gitDirectory: directory) {
    case .rebase: return true
    case .applyMailbox:
      return (number("rebase-apply/next") ?? 0) < (number("rebase-apply/last") ?? 0)
    case .cherryPick, .revert:
      let todo = directory.appending("sequencer").appending("todo").content ?? []
      return todo.split(separator: UInt8(ascii: "\n")).count > 1
    default: return false
    }
  }

  /// The commit that was made last, if making it was the last move of `HEAD`.
  ///
  /// From the last line of HEAD's reflog: git tells it to post-commit in no other way.
  public func lastMade() -> MadeCommit? {
    guard let last = headLog(in: 8192), last.last == UInt8(ascii: "\n") else { return nil }
    let line = last.dropLast().suffix(while: { $0 != UInt8(ascii: "\n") })
    return MadeCommit(String(decoding: line, as: UTF8.self))
  }

  /// The latest amendments, each old commit with the new one.
  public func amendments() -> [ObjectID: ObjectID] {
    var amended: [ObjectID: ObjectID] = [:]
    for line in (headLog(in: 1 << 20) ?? []).split(separator: UInt8(ascii: "\n")) {
      guard let made = MadeCommit(String(decoding: line, as: UTF8.self)), made.isAmendment,
        let (old, new) = made.move
      else { continue }
      amended[old] = new
    }
    return amended
  }

  /// Where the branch stood when the rebase that is under way began; nil when none is.
  public func rebaseStart() -> ObjectID? {
    for folder in ["rebase-merge", "rebase-apply"] {
      let file = place.gitDirectory.appending(folder).appending("orig-head")
      if let line = file.firstLine, let id = ObjectID(hex: line) { return id }
    }
    return nil
  }

  /// The last bytes of HEAD's reflog.
  private func headLog(in count: Int) -> [UInt8]? {
    place.gitDirectory.appending("logs").appending("HEAD").tail(of: count)
  }
}

extension BidirectionalCollection {
  /// The longest end of which every element passes.
  fileprivate func suffix(while passes: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, passes(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}

/// A commit that was made here, by a line of HEAD's reflog.
public struct MadeCommit: Sendable {
  private let line: String
  /// Whether it took the place of the one before.
  public let isAmendment: Bool

  /// Nil if the line says anything else: a merge, a reset, a switch.
  init?(_ line: String) {
    guard let tab = line.utf8.firstIndex(of: UInt8(ascii: "\t")),
      line.utf8[tab...].starts(with: "\tcommit".utf8)
    else { return nil }
    self.line = line
    isAmendment = line.utf8[tab...].starts(with: "\tcommit (amend)".utf8)
  }

  /// Where HEAD stood, and the commit; nil if the line is damaged.
  public var move: (old: ObjectID, new: ObjectID)? {
    let blank = UInt8(ascii: " ")
    guard let first = line.utf8.firstIndex(of: blank), let old = ObjectID(hex: line[..<first])
    else { return nil }
    let rest = line[line.utf8.index(after: first)...]
    guard let second = rest.utf8.firstIndex(of: blank), let new = ObjectID(hex: rest[..<second])
    else { return nil }
    return (old, new)
  }
}

extension FilePath {
  /// The last bytes of a file; nil when it cannot be read.
  fileprivate func tail(of count: Int) -> [UInt8]? {
    guard let file = try? FileDescriptor.open(self, .readOnly, options: .closeOnExec) else {
      return nil
    }
    defer { try? file.close() }
    guard let end = try? file.seek(offset: 0, from: .end) else { return nil }
    let start = max(0, end - Int64(count))
    return try? [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = try file.read(
        fromAbsoluteOffset: start, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
