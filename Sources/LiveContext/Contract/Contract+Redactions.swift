extension Contract {
  /// What was taken out of some values, by kind; nothing is looked for where no label was written.
  ///
  /// The texts are read a second time: counting along would cost every recording what only a few need.
  func redactions(in values: JSONObject, written line: String) -> [Redaction.Count] {
    guard line.utf8.contains(UInt8(ascii: "[")), !RedactionLabel.ranges(in: line).isEmpty else {
      return []
    }
    var counts: [Redaction.Count] = []
    for member in values.members { count(member.value, in: &counts) }
    return counts
  }

  private func count(_ value: JSON, in counts: inout [Redaction.Count]) {
    switch value {
    case .string(let text): Redaction.Count.add(redactor.redact(text).hits, to: &counts)
    case .array(let elements): for element in elements { count(element, in: &counts) }
    case .object(let object): for member in object.members { count(member.value, in: &counts) }
    default: break
    }
  }
}

extension Redaction.Count: CustomStringConvertible {
  /// `2 x github-token`: the kind and how often, never the value.
  public var description: String { "\(count) x \(kind.rawValue)" }

  /// Adds counts up by kind.
  public static func add(_ new: [Redaction.Count], to counts: inout [Redaction.Count]) {
    for one in new {
      if let index = counts.firstIndex(where: { $0.kind == one.kind }) {
        counts[index].count += one.count
      } else {
        counts.append(one)
      }
    }
  }
}
