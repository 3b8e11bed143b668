public import SystemPackage

/// Our block in the clone's own list of ignored files (`info/exclude`).
public struct ExcludeFile: Sendable {
  private let path: FilePath

  private static let begin = "# codex-hook begin: live files, by their exact names"
  private static let end = "# codex-hook end"

  /// The list at a path.
  public init(_ path: FilePath) { self.path = path }

  /// Makes our block hold exactly these patterns; every other byte stays.
  ///
  /// - Returns: whether anything had to be changed.
  @discardableResult
  public func set(_ patterns: [String]) throws(FileError) -> Bool {
    let before = try content()
    let after = with(patterns, in: before)
    guard after != before else { return false }
    try Files.makeFolder(path.removingLastComponent())
    try Files.replace(
      path, with: Array(after.utf8), temporary: FilePath(path.string + ".codex-hook.new"))
    return true
  }

  /// Whether our block holds exactly these patterns.
  public func holds(_ patterns: [String]) throws(FileError) -> Bool {
    let content = try content()
    return with(patterns, in: content) == content
  }

  /// Takes our block out.
  @discardableResult
  public func remove() throws(FileError) -> Bool { try set([]) }

  private func with(_ patterns: [String], in content: String) -> String {
    var after = without(content)
    guard !patterns.isEmpty else { return after }
    if !after.isEmpty, !after.hasSuffix("\n") { after += "\n" }
    return after + ([ExcludeFile.begin] + patterns + [ExcludeFile.end]).map { $0 + "\n" }.joined()
  }

  private func content() throws(FileError) -> String {
    String(decoding: try Files.read(path, limit: 16 << 20) ?? [], as: UTF8.self)
  }

  private func without(_ text: String) -> String {
    guard let start = text.range(of: ExcludeFile.begin + "\n"),
      let end = text[start.upperBound...].range(of: ExcludeFile.end + "\n")
    else { return text }
    return text[..<start.lowerBound] + String(text[end.upperBound...])
  }
}

extension StringProtocol {
  /// The first place of a text in this one, compared by bytes.
  fileprivate func range(of part: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].utf8.starts(with: part.utf8) {
        return at..<self.utf8.index(at, offsetBy: part.utf8.count)
      }
      at = self.utf8.index(after: at)
    }
    return nil
  }
}
