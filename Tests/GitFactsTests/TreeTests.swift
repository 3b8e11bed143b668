import SystemPackage
import TestSupport
import Testing

@testable import GitFacts

/// Revisions, folders and files of a commit.
@Suite struct TreeTests {
  @Test("folders and files are read from the commit, not from the work tree")
  func reading() throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    try sandbox.commit("a/b/c", in: repository, content: "text\r\n")
    try sandbox.commit("a/d", in: repository)
    removeTree(repository.appending("a"))
    let facts = try sandbox.open(repository)
    let tip = try #require(try facts.head().tip)
    for path in ["a", "a/b", "a/b/c", "a/b/", "a/d"] { #expect(try facts.headTreeHolds(path)) }
    for path in ["b", "a/b/c/d", "a/b/x", "A"] { #expect(try !facts.headTreeHolds(path)) }
    #expect(try facts.entries(ofTree: "a", at: tip)?.map(\.name) == ["b", "d"])
    #expect(try facts.entries(ofTree: "a", at: tip)?.map(\.kind) == [.folder, .file])
    #expect(try facts.entries(ofTree: "", at: tip)?.map(\.name) == ["a"])
    #expect(try facts.entries(ofTree: "a/d", at: tip) == nil)
    #expect(try facts.entries(ofTree: "x", at: tip) == nil)
    let file = try #require(try facts.entry("a/b/c", at: tip))
    #expect(try facts.blob(file.id) == Array("text\r\n".utf8))
  }

  @Test("nothing is in the tree of an unborn branch")
  func unborn() throws {
    let sandbox = try Sandbox()
    #expect(try !sandbox.open(sandbox.repository()).headTreeHolds("a"))
  }

  @Test("branches, tags and short names are resolved to commits")
  func resolving() throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    try sandbox.commit("a", in: repository)
    try sandbox.commit("b", in: repository)
    try sandbox.git("tag", "-a", "-m", "one", "v1", "HEAD~1", in: repository)
    let tip = try sandbox.id("HEAD", in: repository)
    let first = try sandbox.id("HEAD~1", in: repository)
    let facts = try sandbox.open(repository)
    for name in ["HEAD", "main", "refs/heads/main", tip.hex, String(tip.hex.prefix(8))] {
      #expect(try facts.resolve(name) == tip, "\(name)")
    }
    for name in ["HEAD~1", "v1", "main^"] { #expect(try facts.resolve(name) == first, "\(name)") }
    for name in [
      "nothing", "HEAD~2", "", "HEAD:a", String(repeating: "1", count: 40), "a b", "..", "-q",
    ] {
      #expect(try facts.resolve(name) == nil, "\(name)")
    }
  }
}
