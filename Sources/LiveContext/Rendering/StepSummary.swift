/// The digest as the page that a CI run shows: GitHub's step summary, or any other place that renders Markdown.
public enum StepSummary {
  /// The page, at most a few kilobytes; a step summary may have 1 MiB.
  public static func render(_ digest: Digest, contract: Contract) -> String {
    var text = "## What happened here, recorded by codex-hook\n"
    for section in Summary.sections(digest, contract) {
      text += "\n### \(section.title)\n\n"
      let items = section.items.isEmpty ? ["none recorded"] : section.items
      for item in items { text += "- \(MarkdownText.line(item, limit: 200))\n" }
    }
    return text
  }
}
