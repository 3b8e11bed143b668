import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("The SHA-1 of a blob")
struct SHA1Tests {
  @Test(
    "is what git hash-object says, for every length around a block's edge and for an event's line")
  func matchesGit() throws {
    let sandbox = try Sandbox()
    var numbers = SeededNumbers(seed: 7)
    var inputs: [[UInt8]] = [0, 1, 46, 47, 54, 55, 56, 63, 64, 65, 110, 111, 119, 120, 128, 5000]
      .map {
        length in (0..<length).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      }
    let event = try Contract().event(
      .issue, at: Timestamp(seconds: 1_795_386_610), ["desc": "dé…😀", "area": "sync"])
    inputs.append(Array(event.line.utf8))
    var paths = ""
    for (index, bytes) in inputs.enumerated() {
      let path = sandbox.root.appending("blob-\(index)")
      try writeBytes(bytes, to: path)
      paths += path.string + "\n"
    }
    let ids = try sandbox.git(
      "hash-object", "--no-filters", "--stdin-paths", in: sandbox.root, input: paths
    ).split(separator: "\n").map(String.init)
    #expect(ids == inputs.map { SHA1.blobID(of: $0) })
    #expect(event.id == ids.last.map { String($0.prefix(12)) })
  }
}
