/// A proposal as a patch that `git apply` takes: words for people above, one whole-file hunk below.
extension Proposal {
  private static let heading = "codex-hook proposal: "

  /// The patch file.
  ///
  /// - Parameters:
  ///   - name: the file that it will be, for the command that approves it.
  ///   - agent: who proposes; nil for a person.
  public func patch(named name: String, at timestamp: Timestamp, by agent: String?) -> String {
    """
    \(Proposal.heading)\(title)
    Date: \(timestamp)
    \(agent.map { "By: \($0)\n" } ?? "")
    To approve it, a person applies it at the top of the work tree; to refuse it, the file is removed:
        git apply .codex/patches/\(name)
    \(meaning)

    \(diff)
    """
  }

  private var diff: String {
    let before = Proposal.lines(old ?? [])
    let after = Proposal.lines(new)
    var text = "diff --git a/\(path) b/\(path)\n"
    if old == nil { text += "new file mode 100644\n" }
    text += "--- \(old == nil ? "/dev/null" : "a/" + path)\n+++ b/\(path)\n"
    text += "@@ -\(Proposal.span(before.count)) +\(Proposal.span(after.count)) @@\n"
    let head = zip(before, after).prefix { $0 == $1 }.count
    let rest = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed())
    let tail = rest.prefix { $0 == $1 }.count
    text += before.prefix(head).map { " " + $0 }.joined()
    text += before.dropFirst(head).dropLast(tail).map { "-" + $0 }.joined()
    text += after.dropFirst(head).dropLast(tail).map { "+" + $0 }.joined()
    text += after.suffix(tail).map { " " + $0 }.joined()
    return text
  }

  private static func span(_ count: Int) -> String { count == 0 ? "0,0" : "1,\(count)" }

  /// Lines with their breaks; one that has none says so, as in any diff.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0a).map { $0 + 1 } ?? bytes.count
      let line = String(decoding: bytes[start..<end], as: UTF8.self)
      lines.append(line.hasSuffix("\n") ? line : line + "\n\\ No newline at end of file\n")
      start = end
    }
    return lines
  }

  /// What a patch of ours says: its title, the file that it changes and the content which that will have; nil for any other file.
  public static func reading(_ patch: String) -> (title: String, path: String, new: [UInt8])? {
    guard patch.hasPrefix(heading) else { return nil }
    var title = ""
    var path: String?
    var new = ""
    var isHunk = false
    for line in patch.split(separator: "\n", omittingEmptySubsequences: false) {
      if title.isEmpty { title = String(line.dropFirst(heading.count)) }
      if isHunk, let sign = line.first, sign == " " || sign == "+" {
        new += line.dropFirst() + "\n"
      } else if line.hasPrefix("+++ b/") {
        path = String(line.dropFirst(6))
      } else if line.hasPrefix("@@ ") {
        isHunk = true
      }
    }
    return path.map { (PlainText.folded(title), $0, Array(new.utf8)) }
  }
}
