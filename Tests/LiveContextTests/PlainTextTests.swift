import Testing

@testable import LiveContext

@Suite("Free text")
struct PlainTextTests {
  @Test(
    "becomes one harmless line",
    arguments: [
      ("a\nb", "a b"), ("a\r\n\r\nb", "a b"), ("  a  ", "a"), ("a \n b", "a b"),
      ("\u{1b}[31mred\u{1b}[0m", "[31mred [0m"), ("a\u{7f}b\u{9b}c", "a b c"),
      ("a\u{2028}b\u{2029}c", "a b c"), ("a\u{0}b", "a b"),
      ("user\u{202e}txt.exe", "usertxt.exe"), ("pay\u{200b}pal", "paypal"),
      ("a\u{feff}b\u{2066}c\u{2069}", "abc"), ("a\u{e0041}b", "ab"),
      ("soft\u{ad}hyphen", "softhyphen"),
      ("a\u{200d}b", "ab"), ("größe 界", "größe 界"), ("", ""), ("\t", ""),
      ("tab\there", "tab here"),
    ])
  func folds(text: String, line: String) {
    #expect(PlainText.folded(text) == line)
    #expect(PlainText.folded(line) == line)
  }

  @Test("keeps emoji that are joined")
  func joinedEmoji() {
    let family = "👩‍👩‍👧 and ❤️‍🔥"
    #expect(PlainText.folded(family) == family)
  }

  @Test("is not cut at the limit, and is one code point over it")
  func limit() {
    let exact = String(repeating: "x", count: 120)
    #expect(PlainText.cut(exact, to: 120) == exact)
    #expect(PlainText.cut(exact + "x", to: 120) == String(repeating: "x", count: 119) + "…")
    let wide = String(repeating: "界", count: 120)
    #expect(PlainText.cut(wide, to: 120) == wide)
  }

  @Test("is cut at a grapheme's edge")
  func graphemes() {
    let family = "👩‍👩‍👧"
    let text = String(repeating: "x", count: 117) + family + "yyyy"
    #expect(PlainText.cut(text, to: 120) == String(repeating: "x", count: 117) + "…")
    let accents = String(repeating: "e\u{301}", count: 100)
    let cut = PlainText.cut(accents, to: 120)
    #expect(cut == String(repeating: "e\u{301}", count: 59) + "…")
  }

  @Test("is never cut inside a redaction label", arguments: Array(100...119))
  func labels(start: Int) {
    let text =
      String(repeating: "x", count: start) + "[redacted:private-key]"
      + String(repeating: "y", count: 60)
    let cut = PlainText.cut(text, to: 120)
    #expect(cut.unicodeScalars.count <= 120)
    let whole = cut.contains("[redacted:private-key]")
    #expect(whole || cut == String(repeating: "x", count: start) + "…")
  }

  @Test("a bracket that is no label is cut like any text")
  func brackets() {
    let text = String(repeating: "x", count: 100) + "[not a label that ends soon enough]"
    #expect(PlainText.cut(text, to: 120).hasSuffix("[not a label that e…"))
  }

  @Test("loses the blanks before the ellipsis")
  func blanks() {
    #expect(PlainText.cut("one two   three", to: 11) == "one two…")
  }
}
