/// The text that stands for a secret: `[redacted:KIND]`.
///
/// Whoever shortens a redacted text asks here first, so that a label is kept whole or dropped whole.
public enum RedactionLabel {
  static let opening: StaticString = "[redacted:"
  static let longestKind = 40

  /// The end of the label that starts at `index`, or nil when none does.
  static func end(in text: ByteText, at index: Int) -> Int? {
    guard text[index] == UInt8(ascii: "["), text.has("[redacted:", at: index) else { return nil }
    let start = index + opening.utf8CodeUnitCount
    let set = ByteSet.lower.union(.digit).union(.of(UInt8(ascii: "-")))
    let end = text.end(of: set, from: start, limit: longestKind)
    return end > start && text[end] == UInt8(ascii: "]") ? end + 1 : nil
  }

  /// The labels of a text from left to right, as offsets into its UTF-8.
  public static func ranges(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let bytes = ByteText(base: base, count: buffer.count)
      var found: [Range<Int>] = []
      var index = 0
      while index < bytes.count {
        if let end = end(in: bytes, at: index) {
          found.append(index..<end)
          index = end
        } else {
          index += 1
        }
      }
      return found
    }
  }

  /// The label that a cut at `offset` (in UTF-8 bytes) would go through, or nil.
  ///
  /// A cut at a label's first byte or right after its last one goes through nothing.
  public static func range(containing offset: Int, in text: String) -> Range<Int>? {
    ranges(in: text).first { $0.lowerBound < offset && offset < $0.upperBound }
  }

  /// The label for a kind.
  public static func text(for kind: RedactionKind) -> String { "[redacted:\(kind.rawValue)]" }
}
