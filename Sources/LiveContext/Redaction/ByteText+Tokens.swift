/// Finds the format whose prefix stands at a place.
private struct TokenMatch: TokenFormatReader {
  let text: ByteText
  let index: Int
  let first: UInt8
  let second: UInt8
  let third: UInt8
  let fourth: UInt8
  var hit: Hit?

  init(_ text: ByteText, at index: Int) {
    self.text = text
    self.index = index
    first = text[index]
    second = text[index + 1]
    third = text[index + 2]
    fourth = text[index + 3]
  }

  @inline(__always)
  func wants(_ prefix: StaticString) -> Bool {
    let prefix = prefix.utf8Start
    // Four bytes that the compiler knows decide nearly always; a shorter prefix ends in a zero.
    guard second == prefix[1], first == prefix[0] else { return false }
    guard third == prefix[2] || prefix[2] == 0 else { return false }
    return prefix[2] == 0 || fourth == prefix[3] || prefix[3] == 0
  }

  @inline(never)
  mutating func read(_ format: TokenFormat) {
    if hit == nil, text.has(format.prefix, at: index) { hit = text.match(format, at: index) }
  }
}

// Tokens by their published prefix, and the halves of one that quotes divide.

extension ByteText {
  /// The token of the table of formats that starts at `index`, or nil.
  func token(at index: Int) -> Hit? {
    var found = TokenMatch(self, at: index)
    TokenFormats.read(startingWith: self[index], &found)
    if let hit = found.hit { return hit }
    if has("eyJ", at: index) || has("ewog", at: index) || has("eyA", at: index) {
      return webToken(at: index)
    }
    return nil
  }

  @inline(never)
  fileprivate func match(_ format: TokenFormat, at index: Int) -> Hit? {
    let start = index + format.prefix.utf8CodeUnitCount
    let set = format.body.set
    let minimum = format.minimum
    // Prose fails in its first bytes; only then is the rest worth a look.
    if format.style == .wordy, !hasVariety(start..<start + 24) { return nil }
    let (decided, length) = bodyEnd(of: set, from: start, limit: max(minimum + 1, 48))
    let body = start..<decided
    var enough = length >= minimum
    if format.style == .exact { enough = length == minimum }
    if !enough {
      guard format.style != .exact, length >= 8, isCut(at: decided) else { return nil }
      if ByteSet.alphanumeric.contains(self[start - 1]) {
        // Nothing marks the prefix's end, so the body must make up for it.
        guard format.style == .sure, start - index >= 4, length >= 10,
          format.body == .upper ? Composition(self, body).digits > 0 : isRandom(body)
        else { return nil }
      } else {
        // A name with a number behind it changes class once: `rpa_workflow1`.
        let isName = start - index <= 4 && Composition(self, body).changes < 2
        guard isRandom(body) || format.style == .sure && !isName else { return nil }
      }
    }
    switch format.style {
    case .sure, .address:
      // Capitals and digits by definition: chance may leave out the digits.
      guard format.body == .upper || Composition(self, body).isVaried else { return nil }
    case .wordy where format.body == .upper, .exact where format.body == .upper:
      // One case in base 32 changes class less often than the measure of randomness asks.
      let made = Composition(self, body)
      guard made.digits > 0, made.changes * 12 >= made.pairs else { return nil }
    case .wordy, .exact:
      guard isRandom(body) else { return nil }
    }
    guard !isPlaceholder(body) else { return nil }
    let end = length > minimum ? bodyEnd(of: set, from: start, limit: .max).end : decided
    let first = format.style == .address ? start : index
    return Hit(start: first, end: withoutFullStop(end, after: start), kind: format.kind)
  }

  /// Whether a text was cut at `index`: it ends there, or an ellipsis follows.
  func isCut(at index: Int) -> Bool {
    index >= count || has("...", at: index) || has("\u{2026}", at: index)
      || isBlank(index) && skippingBlanks(from: index, limit: 8) >= count
  }

  /// A sentence's full stop, or an ellipsis, is not part of a token.
  private func withoutFullStop(_ end: Int, after start: Int) -> Int {
    var last = end
    while last > start + 8, self[last - 1] == UInt8(ascii: ".") { last -= 1 }
    return last
  }

  /// The end of a token's body, and how many characters of it there are.
  ///
  /// Halves that are joined by quotes (`"ab" + "cd"`) or by a continued line count as one.
  func bodyEnd(of set: ByteSet, from start: Int, limit: Int) -> (end: Int, length: Int) {
    var index = start
    var length = 0
    while length < limit, index < count {
      if set.contains(base[index]) {
        index += 1
        length += 1
      } else if length > 0, let next = join(at: index), set.contains(self[next]) {
        index = next
      } else {
        break
      }
    }
    return (index, length)
  }

  /// Where the second half goes on when a join starts at `index`.
  func join(at index: Int) -> Int? {
    let byte = self[index]
    if byte == UInt8(ascii: "\\"), self[index + 1] == 0x0A || self[index + 1] == 0x0D {
      return skippingBlanks(from: index + 1, limit: 12)
    }
    guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    else { return nil }
    var next = skippingBlanks(from: index + 1, limit: 12)
    switch self[next] {
    case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "&"):
      next = skippingBlanks(from: next + 1, limit: 12)
    default: break
    }
    switch self[next] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return next + 1
    default: return next == index + 1 && isAlphanumeric(next) ? next : nil
    }
  }

  /// A JSON Web Token: two or more base64url parts, the first an object.
  ///
  /// Source: RFC 7519, RFC 7516.
  private func webToken(at index: Int) -> Hit? {
    let (first, length) = bodyEnd(of: .url, from: index, limit: 4096)
    guard length >= 12, self[first] == UInt8(ascii: "."), isRandom(index..<first) else {
      return nil
    }
    let (second, payload) = bodyEnd(of: .dotted, from: first + 1, limit: .max)
    guard payload >= 8 else { return nil }
    return Hit(start: index, end: withoutFullStop(second, after: first), kind: "jwt")
  }
}
