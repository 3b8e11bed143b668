#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Random numbers that can be had again (SplitMix64): the same for the same seed, everywhere.
public struct SeededNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The numbers of a seed.
  public init(seed: UInt64) { state = seed }

  /// The numbers of the seed in `CODEX_HOOK_SEED`, or of one by chance; it is printed, so that a run can be repeated.
  public init(for purpose: String) {
    let given = getenv("CODEX_HOOK_SEED").flatMap { UInt64(String(cString: $0)) }
    state = given ?? UInt64.random(in: 0..<1 << 32)
    print("seed: \(state) (\(purpose); CODEX_HOOK_SEED=\(state) runs it again)")
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
