/// Takes secrets and personal data out of a text: a pure function on bytes.
///
/// Run it before a text is cut and before any lock is taken: a cut leaves half a secret that no format
/// knows any more. `docs/redaction.md` says what is found and what is not.
public struct Redactor: Sendable {
  /// Values that stay, byte for byte.
  let allowed: [[UInt8]]

  /// A redactor that keeps the `allowing` values: each is compared with the whole of a find.
  public init(allowing: [String] = []) {
    allowed = allowing.isEmpty ? [] : allowing.lazy.map { Array($0.utf8) }.filter { !$0.isEmpty }
  }

  /// The text without secrets, and with each stack trace folded to its first line.
  ///
  /// A clean text is given back as it is, without a copy.
  public func redact(_ text: String) -> Redaction {
    var text = text
    let found = text.withUTF8 { finds(in: $0) }
    if found.hits.isEmpty, !found.severalLines { return Redaction(text: text, hits: []) }
    return finished(text, found.hits)
  }

  /// The same for any bytes: what is not UTF-8 becomes U+FFFD.
  public func redact(utf8 bytes: UnsafeBufferPointer<UInt8>) -> Redaction {
    redact(String(decoding: bytes, as: UTF8.self))
  }

  /// The same for any bytes: what is not UTF-8 becomes U+FFFD.
  public func redact(utf8 bytes: [UInt8]) -> Redaction {
    bytes.withUnsafeBufferPointer { redact(utf8: $0) }
  }

  private func finished(_ original: String, _ first: [Hit]) -> Redaction {
    var text = original
    var found = first
    var counts: [Redaction.Count] = []
    // A label may bring together what it stands between, so the result is read again until nothing is
    // found: that makes the function idempotent. Each round leaves fewer bytes outside of labels.
    while !found.isEmpty {
      for hit in found { count(hit, in: &counts) }
      text = replaced(found, in: text)
      found = text.withUTF8 { finds(in: $0).hits }
    }
    return Redaction(text: StackTrace.folded(text), hits: counts)
  }

  private func count(_ hit: Hit, in counts: inout [Redaction.Count]) {
    let kind = RedactionKind(rawValue: "\(hit.kind)")
    if let index = counts.firstIndex(where: { $0.kind == kind }) {
      counts[index].count += 1
    } else {
      counts.append(Redaction.Count(kind: kind, count: 1))
    }
  }

  private func replaced(_ hits: [Hit], in text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 24 * hits.count)
    var text = text
    text.withUTF8 { buffer in
      var index = 0
      for hit in hits {
        output.append(contentsOf: buffer[index..<hit.start])
        output.append(contentsOf: "[redacted:".utf8)
        let name = UnsafeBufferPointer(start: hit.kind.utf8Start, count: hit.kind.utf8CodeUnitCount)
        output.append(contentsOf: name)
        output.append(UInt8(ascii: "]"))
        index = hit.end
      }
      output.append(contentsOf: buffer[index...])
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func finds(in buffer: UnsafeBufferPointer<UInt8>) -> (hits: [Hit], severalLines: Bool) {
    guard let base = buffer.baseAddress, buffer.count > 0 else { return ([], false) }
    var scan = SecretScan(ByteText(base: base, count: buffer.count), allowed: allowed)
    scan.run()
    let hits =
      scan.hasZeroWidth ? findsWithoutZeroWidth(in: scan.text, or: scan.hits) : scan.hits
    return (hits, scan.hasLineBreak)
  }

  /// The finds in a text whose zero-width characters are left out, as places in the text that has them.
  private func findsWithoutZeroWidth(in text: ByteText, or plain: [Hit]) -> [Hit] {
    var visible: [UInt8] = []
    var places: [Int] = []
    visible.reserveCapacity(text.count)
    places.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let width = text.zeroWidth(at: index)
      if width == 0 {
        visible.append(text.base[index])
        places.append(index)
      }
      index += max(width, 1)
    }
    let hits = visible.withUnsafeBufferPointer { buffer -> [Hit] in
      guard let base = buffer.baseAddress else { return [] }
      var scan = SecretScan(ByteText(base: base, count: buffer.count), allowed: allowed)
      scan.run()
      return scan.hits
    }
    let mapped = hits.map {
      Hit(start: places[$0.start], end: places[$0.end - 1] + 1, kind: $0.kind)
    }
    return merged(mapped, plain)
  }

  /// Both lists from left to right; where two finds overlap they become one.
  private func merged(_ first: [Hit], _ second: [Hit]) -> [Hit] {
    var result: [Hit] = []
    for hit in (first + second).sorted(by: { $0.start < $1.start }) {
      if let last = result.last, hit.start < last.end {
        result[result.count - 1].end = max(last.end, hit.end)
      } else {
        result.append(hit)
      }
    }
    return result
  }
}
