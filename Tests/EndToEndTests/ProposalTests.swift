import LiveContext
import SystemPackage
import TestSupport
import Testing

@Suite("A change of structure")
struct ProposalTests {
  private let patches = FilePath(".codex/patches")

  private func patch(_ clone: Clone) throws -> String {
    let names = names(in: clone.root.pushing(patches))
    #expect(names.count == 1)
    return ".codex/patches/" + (names.first ?? "")
  }

  @Test("is a patch that git takes, and nothing else changes until a person applies it (T6)")
  func eventType() throws {
    let clone = try Clone()
    try clone.commit("one")
    let refused = try clone.run(["event", "deploy", "--env", "prod"])
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        codex-hook: "deploy" is no event type that people approved here; propose it: codex-hook propose event-type deploy --field env:string

        """)

    let before = try clone.contents(of: clone.root)
    let said = try clone.done(
      "propose", "event-type", "deploy", "--field", "env:dev|stg|prod", "--field",
      "version?:string",
      environment: ["AI_AGENT": "an-agent"])
    let patch = try patch(clone)
    #expect(said.contains("    git apply \(patch)\n"))
    #expect(patch.hasSuffix("-event-type-deploy.patch"))
    let after = try clone.contents(of: clone.root)
    let changed = Set(after.split(separator: "\n")).symmetricDifference(
      before.split(separator: "\n"))
    #expect(changed.allSatisfy { $0.contains(patch) || $0.contains("/journal.ndjson.lock") })
    #expect(try clone.status() == "")
    #expect(try readText(clone.root.pushing(FilePath(patch))).contains("\nBy: an-agent\n"))
    #expect(try clone.run(["event", "deploy", "--env", "prod"]).status == 1)

    try clone.git("apply", "--check", patch)
    #expect(try clone.done("propose", "list").hasPrefix("waiting "))
    try clone.git("apply", patch)
    #expect(try clone.done("propose", "list").hasPrefix("applied "))

    try clone.done("event", "deploy", "--env", "prod", "--version", "1.2")
    let wrong = try clone.run(["event", "deploy", "--env", "moon"])
    #expect(
      wrong.errors == "codex-hook: env \"moon\" is not one of dev, stg, prod; nothing written\n")
    #expect(
      try clone.run(["event", "deploy", "--version", "1"]).errors
        == "codex-hook: deploy events need env; nothing written\n")
    #expect(try clone.run(["event", "deploy", "--env", "dev", "--moon", "1"]).status == 64)
    #expect(try clone.done("log", "--type", "deploy").hasSuffix(": env prod, version 1.2"))
    for page in ["context", "summary"] {
      #expect(try clone.done(page).contains(": env prod, version 1.2\n"))
    }
    #expect(try clone.done("validate") == "2 events, 0 problems")
  }

  @Test(
    "stays approved in a private clone after git clean -fdx, and a type that nobody approved is no event"
  )
  func survives() throws {
    let clone = try Clone()
    try clone.done("propose", "event-type", "deploy", "--field", "env:string")
    try clone.git("apply", try patch(clone))
    try clone.done("event", "deploy", "--env", "prod")
    try clone.git("clean", "-fdxq")
    #expect(!exists(clone.folder))
    #expect(try clone.done("log", "--type", "deploy").contains("env prod"))
    try clone.done("event", "deploy", "--env", "stg")
    #expect(exists(clone.folder.pushing("schema/event-deploy.schema.json")))

    try appendText(
      #"{"ts":"2026-11-22T22:30:10Z","type":"launch","env":"prod"}"# + "\n",
      to: clone.folder.appending("journal.ndjson"))
    #expect(try clone.run(["validate"]).output.contains("the type \"launch\" is unknown"))
  }

  @Test(
    "is checked by the schema that was approved, by a validator that is not ours",
    .enabled(if: Python.with("jsonschema") != nil, "\(SchemaCheck.hint)"))
  func schema() throws {
    let clone = try Clone()
    try clone.done(
      "propose", "event-type", "deploy", "-f", "env:dev|prod", "-f", "part:tag", "-f",
      "count?:integer",
      "-f", "cost?:number", "-f", "links?:links", "-f", "what?:string")
    try clone.git("apply", try patch(clone))
    try clone.done(
      "event", "deploy", "--env", "prod", "--part", "api", "--count", "3", "--cost", "1.5",
      "--links", "#12", "--links", "https://ci.example.com/1", "--what", "the whole thing")
    let line = try #require(try clone.journal().last)
    let check = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      line = json.loads(sys.argv[2])
      jsonschema.validate(line, schema)
      for key, value in [("env", "moon"), ("part", "not a tag"), ("count", -1), ("cost", "x")]:
          try:
              jsonschema.validate({**line, key: value}, schema)
              print("taken:", key)
          except jsonschema.ValidationError:
              pass
      """
    let said = try Python.run(
      Python.with("jsonschema")!, check,
      [clone.folder.pushing("schema/event-deploy.schema.json").string, line], in: clone.sandbox)
    #expect(said == "")
    #expect(line.contains(##""count":3,"cost":1.5,"links":["#12","https://ci.example.com/1"]"##))
  }

  @Test("of the policy keeps what else the file says, and outlives git clean -fdx too")
  func policy() throws {
    let clone = try Clone()
    try writeText(
      "{\"rotation\": \"auto\",\n \"ours\": 1}", to: clone.folder.appending("policy.json"))
    try clone.done("propose", "policy", "rotation=propose")
    let patch = try patch(clone)
    try clone.git("apply", "--check", patch)
    try clone.git("apply", patch)
    let policy = try JSON.parse(try readText(clone.folder.appending("policy.json"))).object
    #expect(policy?["rotation"] == .string("propose") && policy?["ours"] == .integer(1))
    #expect(
      try clone.run(["propose", "policy", "rotation=propose"]).errors
        == "codex-hook: rotation=propose is what .codex/policy.json says now; nothing written\n")
    try clone.done("note", "one")
    try clone.git("clean", "-fdxq")
    let refused = try clone.run(["rotate"])
    #expect(refused.status == 1 && refused.errors.contains("codex-hook rotate --yes"))
    try clone.commit("two")
    #expect(try readText(clone.folder.appending("policy.json")).contains("propose"))
    #expect(try clone.done("rotate", "--yes").hasPrefix("archived as "))
  }

  @Test("of the rotation makes a full journal wait, and says so once")
  func rotation() throws {
    let clone = try Clone()
    let line = #"{"ts":"2026-11-22T22:30:10Z","type":"note","text":"remark"}"# + "\n"
    try writeText(
      String(repeating: line, count: 9_999), to: try clone.store.appending("journal.ndjson"))
    try clone.done("propose", "policy", "rotation=propose")
    try clone.git("apply", try patch(clone))
    var said: [Bool] = []
    for word in ["a", "b", "c"] {
      said.append(try clone.run(["note", word]).errors.contains("codex-hook rotate --yes"))
    }
    #expect(said == [false, true, false])
    #expect(try clone.journal().count == 10_002)
    #expect(names(in: try clone.store.appending("archive")).isEmpty)
    try clone.done("rotate", "--yes")
    #expect(names(in: try clone.store.appending("archive")).count == 1)
  }

  @Test(
    "is refused where it is none, and nothing is written",
    arguments: [
      ("event-type note --field x:string", "note is an event type already"),
      ("event-type Deploy --field x:string", "\"Deploy\" is no name for an event type"),
      ("event-type ../x --field x:string", "\"../x\" is no name for an event type"),
      ("event-type deploy", "an event type needs a field"),
      ("event-type deploy --field x:blob", "the kind of x \"blob\" is not one of string, tag"),
      ("event-type deploy --field ts:string", "the field ts is there already"),
      ("event-type deploy --field a:tag --field a:tag", "the field a is there already"),
      ("policy colour=red", "the policy \"colour\" is not one of rotation, publish"),
      ("policy rotation=never", "rotation \"never\" is not one of auto, propose"),
    ])
  func refused(words: String, error: String) throws {
    let clone = try Clone()
    let outcome = try clone.run(["propose"] + words.split(separator: " ").map(String.init))
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("codex-hook: \(error)"), "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("; nothing written\n"))
    #expect(!exists(clone.root.pushing(patches)))
  }

  @Test("can be shown, is made once, and can be taken back")
  func standing() throws {
    let clone = try Clone()
    #expect(try clone.done("propose", "list") == "")
    try clone.done("propose", "event-type", "deploy", "--field", "env:string")
    #expect(
      try clone.done("propose", "event-type", "deploy", "--field", "env:string")
        .hasPrefix("this is proposed already: event type deploy (env)"))
    let name = String(try patch(clone).dropFirst(".codex/patches/".count))
    #expect(
      try clone.done("propose", "show", String(name.prefix(10))).contains("\n+++ b/.codex/schema/"))
    #expect(try clone.run(["propose", "show", "no"]).status == 1)
    #expect(try clone.done("propose", "withdraw", name) == "withdrew event type deploy (env)")
    #expect(names(in: clone.root.pushing(patches)).isEmpty)
  }
}
