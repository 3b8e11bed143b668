import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Any operations in any order")
struct StormTests {
  /// `CODEX_HOOK_STORM` operations, from the seed `CODEX_HOOK_SEED`.
  @Test("every commit that lives has one event, and no other has any")
  func storm() throws {
    let count = variable("CODEX_HOOK_STORM").flatMap { Int($0) } ?? 40
    let seed = variable("CODEX_HOOK_SEED").flatMap { UInt64($0) } ?? .random(in: 0..<1_000_000)
    print("storm of \(count) operations; again: CODEX_HOOK_STORM=\(count) CODEX_HOOK_SEED=\(seed)")
    var storm = try Storm(seed: seed)
    for number in 1...count { try storm.step(number) }
    try storm.end()
    #expect(storm.faults == [], "CODEX_HOOK_STORM=\(count) CODEX_HOOK_SEED=\(seed)")
  }

  private func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
