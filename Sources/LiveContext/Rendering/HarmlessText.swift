/// Text from commits and people, made harmless for whoever reads it as a part of something larger.
///
/// Whoever can land a commit or record a note can write text that agents will read.
public enum HarmlessText {
  /// One line of at most `limit` code points: nothing that hides or turns text, no tag, no comment, no fence.
  public static func line(_ text: String, limit: Int = 150) -> String {
    PlainText.cut(broken(PlainText.folded(text)), to: limit)
  }

  /// Text of any length for a terminal: its line breaks and tabs stay, what steers a terminal or hides text does not.
  ///
  /// In JSON such characters are escaped, so that a program reads what was there.
  public static func shown(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f || $0 == 0x0a || $0 == 0x09 }) {
      return text
    }
    let isJSON = text.utf8.first == UInt8(ascii: "{")
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" || !PlainText.isTrick(scalar, after: shown.last) {
        shown.append(scalar)
      } else if isJSON {
        for unit in UTF16.encode(scalar)! {
          let digits = String(unit, radix: 16)
          shown.append(
            contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
              .unicodeScalars)
        }
      }
    }
    return String(shown)
  }

  private static func broken(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x3c || $0 == 0x3e || $0 == 0x60 || $0 == 0x7e })
    else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": scalars.append("‹")
      case ">": scalars.append("›")
      case "`": scalars.append("'")
      // `~~~` opens a fence in Markdown; a single one is a home folder.
      case "~" where scalars.last == "~": scalars.append("-")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

extension JSON {
  /// The same value with every text in it harmless, keys too; what stands in a list, as links do, may be longer.
  public var harmless: JSON { harmless(limit: 150) }

  private func harmless(limit: Int) -> JSON {
    switch self {
    case .string(let text): return .string(HarmlessText.line(text, limit: limit))
    case .array(let elements):
      return .array(elements.map { $0.harmless(limit: Contract.maximumLinkLength) })
    case .object(let object):
      var result = JSONObject()
      for member in object.members {
        result[HarmlessText.line(member.key, limit: 40)] = member.value.harmless(limit: limit)
      }
      return .object(result)
    default: return self
    }
  }
}
