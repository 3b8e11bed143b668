public import SystemPackage

/// What is wrong with a file, by the contract.
public struct Problem: Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public let path: FilePath
  /// The line, counted from one; nil if the whole file is meant.
  public let line: Int?
  /// What is wrong.
  public let reason: String

  /// Something wrong that was found.
  public init(path: FilePath, line: Int?, reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// `PATH:LINE: reason`.
  public var description: String {
    line.map { "\(path):\($0): \(reason)" } ?? "\(path): \(reason)"
  }
}

/// Checks what stands in files against the contract; reads only.
public struct Validation: Sendable {
  private let contract: Contract

  /// How many problems of one file are named; the others are counted.
  public static let limit = 1000

  /// A check by these rules.
  public init(contract: Contract) { self.contract = contract }

  /// The lines of a journal that are no events, and how many are.
  ///
  /// - Throws: `FileError` if the file cannot be read; a file that is not there has no lines.
  public func journal(_ path: FilePath) throws(FileError) -> (events: Int, problems: [Problem]) {
    var number = 0
    var events = 0
    var problems: [Problem] = []
    var more = 0
    try LineReader(path)?.forEach { line in
      number += 1
      do throws(ContractError) {
        _ = try contract.read(line)
        events += 1
      } catch {
        if problems.count == Validation.limit {
          more += 1
        } else {
          problems.append(Problem(path: path, line: number, reason: "\(error)"))
        }
      }
    }
    if more > 0 {
      problems.append(Problem(path: path, line: nil, reason: "\(more) more lines are no events"))
    }
    if let status = FileStatus.of(path), !status.isRegular {
      problems.append(Problem(path: path, line: nil, reason: "it is no regular file"))
    } else if let file = try File.openIfThere(path) {
      let size = try file.status().size
      if size > 0, try file.read(at: size - 1, count: 1) != [0x0a] {
        problems.append(
          Problem(path: path, line: number + 1, reason: "the last line has no line break"))
      }
    }
    return (events, problems)
  }

  /// What is wrong with a work tree's `state.json`; nothing if it is not there.
  public func state(_ folder: FolderLayout) throws(FileError) -> [Problem] {
    guard case .invalid(let reason) = try StateFile.load(folder) else { return [] }
    return [Problem(path: folder.state, line: nil, reason: reason)]
  }

  /// What is wrong with a work tree's `summary.md`: only its size can be.
  public func summary(_ folder: FolderLayout) throws(FileError) -> [Problem] {
    guard let bytes = try Files.read(folder.summary, limit: 1 << 20) else { return [] }
    let words = Summary.words(in: String(decoding: bytes, as: UTF8.self))
    guard words > Summary.maximumWords else { return [] }
    return [
      Problem(
        path: folder.summary, line: nil,
        reason: "it has \(words) words; the most is \(Summary.maximumWords)")
    ]
  }

  /// Everything of a store and of a work tree.
  public func all(
    _ store: StoreLayout, _ folder: FolderLayout?
  ) throws(FileError) -> (events: Int, problems: [Problem]) {
    var events = 0
    var problems: [Problem] = []
    for path in store.segments() + [store.journal] {
      let found = try journal(path)
      events += found.events
      problems += found.problems
    }
    if let folder {
      problems += try journal(folder.journal).problems
      problems += try state(folder)
      problems += try summary(folder)
    }
    return (events, problems)
  }
}
