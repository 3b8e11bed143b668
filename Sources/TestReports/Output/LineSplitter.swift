/// Cuts bytes into lines, without escape sequences.
struct LineSplitter: Sendable {
  /// A longer line is cut here; no closing line comes near it.
  static let longest = 4096

  private enum Place { case text, escape, sequence, string, stringEscape }

  private var line: [UInt8] = []
  private var place = Place.text
  private var hasReturned = false

  /// Takes the next piece and gives each line that it ends.
  mutating func append(
    _ bytes: UnsafeRawBufferPointer, line give: (ArraySlice<UInt8>) -> Void
  ) {
    var rest = bytes[...]
    while let byte = rest.first {
      // Whole runs at once: nearly all output is plain text.
      if place == .text, !hasReturned, byte >= 0x20 {
        let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D || $0 == 0x1B } ?? rest.endIndex
        let room = Self.longest - line.count
        if room > 0 { line.append(contentsOf: rest[..<end].prefix(room)) }
        rest = rest[end...]
      } else {
        take(byte, give)
        rest = rest.dropFirst()
      }
    }
  }

  /// Gives the last line, which nothing has ended.
  mutating func finish(line give: (ArraySlice<UInt8>) -> Void) {
    if !line.isEmpty { give(line[...]) }
    self = LineSplitter()
  }

  private mutating func take(_ byte: UInt8, _ give: (ArraySlice<UInt8>) -> Void) {
    if byte == 0x0A {
      // A line break ends any sequence too, so that a broken one costs one line at most.
      give(line[...])
      line.removeAll(keepingCapacity: true)
      (place, hasReturned) = (.text, false)
      return
    }
    switch place {
    case .text:
      if byte == 0x1B {
        place = .escape
      } else if byte == 0x0D {
        hasReturned = true
      } else {
        if hasReturned {
          line.removeAll(keepingCapacity: true)
          hasReturned = false
        }
        if line.count < Self.longest { line.append(byte) }
      }
    case .escape:
      switch byte {
      case UInt8(ascii: "["): place = .sequence
      case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
        place = .string
      case 0x20...0x2F: break
      default: place = .text
      }
    case .sequence: if (0x40...0x7E).contains(byte) { place = .text }
    case .string:
      if byte == 0x07 { place = .text }
      if byte == 0x1B { place = .stringEscape }
    case .stringEscape: place = byte == UInt8(ascii: "\\") ? .text : .string
    }
  }
}
