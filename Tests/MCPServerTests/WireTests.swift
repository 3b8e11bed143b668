import LiveContext
import Testing

@Suite("The raw wire")
struct WireTests {
  let conversation: Conversation
  init() throws { conversation = try Conversation() }

  @Test("nothing stands before the first answer, and nothing after the last")
  func isSilent() throws {
    #expect(try conversation.bytes("") == "")
    let output = try conversation.bytes(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"# + "\n")
    #expect(output == #"{"jsonrpc":"2.0","id":1,"result":{}}"# + "\n")
  }

  @Test(
    "no notification is answered, known or not",
    arguments: [
      "notifications/initialized", "notifications/cancelled", "notifications/anything",
      "tools/list",
    ])
  func notifications(method: String) throws {
    #expect(try conversation.bytes(#"{"jsonrpc":"2.0","method":"\#(method)"}"# + "\n") == "")
  }

  @Test("a client's own answers are not answered")
  func answersOfTheClient() throws {
    #expect(try conversation.bytes(#"{"jsonrpc":"2.0","id":1,"result":{}}"# + "\n") == "")
  }

  @Test(
    "an id comes back as it was given",
    arguments: ["1", "\"1\"", "-3", "9007199254740993", "\"\u{e9}\\u2028x\"", "\"\"", "1.5"])
  func ids(id: String) throws {
    let answer = try conversation.answers(#"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"#)[0]
    #expect(try answer["id"] == JSON.parse(id))
  }

  @Test("an id that may be none is refused", arguments: ["null", "true", "[1]", "{}"])
  func badIDs(id: String) throws {
    let answer = try conversation.answers(#"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"#)[0]
    #expect(answer.errorCode == -32600)
    #expect(answer["id"] == .null)
  }

  @Test("U+2028 inside of a text ends no line, and is written so that it ends none")
  func lineSeparators() throws {
    let answer = try conversation.bytes(
      "{\"jsonrpc\":\"2.0\",\"id\":\"a\u{2028}b\u{2029}c\u{85}d\",\"method\":\"ping\"}\n")
    #expect(
      answer == "{\"jsonrpc\":\"2.0\",\"id\":\"a\\u2028b\\u2029c\\u0085d\",\"result\":{}}\n")
  }

  @Test("lines may end in CRLF; blank ones are passed over")
  func carriageReturns() throws {
    let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
    let output = try conversation.bytes("\r\n\n \n\(ping)\r\n\(ping)\r\n")
    #expect(output.utf8.filter { $0 == 0x0a }.count == 2)
    #expect(!output.utf8.contains(0x0d))
  }

  @Test("a line of a megabyte is read, and what it asks to record is cut")
  func longLine() throws {
    let long = String(repeating: "x", count: 1 << 20)
    let answer = try conversation.legacy(
      "tools/call", #"{"name":"record_note","arguments":{"text":"\#(long)"}}"#)
    #expect(answer["result"]?["isError"] == .bool(false))
    #expect(conversation.memory.recorded[0].words.count == 120)
  }

  @Test("a line that is no JSON is answered with a parse error and the next line is read")
  func garbage() throws {
    let answers = try conversation.answers(
      "Content-Length: 12", "{\"jsonrpc\":", #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#)
    #expect(answers.map(\.errorCode) == [-32700, -32700, nil])
    #expect(answers[0]["id"] == .null)
  }

  @Test("what is no request is refused under its id")
  func invalid() throws {
    let answers = try conversation.answers(
      #"{"jsonrpc":"1.0","id":5,"method":"ping"}"#, #"{"jsonrpc":"2.0","id":5}"#,
      #"{"jsonrpc":"2.0","id":5,"method":7}"#, "7", #"{"id":5,"method":"ping"}"#)
    #expect(answers.map(\.errorCode) == [-32600, -32600, -32600, -32600, -32600])
    #expect(answers.map { $0["id"]?.int } == [5, 5, 5, nil, 5])
  }

  @Test("params that are a list are refused")
  func listParams() throws {
    let answer = try conversation.answers(
      #"{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}"#)[0]
    #expect(answer.errorCode == -32602)
  }

  @Test("an unknown method is refused in both generations")
  func unknownMethod() throws {
    #expect(try conversation.legacy("prompts/list").errorCode == -32601)
    #expect(try conversation.modern("prompts/list").errorCode == -32601)
    #expect(try conversation.modern("ping").errorCode == -32601)
  }

  @Test("batches are answered where the revision has them, and refused elsewhere")
  func batches() throws {
    let batch =
      #"[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"notifications/x"},{"jsonrpc":"2.0","id":2,"method":"no"}]"#
    let old = try conversation.answers(Conversation.initialize("2025-03-26"), batch)
    #expect(old[1].elements?.map { $0["id"]?.int } == [1, 2])
    let new = try conversation.answers(Conversation.initialize("2025-06-18"), batch)
    #expect(new[1].errorCode == -32600)
    #expect(
      try conversation.answers(Conversation.initialize("2025-03-26"), "[]")[1].errorCode == -32600)
  }

  @Test("at the end of the input a whole message is answered, and a piece of one is dropped")
  func endOfInput() throws {
    let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
    #expect(try conversation.bytes(ping) == #"{"jsonrpc":"2.0","id":1,"result":{}}"# + "\n")
    for length in [1, 10, ping.utf8.count - 1] {
      #expect(try conversation.bytes(String(ping.prefix(length))) == "")
    }
  }
}
