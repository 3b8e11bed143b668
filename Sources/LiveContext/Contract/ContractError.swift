/// Why something is no event of the contract.
public struct ContractError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, in words that name the key and the value.
  public let description: String

  init(_ description: String) { self.description = description }

  static func notOneOf(_ words: [String], key: String, value: String) -> ContractError {
    let shown = PlainText.cut(PlainText.folded(value), to: 40)
    return ContractError("\(key) \"\(shown)\" is not one of \(words.joined(separator: ", "))")
  }
}
