/// The digest as the page that a CI run shows: GitHub's step summary, or any other place that renders Markdown.
public enum StepSummary {
  /// The page, at most a few kilobytes; a step summary may have 1 MiB.
  public static func render(_ digest: Digest, contract: Contract) -> String {
    var text = "## What happened here, recorded by codex-hook\n"
    Summary.Bullets(digest, contract).forEach { title, items in
      text += "\n### \(title)\n\n"
      for item in items.isEmpty ? ["none recorded"] : items {
        text += "- \(MarkdownText.line(item, limit: 200))\n"
      }
    }
    return text
  }
}
