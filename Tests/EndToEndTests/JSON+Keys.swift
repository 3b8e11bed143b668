import LiveContext

extension JSON {
  /// What stands under a key; nil where this is no object or has no such key.
  subscript(key: String) -> JSON? { object?[key] }
}
