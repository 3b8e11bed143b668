internal import LiveContext

/// One thing that is not as it should be, and what to do about it.
struct Finding: Equatable {
  /// Whether events are lost or late because of it.
  enum Weight: String {
    case fault
    case remark
  }

  let weight: Weight
  /// What is wrong, and where.
  let what: String
  /// What to do next.
  let next: String
  /// Whether `doctor --fix` does it.
  let isMendable: Bool

  static func fault(_ what: String, next: String, isMendable: Bool = false) -> Finding {
    Finding(weight: .fault, what: what, next: next, isMendable: isMendable)
  }

  static func remark(_ what: String, next: String, isMendable: Bool = false) -> Finding {
    Finding(weight: .remark, what: what, next: next, isMendable: isMendable)
  }

  /// The same, said of somebody.
  func about(_ subject: String) -> Finding {
    Finding(weight: weight, what: "\(subject): \(what)", next: next, isMendable: isMendable)
  }

  var json: JSON {
    .object([
      "weight": .string(weight.rawValue), "what": .string(what), "next": .string(next),
      "mendable": .bool(isMendable),
    ])
  }
}
