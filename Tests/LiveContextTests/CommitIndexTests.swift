import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("The index of commits")
struct CommitIndexTests {
  @Test(
    "knows what was added and nothing else, by whatever way it came to be",
    arguments: [0, 1, 127, 128, 129, 5000])
  func knows(count: Int) throws {
    let desk = try Desk()
    let path = desk.store.commits
    let shas = (0..<count).map(Desk.sha)
    let others = (count..<(count + 2000)).map(Desk.sha)
    var added = CommitIndex(path, shas: [])
    for sha in shas { try added.add(sha) }
    let answers = (shas + others).map { added.contains($0) }
    #expect(answers == shas.map { _ in true } + others.map { _ in false })
    #expect(try holds(shas, butNot: others, in: path, count: count))
    // Built from the journal it is the same set, and adding twice changes nothing.
    var built = CommitIndex(path, shas: shas + shas)
    try built.write()
    for sha in shas { try built.add(sha) }
    #expect(try holds(shas, butNot: others, in: path, count: count))
  }

  @Test("takes SHA-256 like SHA-1, and nothing that is no sha")
  func forms() throws {
    let desk = try Desk()
    var index = CommitIndex(desk.store.commits, shas: [])
    let long = String(repeating: "0123456789abcdef", count: 4)
    for sha in [long, "", "xyz", String(repeating: "0", count: 40), Desk.sha(1).uppercased()] {
      try index.add(sha)
    }
    let zeros = String(repeating: "0", count: 40)
    #expect(try holds([long], butNot: [zeros, ""], in: desk.store.commits, count: 1))
  }

  @Test(
    "of which a window is full grows, or is not vouched for and is made again with another seed")
  func crowded() throws {
    let desk = try Desk()
    // At home in one place even among the most homes that so few commits may have.
    let crowd = (0...).lazy.map(Desk.sha).filter { sha in
      CommitKey(sha).map { CommitTable.home(of: $0, among: 1024, seed: 7) } == 0
    }
    let shas = Array(crowd.prefix(CommitTable.reach + 1))
    var table = CommitTable(seed: 7)
    for sha in shas.dropLast() { table.insert(try #require(CommitKey(sha))) }
    #expect(table.isWhole)
    #expect(table.header.count == CommitTable.reach)
    do {
      var held = try desk.held()
      for sha in shas.dropLast() { #expect(try held.append(try desk.commit(sha: sha))) }
    }
    try writeBytes(table.file, to: desk.store.commits)
    let old = try readBytes(desk.store.lock)
    do {
      var held = try desk.held()
      #expect(try !held.append(try desk.commit(sha: shas[0])))
      #expect(try held.append(try desk.commit(sha: shas[CommitTable.reach])))
      #expect(try readBytes(desk.store.lock) == old)
    }
    var held = try desk.held()
    for sha in shas { #expect(try !held.append(try desk.commit(sha: sha))) }
    #expect(try desk.allLines.count == shas.count)
    #expect(try readBytes(desk.store.lock) != old)
  }

  @Test("strews what begins or ends alike")
  func strewn() throws {
    for number in 0..<3 {
      let alike = (0..<4000).map { other in
        let own = String(other + 4096, radix: 16)
        return number == 0
          ? own + String(repeating: "b", count: 40 - own.count)
          : String(repeating: number == 1 ? "f" : "0", count: 32 - own.count) + own + "12345678"
      }
      var table = CommitTable()
      for sha in alike { table.insert(try #require(CommitKey(sha))) }
      #expect(table.isWhole)
      #expect(table.homes == 8192)
    }
  }

  @Test("is not needed where it cannot be opened, and is made again as soon as it can be")
  func notOpened() throws {
    let desk = try Desk()
    do {
      var held = try desk.held()
      for number in 0..<10 { _ = try held.append(try desk.commit(number)) }
    }
    unlink(desk.store.commits.string)
    mkdir(desk.store.commits.string, 0o755)
    for _ in 0..<2 {
      var held = try desk.held()
      for number in 0..<10 { #expect(try !held.append(try desk.commit(number))) }
    }
    do {
      var held = try desk.held()
      #expect(try held.append(try desk.commit(10)))
    }
    rmdir(desk.store.commits.string)
    let held = try desk.held()
    #expect(held.checkpoint.lines == 11)
    #expect(isUsable(desk.store.commits, count: 11))
  }

  @Test(
    "is not used where it is not what the checkpoint vouches for",
    arguments: [
      "fewer", "more", "cut", "longer", "another mark", "zeros", "a folder", "lines",
      "too many for its size", "too large for so few",
    ])
  func notUsed(damage: String) throws {
    let desk = try Desk()
    let path = desk.store.commits
    var index = CommitIndex(path, shas: (0..<200).map(Desk.sha))
    try index.write()
    var bytes = try readBytes(path)
    switch damage {
    case "fewer", "more":
      #expect(!isUsable(path, count: damage == "more" ? 201 : 199))
      #expect(isUsable(path, count: 200))
      return
    case "cut": bytes.removeLast()
    case "longer": bytes.append(0)
    case "another mark": bytes[0] = 0x43
    case "too many for its size": bytes[8] = 0x0d
    case "too large for so few":
      bytes += [UInt8](repeating: 0, count: (8192 - 512) * CommitTable.width)
    case "zeros": bytes = [UInt8](repeating: 0, count: bytes.count)
    case "a folder":
      unlink(path.string)
      mkdir(path.string, 0o755)
      bytes = []
    default: bytes = Array((0..<200).map { Desk.sha($0) + "\n" }.joined().utf8)
    }
    if !bytes.isEmpty { try writeBytes(bytes, to: path) }
    #expect(!isUsable(path, count: 200))
    #expect(!isUsable(path, count: nil))
  }

  private func isUsable(_ path: FilePath, count: Int?) -> Bool {
    guard let index = try? CommitIndex(path, count: count) else { return false }
    return index.count >= 0
  }

  private func holds(
    _ shas: [String], butNot others: [String], in path: FilePath, count: Int
  ) throws -> Bool {
    guard let index = try CommitIndex(path, count: count) else { return false }
    return shas.allSatisfy { index.contains($0) } && !others.contains { index.contains($0) }
  }

  @Test("that cannot be used is not missed by those who only read")
  func readers() throws {
    let desk = try Desk()
    var held = try desk.held()
    for number in 0..<300 { _ = try held.append(try desk.commit(number)) }
    try held.rotate()
    _ = try held.append(try desk.commit(300))
    for damage in ["none", "lines of an earlier version", "no file"] {
      if damage.hasPrefix("lines") {
        try writeText((0...300).map { Desk.sha($0) + "\n" }.joined(), to: desk.store.commits)
      }
      if damage == "no file" { unlink(desk.store.commits.string) }
      let known = KnownCommits(desk.store)
      #expect((0...300).allSatisfy { known.contains(Desk.sha($0)) }, "\(damage)")
      #expect(!known.contains(Desk.sha(301)), "\(damage)")
    }
  }
}
