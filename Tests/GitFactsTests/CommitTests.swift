import SystemPackage
import TestSupport
import Testing

@testable import GitFacts

/// One commit as a value: its changed paths in the cases that have traps, its subject, its parents.
@Suite struct CommitTests {
  /// Shell lines that end with the commit in question, and the number of paths that it changes.
  static let changes: [(String, String, Int)] = [
    ("a root of three files", "touch a b c; git add .; git commit -qm root", 3),
    ("an empty root", "git commit -q --allow-empty -m root", 0),
    (
      "an empty commit",
      "touch a; git add .; git commit -qm 1; git commit -q --allow-empty -m 2", 0
    ),
    (
      "a mode change",
      "touch a b; git add .; git commit -qm 1; chmod +x a; git commit -qam 2", 1
    ),
    (
      "a file that becomes a link",
      "touch a b; git add .; git commit -qm 1; ln -sf b a; git commit -qam 2", 1
    ),
    (
      "a file that becomes a folder of two",
      "touch a; git add .; git commit -qm 1; rm a; mkdir a; touch a/x a/y; git add -A; git commit -qm 2",
      3
    ),
    (
      "a folder that becomes a file, beside names that sort around it",
      """
      mkdir -p a/b; touch a/b/x a/y a- a0; git add .; git commit -qm 1
      rm -r a; touch a; git add -A; git commit -qm 2
      """, 3
    ),
    (
      "a rename",
      "echo one >a; git add .; git commit -qm 1; git mv a b; git commit -qm 2", 2
    ),
    (
      "a submodule that moves on, under ignore = all",
      """
      touch f; git add .; git commit -qm 1
      git update-index --add --cacheinfo 160000,1111111111111111111111111111111111111111,sub
      printf '[submodule "sub"]\\n path = sub\\n url = x\\n ignore = all\\n' >.gitmodules
      git add .gitmodules; git commit -qm 2; git config submodule.sub.ignore all
      git config diff.ignoreSubmodules all
      git update-index --cacheinfo 160000,2222222222222222222222222222222222222222,sub
      git update-ref HEAD $(git commit-tree -p HEAD -m 3 $(git write-tree))
      """, 1
    ),
    (
      "submodules of which one id differs in its last digit",
      """
      id=111111111111111111111111111111111111111
      for n in a b c; do git update-index --add --cacheinfo 160000,${id}1,$n; done
      git commit -qm 1; git update-index --cacheinfo 160000,${id}2,b
      git update-ref HEAD $(git commit-tree -p HEAD -m 2 $(git write-tree))
      """, 1
    ),
    (
      "a merge, against its first parent",
      """
      touch a; git add .; git commit -qm 1; git checkout -qb side
      touch b c; git add .; git commit -qm 2; git checkout -q main
      touch d; git add .; git commit -qm 3; git merge -q -m merge side
      """, 2
    ),
    (
      "an octopus",
      """
      touch a; git add .; git commit -qm 1
      for n in x y; do git checkout -qb $n main; touch $n; git add .; git commit -qm $n; done
      git checkout -q main; git merge -q --no-ff -m merge x y
      """, 2
    ),
    (
      "a replaced commit",
      """
      touch a; git add .; git commit -qm 1; touch b c; git add .; git commit -qm 2
      git replace HEAD $(git commit-tree -m other "HEAD~1^{tree}")
      """, 2
    ),
    (
      "a grafted parent that is replaced",
      """
      touch a; git add .; git commit -qm 1; touch b; git add .; git commit -qm 2
      touch c d; git add .; git commit -qm 3; git replace --graft HEAD
      """, 2
    ),
    (
      "names that are no UTF-8",
      "touch a; git add .; git commit -qm 1; touch $(printf 'b\\351') $(printf 'b\\350'); git add .; git commit -qm 2",
      2
    ),
  ]

  @Test("changed paths are counted as git counts them", arguments: changes)
  func changedPaths(name: String, script: String, count: Int) throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    let outcome = try sandbox.run(["sh", "-ec", script], in: repository)
    try #require(outcome.status == 0, "\(name): \(outcome.errors)")
    let tip = try sandbox.git("--no-replace-objects", "rev-parse", "HEAD", in: repository)
    let commit = try sandbox.open(repository).commit(ObjectID(hex: tip)!)
    #expect(commit.changedPaths == count, "\(name)")
    #expect(try sandbox.countedByGit(tip, in: repository) == count, "\(name)")
  }

  /// Messages as bytes for printf, and the charset that the commit names.
  static let messages: [(String, String?)] = [
    ("plain", nil),
    ("two\\nlines of one subject\\n\\nand a body\\n", nil),
    ("\\n \\n\\t\\nblank lines come first\\n", nil),
    ("  leading blanks stay  \\n trailing ones go\\t \\n\\nbody", nil),
    ("carriage\\r\\nreturns\\r\\n\\r\\nbody\\r\\n", nil),
    ("caf\\303\\251 \\360\\237\\232\\200\\n", nil),
    ("caf\\351 in Latin-1", "ISO-8859-1"),
    ("caf\\351 in latin1", "latin1"),
    ("\\244 \\250 \\275 in Latin-9", "ISO-8859-15"),
    ("\\200 \\223quoted\\224 \\226 \\237", "windows-1252"),
    ("\\200 in CP1252", "CP1252"),
    ("", nil),
  ]

  @Test("the subject is git's %s, in Unicode", arguments: messages)
  func subjects(message: String, charset: String?) throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    let header = charset.map { "encoding \($0)\\n" } ?? ""
    let script = """
      tree=$(git mktree </dev/null)
      printf 'tree %s\\nauthor A <a@b> 1 +0000\\ncommitter A <a@b> 1700000000 -0330\\n\(header)\\n\(message)' $tree |
        git hash-object -t commit -w --stdin --literally
      """
    let outcome = try sandbox.run(["sh", "-ec", script], in: repository)
    let id = try #require(ObjectID(hex: outcome.line), "\(outcome.errors)")
    let expected = try sandbox.git("log", "-1", "--format=%s|", outcome.line, in: repository)
    let commit = try sandbox.open(repository).commit(id)
    #expect(commit.subject + "|" == expected)
    #expect(commit.committed == 1_700_000_000)
  }

  @Test("bytes that are no UTF-8, and no charset that says so, are repaired")
  func repaired() throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    // commit-tree would take the byte for Latin-1 and mend it.
    let script = """
      printf 'tree %s\\nauthor A <a@b> 1 +0000\\ncommitter A <a@b> 1 +0000\\n\\ncaf\\351' $(git mktree </dev/null) |
        git hash-object -t commit -w --stdin
      """
    let outcome = try sandbox.run(["sh", "-ec", script], in: repository)
    let commit = try sandbox.open(repository).commit(ObjectID(hex: outcome.line)!)
    #expect(commit.subject == "caf\u{FFFD}")
  }

  @Test("a shallow clone's boundary is a root, and the walk ends there")
  func shallow() throws {
    let sandbox = try Sandbox()
    let origin = try sandbox.repository("origin")
    for name in ["a", "b", "c", "d"] { try sandbox.commit(name, in: origin) }
    try sandbox.git("clone", "-q", "--depth=2", "file://\(origin)", "clone", in: sandbox.root)
    let clone = sandbox.root.appending("clone")
    let facts = try sandbox.open(clone)
    let boundary = try sandbox.id("HEAD~1", in: clone)
    let isBoundary = facts.isShallowBoundary(boundary)
    #expect(isBoundary)
    let commit = try facts.commit(boundary)
    #expect(commit.parents.isEmpty)
    #expect(commit.changedPaths == 3)
    let tip = try sandbox.id("HEAD", in: clone)
    let isTipBoundary = facts.isShallowBoundary(tip)
    #expect(!isTipBoundary)
    #expect(try facts.history(from: [tip], limit: 10) { _ in false } == [tip, boundary])
    #expect(try facts.isAncestor(boundary, of: tip))
    #expect(try !facts.isAncestor(tip, of: boundary))
  }

  @Test("an object that is not there is named, with its own kind of error")
  func missing() throws {
    let sandbox = try Sandbox()
    let facts = try sandbox.open(sandbox.repository())
    let id = ObjectID(hex: String(repeating: "12", count: 20))!
    #expect {
      try facts.commit(id)
    } throws: { error in
      (error as? GitError)?.kind == .missingObject && "\(error)".contains(id.hex)
    }
  }

  @Test("what is no object name is not taken for one")
  func names() {
    #expect(ObjectID(hex: "12") == nil)
    #expect(ObjectID(hex: String(repeating: "g", count: 40)) == nil)
    #expect(ObjectID(hex: String(repeating: "é", count: 20)) == nil)
    let id = ObjectID(hex: String(repeating: "Ab", count: 20))
    #expect(id?.hex == String(repeating: "ab", count: 20))
    #expect(id?.isZero == false)
    #expect(ObjectID(hex: String(repeating: "0", count: 64))?.isZero == true)
  }
}
