/// One pass over a text, from left to right, that collects what labels replace.
///
/// Every look-back and look-ahead that only decides is bounded by a constant; only a find is followed to
/// its end, and the pass goes on behind it. So the work is linear in the length of the text.
struct SecretScan {
  let text: ByteText
  let allowed: [[UInt8]]
  private(set) var hits: [Hit] = []
  /// The last command that takes a secret as an option, where it stands, and how far was looked for one.
  var command = (kind: SecretCommand.other, place: -65, lookedUpTo: 0)
  /// Whether a zero-width character was seen: matching then wants the text without them.
  private(set) var hasZeroWidth = false
  /// Whether the text has more than one line, and so perhaps a stack trace.
  private(set) var hasLineBreak = false

  init(_ text: ByteText, allowed: [[UInt8]]) {
    self.text = text
    self.allowed = allowed
  }

  mutating func run() {
    var index = 0
    while index < text.count {
      let byte = text.base[index]
      if ByteSet.alphanumeric.contains(byte) {
        index = word(at: index)
      } else if byte <= 0x20 {
        if byte == 0x0A { hasLineBreak = true }
        index += 1
      } else {
        index = mark(byte, at: index)
      }
    }
  }

  /// Handles the run of letters and digits that starts at `start`; gives where to go on.
  private mutating func word(at start: Int) -> Int {
    var end = start + 1
    while end < text.count, ByteSet.alphanumeric.contains(text.base[end]) { end += 1 }
    // Behind an escape (`\n`, `%20`, `\u0022`, an ANSI colour) a token starts inside the run.
    let begin = escapeEnd(at: start, before: end)
    if hasRoom(from: begin) {
      if let hit = text.token(at: begin) ?? shapedToken(at: begin, wordEnd: end),
        let next = take(hit)
      {
        return beside(hit, next)
      }
    }
    let first = text.base[begin]
    if first &- 0x30 < 10 || begin == start, let hit = number(at: begin), let next = take(hit) {
      return next
    }
    if let hit = afterKeyword(begin..<end), let next = take(hit) { return next }
    return end
  }

  /// Handles a byte that is neither a blank nor part of a word; gives where to go on.
  private mutating func mark(_ byte: UInt8, at index: Int) -> Int {
    var hit: Hit?
    switch byte {
    case UInt8(ascii: "="): hit = assignment(separator: index)
    case UInt8(ascii: ":"):
      if let found = userinfo(colon: index) {
        // Two finds, user and password, when both are secret.
        return takeAll(found) ?? index + 1
      }
      hit = assignment(separator: index)
    case UInt8(ascii: "@"): hit = address(at: index, width: 1)
    case UInt8(ascii: "%"):
      if text.has("%3D", at: index) || text.has("%3A", at: index) || text.has("%3d", at: index) {
        hit = assignment(separator: index)
      } else if text.has("%40", at: index) {
        hit = address(at: index, width: 3)
      } else if text.hasAnyCase("%2f", at: index) || text.hasAnyCase("%5c", at: index) {
        hit = homePath(at: index)
      }
    case UInt8(ascii: "/"), UInt8(ascii: "\\"): hit = homePath(at: index)
    case UInt8(ascii: "-"): hit = privateKey(at: index) ?? option(at: index)
    case UInt8(ascii: "+"): hit = azureKey(signature: index) ?? number(at: index)
    case UInt8(ascii: "("): hit = number(at: index)
    case UInt8(ascii: "$"): hit = passwordHash(at: index)
    case UInt8(ascii: "~"): hit = azureSecret(tilde: index)
    case UInt8(ascii: ">"): hit = element(closing: index)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      hit = quotedAfterKey(quote: index)
    case UInt8(ascii: "["):
      if let end = RedactionLabel.end(in: text, at: index) { return end }
    case 0xC2, 0xE2, 0xEF: if text.zeroWidth(at: index) > 0 { hasZeroWidth = true }
    default: break
    }
    if let hit, let next = take(hit) { return next }
    return index + 1
  }

  /// Whether at least ten visible bytes follow: no token is shorter.
  @inline(__always)
  private func hasRoom(from index: Int) -> Bool {
    guard index + 10 <= text.count else { return false }
    var next = index
    while next < index + 10 {
      if text.base[next] <= 0x20 { return false }
      next += 1
    }
    return true
  }

  /// Where the word proper begins when its run starts with the rest of an escape.
  private func escapeEnd(at start: Int, before end: Int) -> Int {
    guard start > 0 else { return start }
    let previous = text.base[start - 1]
    var begin = start
    if previous == UInt8(ascii: "\\") {
      switch text.base[start] {
      case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"),
        UInt8(ascii: "f"):
        begin = start + 1
      case UInt8(ascii: "u"): begin = start + 5
      case UInt8(ascii: "x"): begin = start + 3
      default: break
      }
    } else if previous == UInt8(ascii: "%") {
      begin = text.has("25", at: start) ? start + 4 : start + 2
    } else if previous == UInt8(ascii: "[") || previous == UInt8(ascii: ";") {
      let digits = text.end(of: .digit, from: start, limit: 3)
      if digits > start, text[digits] == UInt8(ascii: "m"), text.escapeSequence(before: start) {
        begin = digits + 1
      }
    }
    return begin < end ? begin : start
  }

  /// Keeps a find unless it is allowed; gives its end, or nil when it was allowed.
  private mutating func take(_ hit: Hit) -> Int? {
    let start = max(hit.start, hits.last?.end ?? 0)
    guard hit.end > start else { return nil }
    for value in allowed where text.equals(value, in: start..<hit.end) { return nil }
    hits.append(Hit(start: start, end: hit.end, kind: hit.kind))
    return hit.end
  }

  private mutating func takeAll(_ found: [Hit]) -> Int? {
    var next: Int?
    for hit in found { next = take(hit) ?? next }
    return next
  }

  /// The secret that stands beside an access-key id; gives where to go on.
  private mutating func beside(_ hit: Hit, _ next: Int) -> Int {
    guard
      text.base[hit.start + 1] == UInt8(ascii: "K")
        || text.base[hit.start + 1] == UInt8(ascii: "S"),
      hit.end - hit.start == 20, let secret = accessKeySecret(after: next)
    else { return next }
    return take(secret) ?? next
  }
}

extension ByteText {
  /// The length of a zero-width or direction character at `index`, or 0.
  func zeroWidth(at index: Int) -> Int {
    switch (self[index], self[index + 1], self[index + 2]) {
    case (0xC2, 0xAD, _): 2
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xA4),
      (0xEF, 0xBB, 0xBF):
      3
    default: 0
    }
  }

  /// Whether the digits before `index` belong to an ANSI colour: `ESC [ 1 ;`.
  func escapeSequence(before index: Int) -> Bool {
    let set = ByteSet.digit.union(.of(UInt8(ascii: ";"), UInt8(ascii: "[")))
    let start = start(of: set, before: index, limit: 12)
    return self[start - 1] == 0x1B || has("033", at: start) || has("x1b", at: start - 3)
      || has("u001b", at: start - 5) || has("033", at: start - 3)
  }

  func equals(_ value: [UInt8], in range: Range<Int>) -> Bool {
    guard value.count == range.count else { return false }
    for offset in 0..<value.count where value[offset] != base[range.lowerBound + offset] {
      return false
    }
    return true
  }
}
