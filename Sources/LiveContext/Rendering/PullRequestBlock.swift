/// The block that a pull request's description shows: what a reviewer needs to know within seconds.
///
/// At most 12 lines between two HTML comments, which are its first and its last: the focus first, then health, open issues and the
/// newest activity. Nothing depends on the clock, so the same events give the same bytes.
public struct PullRequestBlock: Sendable {
  /// Each line of the block by itself, most wanted first; the focus is not among them.
  private let items: [String]
  private let focus: String

  /// The first line of the block.
  public static let begin = "<!-- codex-hook:begin -->"
  /// The last line of the block.
  public static let end = "<!-- codex-hook:end -->"
  /// The most code points of a description with its block: GitHub takes 65,536.
  public static let maximumLength = 60_000

  /// Both comments, the focus, two empty lines and the last line take six of the twelve.
  private static let itemLimit = 6
  private static let footer =
    "More: `codex-hook summary` in a clone, or the file `.codex/summary.md` there."

  /// The block of a digest.
  public init(_ digest: Digest, contract: Contract) {
    focus = PullRequestBlock.focus(digest.state, contract)
    items = Array(PullRequestBlock.items(digest, contract).prefix(PullRequestBlock.itemLimit))
  }

  /// A description with this block in it: in place of the one that is there, otherwise at the end.
  ///
  /// What stands outside the two comments stays byte for byte as it is. Where little room is left, the block gives up lines.
  /// - Parameter limit: the most code points of the whole.
  /// - Throws: `PullRequestBlockError` where it is not clear what to replace, or no room is left.
  public func spliced(
    into body: [UInt8], limit: Int = maximumLength
  ) throws(PullRequestBlockError) -> [UInt8] {
    let place = try PullRequestBlock.place(in: body)
    let before = place.map { Array(body[..<$0.lowerBound]) } ?? PullRequestBlock.separated(body)
    let after = place.map { Array(body[$0.upperBound...]) } ?? []
    let taken = PullRequestBlock.length(before) + PullRequestBlock.length(after)
    for count in stride(from: items.count, through: 0, by: -1) {
      let block = Array(text(items.prefix(count)).utf8)
      if taken + PullRequestBlock.length(block) <= limit { return before + block + after }
    }
    throw .noRoom(length: taken, limit: limit)
  }

  private func text(_ items: ArraySlice<String>) -> String {
    var lines = [PullRequestBlock.begin, focus]
    if !items.isEmpty { lines += [""] + items.map { "- \($0)" } }
    lines += ["", PullRequestBlock.footer, PullRequestBlock.end]
    return lines.joined(separator: "\n")
  }

  private static func focus(_ state: State?, _ contract: Contract) -> String {
    guard let state else { return "Focus: none recorded." }
    func text(_ raw: String) -> String { MarkdownText.line(contract.text(raw)) }
    let since = state.lastUpdated.map { " since \($0.short)" } ?? ""
    var line =
      "Focus: \(text(state.feature)) on \(text(state.branch)), \(text(state.status))\(since)"
    if let notes = state.notes { line += ". Next: \(text(notes))" }
    return line
  }

  /// Health and open issues are what a reviewer cannot see in the pull request itself, so they come before the activity.
  private static func items(_ digest: Digest, _ contract: Contract) -> [String] {
    var events: [Event] = [digest.test].compactMap { $0 }
    events += digest.performance.prefix(1)
    let open = digest.openIssues.prefix(2)
    let lines =
      events.map { "\($0.shortTime) \(MarkdownText.line($0.phrase))" }
      + open.map { "open since \($0.shortTime): \(MarkdownText.line($0.phrase))" }
    let shown = Set(open.map(\.identity))
    return lines
      + digest.recent.filter { !shown.contains($0.identity) }
      .map { "\($0.shortTime) \(MarkdownText.line($0.phrase))" }
  }

  /// Where the block stands, its two comments included; nil if there is none.
  private static func place(in body: [UInt8]) throws(PullRequestBlockError) -> Range<Int>? {
    let begins = offsets(of: begin, in: body)
    let ends = offsets(of: end, in: body)
    if begins.isEmpty, ends.isEmpty { return nil }
    guard begins.count == 1, ends.count == 1, begins[0] < ends[0] else {
      throw .unclear(begins: begins.count, ends: ends.count)
    }
    return begins[0]..<ends[0] + end.utf8.count
  }

  private static func offsets(of mark: String, in body: [UInt8]) -> [Int] {
    let mark = Array(mark.utf8)
    guard body.count >= mark.count else { return [] }
    return (0...(body.count - mark.count)).filter {
      body[$0] == mark[0] && body[$0..<$0 + mark.count].elementsEqual(mark)
    }
  }

  /// The body with an empty line behind it, so that the block is a paragraph of its own.
  private static func separated(_ body: [UInt8]) -> [UInt8] {
    guard let last = body.last else { return [] }
    return body + Array((last == 0x0a ? "\n" : "\n\n").utf8)
  }

  /// Code points: the bytes that do not continue one.
  private static func length(_ bytes: [UInt8]) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) }
  }
}

/// Why a description is left as it is.
public enum PullRequestBlockError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The two comments do not stand there once each, the first before the last.
  case unclear(begins: Int, ends: Int)
  /// The description alone is too long.
  case noRoom(length: Int, limit: Int)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .unclear(let begins, let ends):
      """
      the description holds \(PullRequestBlock.begin) \(PullRequestBlockError.times(begins)) and \(PullRequestBlock.end) \
      \(PullRequestBlockError.times(ends)), not once each in this order, so it is not clear what to replace; \
      take these lines out of the description by hand; nothing changed
      """
    case .noRoom(let length, let limit):
      """
      the description has \(length) characters without the block, and with it may have \(limit); \
      shorten it; nothing changed
      """
    }
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}
