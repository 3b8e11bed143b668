/// The name of a git object: its hash, 20 bytes in a SHA-1 repository and 32 in a SHA-256 one.
public struct ObjectID: Hashable, Sendable, CustomStringConvertible {
  /// The raw hash.
  public let bytes: [UInt8]

  /// Takes 40 or 64 hexadecimal digits, and nothing else.
  public init?(hex: some StringProtocol) {
    var hex = String(hex)
    guard let bytes = hex.withUTF8({ Self.bytes(of: $0) }) else { return nil }
    self.bytes = bytes
  }

  private static func bytes(of digits: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard digits.count == 40 || digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(of: digits[index]), let low = value(of: digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// Takes the bytes as they stand in a tree or in libgit2's `git_oid`.
  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The hash in lower-case hexadecimal digits.
  public var hex: String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      for (index, byte) in bytes.enumerated() {
        buffer[index * 2] = Self.digit(byte >> 4)
        buffer[index * 2 + 1] = Self.digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  /// Whether it is all zeros, by which git's hooks and reflogs say "nothing".
  public var isZero: Bool {
    bytes.allSatisfy { $0 == 0 }
  }

  /// The same as ``hex``.
  public var description: String { hex }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
