/// git's `wildmatch`, without escapes and classes of characters.
enum Wildcard {
  private enum Outcome {
    case match, noMatch
    /// No later place in the text can match either.
    case never
    /// None before a `**` that stands further left.
    case notInFolder
  }

  /// Whether a byte may stand for something else.
  static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"): true
    default: false
    }
  }

  /// Whether a pattern fits all of a text; in a path only `**` stands for a `/`.
  static func matches(
    _ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>, isPath: Bool
  ) -> Bool {
    outcome(pattern, text, isPath) == .match
  }

  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  private static func outcome(
    _ whole: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>, _ isPath: Bool
  ) -> Outcome {
    var pattern = whole
    var text = text
    while let wanted = pattern.first {
      if text.isEmpty, wanted != star { return .never }
      switch wanted {
      case star:
        switch stars(&pattern, of: whole, &text, isPath) {
        case .some(let outcome): return outcome
        case nil: continue
        }
      case UInt8(ascii: "?"):
        if isPath, text.first == slash { return .noMatch }
        pattern.removeFirst()
      case UInt8(ascii: "["):
        guard let byte = text.first, let isIn = set(&pattern, byte) else { return .never }
        if !isIn || isPath && byte == slash { return .noMatch }
      default:
        if text.first != wanted { return .noMatch }
        pattern.removeFirst()
      }
      text.removeFirst()
    }
    return text.isEmpty ? .match : .noMatch
  }

  /// Goes past one or more stars; nil if what follows them is to be looked at as always.
  private static func stars(
    _ pattern: inout ArraySlice<UInt8>, of whole: ArraySlice<UInt8>,
    _ text: inout ArraySlice<UInt8>, _ isPath: Bool
  ) -> Outcome? {
    let first = pattern.startIndex
    let rest = pattern.drop { $0 == star }
    var crosses = !isPath
    if rest.startIndex - first > 1, isPath {
      let isAtFolder = first == whole.startIndex || whole[first - 1] == slash
      if isAtFolder, rest.isEmpty || rest.first == slash {
        // Between two slashes it may stand for nothing at all.
        if rest.first == slash, outcome(rest.dropFirst(), text, isPath) == .match { return .match }
        crosses = true
      }
    }
    if rest.isEmpty { return crosses || !text.contains(slash) ? .match : .noMatch }
    if !crosses, rest.first == slash {
      guard let next = text.firstIndex(of: slash) else { return .noMatch }
      pattern = rest.dropFirst()
      text = text[(next + 1)...]
      return nil
    }
    while !text.isEmpty {
      let outcome = outcome(rest, text, isPath)
      if outcome != .noMatch {
        if !crosses || outcome != .notInFolder { return outcome }
      } else if !crosses, text.first == slash {
        return .notInFolder
      }
      text.removeFirst()
    }
    return .never
  }

  /// Goes past a set such as `[a-z]`; nil if it has no end.
  private static func set(_ pattern: inout ArraySlice<UInt8>, _ byte: UInt8) -> Bool? {
    var rest = pattern.dropFirst()
    var isNegated = false
    if rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^") {
      isNegated = true
      rest.removeFirst()
    }
    var isIn = false
    var before: UInt8?
    repeat {
      guard let one = rest.first else { return nil }
      rest.removeFirst()
      if one == UInt8(ascii: "-"), let low = before, let high = rest.first,
        high != UInt8(ascii: "]")
      {
        rest.removeFirst()
        if low <= byte && byte <= high { isIn = true }
        before = nil
      } else {
        if one == byte { isIn = true }
        before = one
      }
    } while rest.first != UInt8(ascii: "]")
    pattern = rest.dropFirst()
    return isIn != isNegated
  }
}
