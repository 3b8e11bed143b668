/// The focus of a work tree: what is being worked on (the plan's section 3.1).
///
/// People and agents may edit the file by hand, so keys that we do not know are kept.
public struct State: Sendable, Equatable {
  /// All keys, in their order.
  public private(set) var body: JSONObject

  /// The words that `status` may be.
  public static let statuses = ["in_progress", "testing", "complete", "blocked"]
  /// The most bytes of the file.
  public static let maximumSize = 2048

  /// What is being worked on: a short slug.
  public var feature: String { body["current_feature"]?.text ?? "" }
  /// The branch that the focus belongs to.
  public var branch: String { body["current_branch"]?.text ?? "" }
  /// One of `statuses`.
  public var status: String { body["status"]?.text ?? "" }
  /// When the focus was last changed.
  public var lastUpdated: Timestamp? { body["last_updated"]?.text.flatMap { Timestamp($0) } }
  /// A hint in one line.
  public var notes: String? { body["notes"]?.text.flatMap { $0.isEmpty ? nil : $0 } }

  /// The focus that a fresh work tree starts with, taken from its branch; never a placeholder.
  public init(branch: String, at timestamp: Timestamp) {
    body = [
      "current_feature": .string(State.feature(ofBranch: branch)),
      "current_branch": .string(branch), "status": .string("in_progress"),
      "last_updated": .string(timestamp.description),
    ]
  }

  /// Reads the file.
  ///
  /// - Throws: `ContractError` that names what is missing or wrong.
  public init(parsing bytes: [UInt8]) throws(ContractError) {
    guard bytes.count <= State.maximumSize else {
      throw ContractError("it has \(bytes.count) bytes; the most is \(State.maximumSize)")
    }
    let value: JSON
    do { value = try JSON.parse(bytes) } catch { throw ContractError("no JSON: \(error)") }
    guard let object = value.object else { throw ContractError("it is no JSON object") }
    for key in ["current_feature", "current_branch", "status", "last_updated"] {
      guard object[key]?.text != nil else { throw ContractError("\(key) is missing") }
    }
    body = object
    guard State.statuses.contains(status) else {
      throw ContractError.notOneOf(State.statuses, key: "status", value: status)
    }
    guard lastUpdated != nil else { throw ContractError("last_updated is no ISO 8601 instant") }
    if let notes = object["notes"], notes.text == nil {
      throw ContractError("notes is not a text")
    }
  }

  /// The file's content.
  public var bytes: [UInt8] { Array((JSON.object(body).indented + "\n").utf8) }

  /// The same focus with some keys changed, its texts redacted and cut; nil leaves a key, an empty `notes` removes it.
  ///
  /// - Throws: `ContractError` where a value is none of the contract's, or the whole is too large.
  public func setting(
    feature: String? = nil, branch: String? = nil, status: String? = nil, notes: String? = nil,
    at timestamp: Timestamp, contract: Contract
  ) throws(ContractError) -> State {
    var changed = self
    if let feature {
      let text = contract.text(feature)
      guard !text.isEmpty else { throw ContractError("feature is empty") }
      changed.body["current_feature"] = .string(text)
    }
    if let branch { changed.body["current_branch"] = .string(contract.text(branch)) }
    if let status {
      guard State.statuses.contains(status) else {
        throw ContractError.notOneOf(State.statuses, key: "status", value: status)
      }
      changed.body["status"] = .string(status)
    }
    if let notes {
      let text = contract.text(notes)
      changed.body["notes"] = text.isEmpty ? nil : .string(text)
    }
    changed.body["last_updated"] = .string(timestamp.description)
    guard changed.bytes.count <= State.maximumSize else {
      throw ContractError("the state would be larger than \(State.maximumSize) bytes")
    }
    return changed
  }

  /// The same focus with all its texts redacted, folded and cut, as it may be shown and passed on.
  public func redacted(by contract: Contract) -> State {
    changed { contract.text($0) }
  }

  /// The same focus without secrets and otherwise as people wrote it, as it may stand in a file.
  func withoutSecrets(_ redactor: Redactor) -> State {
    changed { redactor.redact($0).text }
  }

  private func changed(_ change: (String) -> String) -> State {
    var changed = self
    for member in body.members {
      changed.body[member.key] = State.changed(member.value, change)
    }
    return changed
  }

  private static func changed(_ value: JSON, _ change: (String) -> String) -> JSON {
    switch value {
    case .string(let text): .string(change(text))
    case .array(let elements): .array(elements.map { changed($0, change) })
    case .object(let object):
      .object(
        object.members.reduce(into: JSONObject()) { result, member in
          result.append(member.key, changed(member.value, change))
        })
    default: value
    }
  }

  /// The same focus on another branch's name.
  func onBranch(_ branch: String) -> State {
    var changed = self
    changed.body["current_branch"] = .string(branch)
    return changed
  }

  /// The slug that a branch's name stands for: `feat/branching-ui` gives `branching_ui`.
  static func feature(ofBranch branch: String) -> String {
    // `joined` would cost a recording a tenth more: the runtime looks through all its types for how to join these.
    var slug = ""
    var words = 0
    var isNext = true
    for character in branch.lowercased() {
      if character == "/" {
        isNext = true
        continue
      }
      if isNext {
        words += 1
        // Of several words the first is the kind of work.
        if words == 2 { slug = "" } else if words > 2 { slug += "_" }
        isNext = false
      }
      slug.append(character.isLetter || character.isNumber ? character : "_")
    }
    return slug.isEmpty ? "general" : slug
  }
}
