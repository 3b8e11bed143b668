internal import SystemPackage

/// Which of some lines the journal or its archive holds already, as they are, or redacted on their way in.
struct KnownLines {
  private var unknown: Set<LineKey>
  /// The ids that redacted events had before, by their `was`.
  private var redacted: Set<String> = []

  /// Looks through the journal and, as long as something is unknown, the archived segments, newest first.
  init(_ store: borrowing HeldStore, among lines: [ArraySlice<UInt8>]) throws(FileError) {
    var unknown = Set(lines.map { LineKey(bytes: $0) })
    var redacted: Set<String> = []
    for path in [store.layout.journal] + store.layout.segments().reversed() {
      if unknown.isEmpty { break }
      try LineReader(path)?.forEach { line in
        unknown.remove(LineKey(bytes: line))
        if let was = KnownLines.formerID(line) { redacted.insert(was) }
      }
    }
    self.unknown = unknown
    self.redacted = redacted
  }

  /// Whether the line is held.
  func contains(_ line: ArraySlice<UInt8>) -> Bool {
    if !unknown.contains(LineKey(bytes: line)) { return true }
    if redacted.isEmpty { return false }
    return redacted.contains(String(SHA1.blobID(of: line).prefix(12)))
      || KnownLines.formerID(line).map(redacted.contains) ?? false
  }

  private static func formerID(_ line: ArraySlice<UInt8>) -> String? {
    guard JournalLine.contains(line, "\"was\"") else { return nil }
    return (try? JSON.parse(line))?.object?["was"]?.text
  }
}

/// A line as a key: two texts that only Unicode calls equal are two lines.
private struct LineKey: Hashable {
  let bytes: ArraySlice<UInt8>

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  static func == (one: LineKey, other: LineKey) -> Bool {
    one.bytes.count == other.bytes.count && one.bytes.elementsEqual(other.bytes)
  }
}
