import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

@Suite("schema/event.schema.json")
struct SchemaTests {
  let schema: JSONObject

  init() throws {
    let path = packageRoot().appending("schema").appending("event.schema.json")
    schema = try #require(try JSON.parse(readBytes(path)).object)
  }

  @Test("names the same types, keys and required keys as the contract")
  func matches() throws {
    let common = try #require(schema["properties"]?.object?.members.map(\.key))
    let types = schema["properties"]?.object?["type"]?.object?["enum"]?.elements?.compactMap(\.text)
    #expect(types == EventSchema.standardTypes.map(\.rawValue))
    let branches = try #require(schema["oneOf"]?.elements)
    #expect(branches.count == EventSchema.standardTypes.count)
    for branch in branches {
      let properties = try #require(branch.object?["properties"]?.object)
      let word = try #require(properties["type"]?.object?["const"]?.text)
      let table = try #require(EventSchema.standard(EventType(rawValue: word)))
      let required = branch.object?["required"]?.elements?.compactMap(\.text)
      #expect(required == table.fields.filter { $0.need != .optional }.map(\.name))
      let own = Set(properties.members.map(\.key)).subtracting(["type"])
      let keys = Set(table.fields.map(\.name)).subtracting(common)
      #expect(own == keys, "\(word)")
    }
  }

  @Test("limits texts, links and words as the contract does")
  func limits() throws {
    let definitions = try #require(schema["$defs"]?.object)
    #expect(definitions["text"]?.object?["maxLength"]?.int == Contract.maximumTextLength)
    #expect(definitions["links"]?.object?["maxItems"]?.int == Contract.maximumLinks)
    #expect(
      definitions["links"]?.object?["items"]?.object?["maxLength"]?.int
        == Contract.maximumLinkLength)
    #expect(
      definitions["result"]?.object?["enum"]?.elements?.compactMap(\.text) == EventSchema.results)
  }

  @Test("state.schema.json asks for the keys and words that the state has")
  func state() throws {
    let path = packageRoot().appending("schema").appending("state.schema.json")
    let schema = try #require(try JSON.parse(readBytes(path)).object)
    let state = State(branch: "main", at: Timestamp(seconds: 0))
    #expect(schema["required"]?.elements?.compactMap(\.text) == state.body.members.map(\.key))
    #expect(
      schema["properties"]?.object?["status"]?.object?["enum"]?.elements?.compactMap(\.text)
        == State.statuses)
  }

  @Test("is what a work tree gets")
  func scaffold() throws {
    let desk = try Desk()
    try desk.record(try desk.note("n"))
    for name in [
      "event.schema.json", "state.schema.json", "policy.schema.json", "context.schema.json",
    ] {
      let path = packageRoot().appending("schema").appending(name)
      #expect(try readBytes(desk.folder.schema.appending(name)) == readBytes(path))
    }
  }
}
