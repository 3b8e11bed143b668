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
