internal import CPlatform

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What can be told of a line without reading all of it as JSON.
///
/// Our writers fix the order of the keys, so the type of an event stands at a fixed place. Lines of other writers are read in
/// full.
enum JournalLine {
  private static let typeAt = 37  // {"ts":"2026-11-22T22:30:10Z","type":"

  /// The type's word; nil if the line is not in our writers' order.
  static func type(_ line: ArraySlice<UInt8>) -> EventType? {
    let start = line.startIndex + typeAt
    guard line.count > typeAt, line[line.startIndex] == UInt8(ascii: "{"),
      line[start - 1] == UInt8(ascii: "\""), line[start - 2] == UInt8(ascii: ":"),
      line[start - 3] == UInt8(ascii: "\""), line[start - 4] == UInt8(ascii: "e"),
      line[start - 10] == UInt8(ascii: "\""), line[start - 11] == UInt8(ascii: "Z")
    else { return nil }
    guard let end = line[start...].prefix(32).firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    return EventType(rawValue: String(decoding: line[start..<end], as: UTF8.self))
  }

  /// The sha of a commit event; nil if the line is anything else.
  static func commitSHA(_ line: ArraySlice<UInt8>) -> String? {
    if let type = type(line), type != .commit { return nil }
    guard line.count < Event.maximumLineLength, let body = (try? JSON.parse(line))?.object,
      body["type"]?.text == EventType.commit.rawValue, let sha = body["sha"]?.text,
      Contract.isObjectID(sha)
    else { return nil }
    return sha
  }

  /// The instant in the name of an archived segment, in seconds since 1970; zero if the name has none.
  static func instant(ofSegment name: String) -> Int64 {
    let digits = name.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count >= 14 else { return 0 }
    let text = String(decoding: digits, as: UTF8.self)
    func part(_ from: Int, _ count: Int) -> Substring { text.dropFirst(from).prefix(count) }
    let written =
      "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))T\(part(8, 2)):\(part(10, 2)):\(part(12, 2))Z"
    return Timestamp(written)?.seconds ?? 0
  }

  /// A line without what editors and other systems put around it: a byte order mark, blanks, a carriage return.
  static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.starts(with: [0xef, 0xbb, 0xbf]) { line = line.dropFirst(3) }
    while let first = line.first, isBlank(first) { line.removeFirst() }
    while let last = line.last, isBlank(last) { line.removeLast() }
    return line
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0d
  }

  /// Whether some bytes stand in a line.
  static func contains(_ line: ArraySlice<UInt8>, _ wanted: StaticString) -> Bool {
    line.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return false }
      return codex_contains(base, all.count, wanted.utf8Start, wanted.utf8CodeUnitCount) != 0
    }
  }

  /// Whether some bytes stand in a line.
  static func contains(_ line: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    line.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return false }
      return codex_contains(base, all.count, wanted, wanted.count) != 0
    }
  }

  /// Takes a whole number from the beginning, and the blank or line break behind it; nil if there is none, or one with over 18 digits.
  static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    var value = 0
    var digits = 0
    while let byte = bytes.popFirst(), byte != 0x20, byte != 0x0a {
      guard (0x30...0x39).contains(byte), digits < 18 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits > 0 ? value : nil
  }

  /// The place of the last line break, or of the last one in front of a place.
  static func lastEnd(in bytes: [UInt8], before place: Int? = nil) -> Int? {
    bytes.withUnsafeBytes { all in
      let at = codex_last(all.baseAddress, place ?? all.count, 0x0a)
      return at >= 0 ? at : nil
    }
  }

  /// The place of the first line break at or after `start`.
  static func end(in bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { all in
      memchr(all.baseAddress! + start, 0x0a, all.count - start).map {
        UnsafeRawPointer($0) - all.baseAddress!
      }
    }
  }
}
