/// Text from commits and people, made harmless for whoever reads it as a part of something larger.
///
/// Whoever can land a commit or record a note can write text that agents will read.
public enum HarmlessText {
  /// One line of at most `limit` code points: nothing that hides or turns text, no tag, no comment, no fence.
  public static func line(_ text: String, limit: Int = 150) -> String {
    PlainText.cut(broken(PlainText.folded(text)), to: limit)
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
