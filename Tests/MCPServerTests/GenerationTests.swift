import LiveContext
import Testing

@Suite("The two generations of the protocol")
struct GenerationTests {
  let conversation: Conversation
  init() throws { conversation = try Conversation() }

  @Test(
    "the handshake settles on a revision that it has, and never echoes another",
    arguments: [
      ("2024-11-05", "2024-11-05"), ("2025-03-26", "2025-03-26"), ("2025-06-18", "2025-06-18"),
      ("2025-11-25", "2025-11-25"), ("2026-07-28", "2025-11-25"), ("1.0", "2025-11-25"),
    ])
  func handshake(asked: String, settled: String) throws {
    let answer = try conversation.answers(Conversation.initialize(asked))[0]
    #expect(answer["result"]?["protocolVersion"]?.text == settled)
    #expect(answer["result"]?["serverInfo"]?["name"]?.text == "codex-hook")
    #expect(answer["result"]?["resultType"] == nil)
  }

  @Test("server/discover names the revisions without a handshake")
  func discover() throws {
    let result = try conversation.modern("server/discover")["result"]
    #expect(result?["supportedVersions"]?.elements == [.string("2026-07-28")])
    #expect(result?["resultType"]?.text == "complete")
    #expect(result?["capabilities"]?["tools"] != nil)
    #expect(result?["cacheScope"]?.text == "private")
    #expect((result?["ttlMs"]?.int ?? -1) >= 0)
  }

  @Test(
    "every result with an envelope says that it is complete; lists and reads say how long they hold",
    arguments: [
      ("tools/list", "", true), ("resources/list", "", true),
      ("resources/templates/list", "", true),
      ("resources/read", #""uri":"codex-hook://state""#, true),
      ("tools/call", #""name":"validate""#, false),
    ])
  func envelope(method: String, params: String, isKept: Bool) throws {
    let result = try conversation.modern(method, params)["result"]
    #expect(result?["resultType"]?.text == "complete")
    #expect((result?["ttlMs"] != nil) == isKept)
    #expect((result?["cacheScope"] != nil) == isKept)
    #expect(result?["_meta"]?["io.modelcontextprotocol/serverInfo"]?["name"]?.text == "codex-hook")
  }

  @Test("an unsupported revision in an envelope is refused with those that there are")
  func unsupported() throws {
    let answer = try conversation.modern("tools/list", version: "2030-01-01")
    #expect(answer.errorCode == -32022)
    #expect(answer["error"]?["data"]?["supported"]?.elements == [.string("2026-07-28")])
    #expect(answer["error"]?["data"]?["requested"]?.text == "2030-01-01")
  }

  @Test(
    "a request with neither a handshake nor a whole envelope is refused",
    arguments: [
      "{}", #"{"_meta":{}}"#,
      #"{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}"#,
      #"{"_meta":{"io.modelcontextprotocol/clientCapabilities":{}}}"#,
      #"{"_meta":{"io.modelcontextprotocol/protocolVersion":1,"io.modelcontextprotocol/clientCapabilities":{}}}"#,
    ])
  func missingEnvelope(params: String) throws {
    for method in ["tools/list", "server/discover"] {
      let answer = try conversation.answers(
        #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(params)}"#)[0]
      #expect(answer.errorCode == -32602)
    }
  }

  @Test("both generations are served on one connection")
  func mixed() throws {
    let envelope =
      #"{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}"#
    let plain = #"{"jsonrpc":"2.0","id":3,"method":"tools/list"}"#
    let answers = try conversation.answers(Conversation.initialize(), envelope, plain)
    #expect(answers[1]["result"]?["resultType"]?.text == "complete")
    #expect(answers[2]["result"]?["resultType"] == nil)
    #expect(answers[2]["result"]?["tools"] == answers[1]["result"]?["tools"])
  }
}
