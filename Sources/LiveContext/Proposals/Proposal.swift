/// A change of structure that somebody proposes: one file, as it is and as it should be, which people approve by applying it.
public struct Proposal: Sendable, Equatable {
  /// What is proposed, in a few words.
  public let title: String
  /// What approving it means, in a line or two.
  public let meaning: String
  /// The file, from the top of the work tree.
  public let path: String
  /// Its content now; nil if there is no such file.
  public let old: [UInt8]?
  /// Its content then.
  public let new: [UInt8]

  /// A new event type.
  public static func eventType(_ schema: EventSchema) -> Proposal {
    let own = schema.fields.filter { !["by", "branch", "replaces"].contains($0.name) }
    let example = own.filter { $0.need != .optional }.map { " --\($0.name) ..." }.joined()
    return Proposal(
      title: "event type \(schema.type) (\(own.map(\.name).joined(separator: ", ")))",
      meaning: """
        codex-hook then accepts and checks events of this type, and shows them in log, summary and context:
            codex-hook event \(schema.type)\(example)
        """,
      path: ".codex/schema/\(ApprovedTypes.fileName(of: schema.type))", old: nil,
      new: Array((schema.jsonSchema.indented + "\n").utf8))
  }

  /// A decision in `policy.json`, whose other keys stay as they are.
  ///
  /// - Throws: `ContractError` where a key or word is none that may be decided, or the decision is made already.
  public static func policy(
    _ decisions: [(key: String, word: String)], now: [UInt8]?
  ) throws(ContractError) -> Proposal {
    var object = JSONObject()
    if let now {
      guard let written = (try? JSON.parse(now))?.object else {
        throw ContractError(".codex/policy.json is no JSON object; mend it by hand first")
      }
      object = written
    }
    let before = object
    for (key, word) in decisions {
      guard let known = Policy.keys.first(where: { $0.name == key }) else {
        throw .notOneOf(Policy.keys.map(\.name), key: "the policy", value: key)
      }
      guard known.words.contains(word) else {
        throw .notOneOf(known.words, key: key, value: word)
      }
      object[key] = .string(word)
    }
    let said = decisions.map { "\($0.key)=\($0.word)" }.joined(separator: " ")
    guard object != before else {
      throw ContractError("\(said) is what .codex/policy.json says now")
    }
    return Proposal(
      title: "policy \(said)",
      meaning: "codex-hook then keeps to it in this repository, from the next event on.",
      path: ".codex/policy.json", old: now,
      new: Array((JSON.object(object).indented + "\n").utf8))
  }

  /// `event-type-deploy`: letters, digits and hyphens, fit for a file's name.
  public var slug: String {
    var slug = ""
    for byte in title.utf8 {
      if byte == 0x28 { break }  // What stands in parentheses explains.
      let isWord =
        (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5f
      if isWord {
        slug.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !slug.isEmpty, slug.last != "-" {
        slug += "-"
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug
  }
}
