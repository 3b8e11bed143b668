/// The SHA-1 of FIPS 180-4, to name events as git names blobs; not a defence against anybody.
///
/// Ours, because the core knows no git and swift-crypto would double the binary.
enum SHA1 {
  /// The git blob id of some bytes, in hex.
  static func blobID(of bytes: some Collection<UInt8>) -> String {
    var message = Array("blob \(bytes.count)\0".utf8)
    let isCopied: Void? = bytes.withContiguousStorageIfAvailable { message.append(contentsOf: $0) }
    if isCopied == nil { message.append(contentsOf: bytes) }
    return hex(digest(message))
  }

  /// Lower-case hex digits.
  static func hex(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      digits.append(hexCharacter(byte >> 4))
      digits.append(hexCharacter(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The 20 bytes.
  static func digest(_ message: [UInt8]) -> [UInt8] {
    var padded = message
    padded.reserveCapacity(message.count + 72)
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    append(UInt32(truncatingIfNeeded: message.count >> 29), to: &padded)
    append(UInt32(truncatingIfNeeded: message.count << 3), to: &padded)
    var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
      0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0
    )
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
      padded.withUnsafeBufferPointer { bytes in
        for block in stride(from: 0, to: bytes.count, by: 64) {
          fill(words, from: bytes, at: block)
          mix(words, into: &state)
        }
      }
    }
    var result: [UInt8] = []
    result.reserveCapacity(20)
    append(state.0, to: &result)
    append(state.1, to: &result)
    append(state.2, to: &result)
    append(state.3, to: &result)
    append(state.4, to: &result)
    return result
  }

  /// Adds a word, its highest byte first.
  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt32(24), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  private static func fill(
    _ words: UnsafeMutableBufferPointer<UInt32>, from bytes: UnsafeBufferPointer<UInt8>,
    at block: Int
  ) {
    for index in 0..<16 {
      let at = block + index * 4
      words[index] =
        UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
        | UInt32(bytes[at + 3])
    }
    for index in 16..<80 {
      words[index] = rotated(
        words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], by: 1)
    }
  }

  private static func mix(
    _ words: UnsafeMutableBufferPointer<UInt32>,
    into state: inout (UInt32, UInt32, UInt32, UInt32, UInt32)
  ) {
    var (a, b, c, d, e) = state
    // Four loops, so that no round asks which it is.
    func round(_ choice: UInt32, _ constant: UInt32, _ word: UInt32) {
      let next = rotated(a, by: 5) &+ choice &+ e &+ constant &+ word
      (e, d, c, b, a) = (d, c, rotated(b, by: 30), a, next)
    }
    for index in 0..<20 { round(b & c | ~b & d, 0x5a82_7999, words[index]) }
    for index in 20..<40 { round(b ^ c ^ d, 0x6ed9_eba1, words[index]) }
    for index in 40..<60 { round(b & c | b & d | c & d, 0x8f1b_bcdc, words[index]) }
    for index in 60..<80 { round(b ^ c ^ d, 0xca62_c1d6, words[index]) }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
  }

  private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
    word &<< count | word &>> (32 - count)
  }
}
