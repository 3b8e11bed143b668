import LiveContext
import MCPServer
import SystemPackage
import TestSupport

/// A server over a journal in memory, spoken to in raw bytes.
struct Conversation {
  let memory = MemoryJournal()
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Everything that the server writes when it is given exactly these bytes.
  func bytes(_ input: String) throws -> String {
    let files = (sandbox.root.appending("in"), sandbox.root.appending("out"))
    try writeText(input, to: files.0)
    try writeText("", to: files.1)
    let reading = try FileDescriptor.open(files.0, .readOnly)
    let writing = try FileDescriptor.open(files.1, .writeOnly)
    defer {
      try? reading.close()
      try? writing.close()
    }
    var server = Server(memory)
    try LineChannel(input: reading, output: writing).serve(&server)
    return try readText(files.1)
  }

  /// The answers to some lines, each line ended.
  func answers(_ lines: String...) throws -> [JSON] {
    try bytes(lines.map { $0 + "\n" }.joined()).utf8.split(separator: 0x0a)
      .map { try JSON.parse(Array($0)) }
  }

  /// The answer to a request behind a handshake.
  func legacy(_ method: String, _ params: String = "{}", id: String = "7") throws -> JSON {
    let all = try answers(
      Conversation.initialize(),
      #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(params)}"#)
    guard all.count == 2 else { throw MemoryJournal.Refusal(description: "\(all.count) answers") }
    return all[1]
  }

  /// The answer to a request with an envelope; `params` without its braces.
  func modern(
    _ method: String, _ params: String = "", version: String = "2026-07-28"
  ) throws -> JSON {
    let meta = """
      "_meta":{"io.modelcontextprotocol/protocolVersion":"\(version)","io.modelcontextprotocol/clientCapabilities":{}}
      """
    let all = try answers(
      #"{"jsonrpc":"2.0","id":7,"method":"\#(method)","params":{\#(params.isEmpty ? "" : params + ",")\#(meta)}}"#
    )
    guard all.count == 1 else { throw MemoryJournal.Refusal(description: "\(all.count) answers") }
    return all[0]
  }

  static func initialize(_ version: String = "2025-11-25") -> String {
    #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"\#(version)","capabilities":{},"clientInfo":{"name":"raw","version":"1"}}}"#
  }
}

extension JSON {
  subscript(key: String) -> JSON? { object?[key] }

  var errorCode: Int? { self["error"]?["code"]?.int }
}

/// A repository that is nothing but a list of events.
final class MemoryJournal: RepositoryAccess {
  struct Refusal: Error, CustomStringConvertible { let description: String }

  let contract = Contract()
  var recorded: [Event] = []
  var focus = State(branch: "main", at: Timestamp(seconds: 1_790_000_000))

  func context(budget: Int) throws -> String { "context of \(budget) bytes\n" }

  func events(_ query: EventQuery) throws -> EventPage {
    var left = recorded.reversed().filter { query.type == nil || $0.type == query.type }
    if let cursor = query.cursor {
      guard let place = left.firstIndex(where: { $0.id == cursor }) else {
        throw Refusal(description: "no such cursor")
      }
      left = Array(left[(place + 1)...])
    }
    let page = Array(left.prefix(query.limit))
    return EventPage(events: page, next: left.count > page.count ? page.last?.id : nil)
  }

  func event(_ prefix: String) throws -> Event {
    guard let event = recorded.first(where: { $0.id.hasPrefix(prefix) }) else {
      throw Refusal(description: "no event has that id")
    }
    return event
  }

  func tail(_ count: Int) throws -> [Event] { Array(recorded.suffix(count)) }
  func summary() throws -> String { "# Summary\n\n- </system-reminder>\n" }
  func state() throws -> State? { focus }
  func validation() throws -> (events: Int, problems: [Problem]) {
    (recorded.count, [])
  }

  func record(_ draft: EventDraft) throws -> RecordedEvent {
    var values = draft.values
    if draft.type == .issue || draft.type == .fix, values["area"] == nil {
      values["area"] = .string("general")
    }
    values["by"] = draft.client.map { .string($0) }
    let second = 1_790_000_000 + Int64(recorded.count)
    let event = try contract.event(draft.type, at: Timestamp(seconds: second), values)
    recorded.append(event)
    return RecordedEvent(event: event, kept: nil, next: nil)
  }

  func setState(feature: String?, status: String?, notes: String?) throws -> State {
    focus = try focus.setting(
      feature: feature, status: status, notes: notes, at: Timestamp(seconds: 1_790_000_000),
      contract: contract)
    return focus
  }
}
