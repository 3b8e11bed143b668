/// What a commit is known by: the first 160 bits of its sha, all of it where git uses SHA-1.
struct CommitKey: Equatable {
  let first: UInt64
  let second: UInt64
  let third: UInt32

  /// The key of a sha in hexadecimal digits; nil of anything else, and of the sha that is all zeros, which no commit has.
  init?(_ sha: String) {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var count = 0
    for digit in sha.utf8 {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x61 + 10
      default: return nil
      }
      switch count {
      case 0..<16: words.0 = words.0 << 4 | UInt64(value)
      case 16..<32: words.1 = words.1 << 4 | UInt64(value)
      case 32..<40: words.2 = words.2 << 4 | UInt64(value)
      default: break
      }
      count += 1
    }
    guard count >= 40 else { return nil }
    (first, second, third) = (words.0, words.1, UInt32(words.2))
    if isEmpty { return nil }
  }

  /// What stands in one slot of a table.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    first = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    second = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
    third = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt32.self))
  }

  var isEmpty: Bool { first | second | UInt64(third) == 0 }

  /// The bytes of its slot.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(CommitTable.width)
    withUnsafeBytes(of: first.bigEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: second.bigEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: third.bigEndian) { bytes.append(contentsOf: $0) }
    return bytes
  }
}
