import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("Lineage")
struct LineageTests {
  private func shas(_ count: Int) -> [String] {
    (0..<count).map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "a", count: 40 - digits.count) + digits
    }
  }

  @Test("what is remembered comes back, up to its limit", arguments: [1, 10, 24, 40])
  func comesBack(count: Int) throws {
    let desk = try Desk()
    Lineage(shas(count)).save(desk.store)
    #expect(Lineage.of(desk.store).commits == Array(shas(count).prefix(Lineage.limit)))
  }

  @Test("a shorter lineage leaves nothing of a longer one")
  func shorter() throws {
    let desk = try Desk()
    Lineage(shas(20)).save(desk.store)
    Lineage(["b" + shas(1)[0].dropFirst()]).save(desk.store)
    #expect(Lineage.of(desk.store).commits.count == 1)
  }

  @Test("what is damaged is nothing", arguments: ["", "half", "no shas"])
  func damaged(how: String) throws {
    let desk = try Desk()
    Lineage(shas(3)).save(desk.store)
    let path = desk.store.lineage.string
    switch how {
    case "": try write([], path)
    case "half": try write(Array((shas(3).joined(separator: "\n")).utf8), path)
    default:
      try write(
        [UInt8](repeating: UInt8(ascii: "x"), count: 2000) + [UInt8](repeating: 10, count: 48), path
      )
    }
    #expect(Lineage.of(desk.store).commits.isEmpty)
  }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    try file.closeAfter { _ = try file.writeAll(bytes) }
  }
}
