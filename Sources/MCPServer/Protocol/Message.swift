internal import LiveContext

/// One JSON-RPC message from the client.
enum Message {
  /// Wants an answer.
  case request(Request)
  /// Wants none; also the client's own answers, as we never ask.
  case notification(method: String)
  /// No message of JSON-RPC 2.0; the id is null where it could not be read.
  case invalid(id: JSON, ProtocolError)

  /// Reads a value that stood on a line.
  init(_ value: JSON) {
    guard let object = value.object else {
      self = .invalid(id: .null, .invalidRequest("a message is a JSON object"))
      return
    }
    let id = object["id"]
    guard object["jsonrpc"]?.text == "2.0" else {
      self = .invalid(
        id: Message.readable(id), .invalidRequest("\"jsonrpc\" is not \"2.0\""))
      return
    }
    guard let method = object["method"] else {
      let isAnswer = object["result"] != nil || object["error"] != nil
      self =
        isAnswer
        ? .notification(method: "")
        : .invalid(id: Message.readable(id), .invalidRequest("\"method\" is missing"))
      return
    }
    guard let method = method.text else {
      self = .invalid(id: Message.readable(id), .invalidRequest("\"method\" is not a text"))
      return
    }
    guard let id else {
      self = .notification(method: method)
      return
    }
    guard Message.readable(id) != .null else {
      self = .invalid(id: .null, .invalidRequest("\"id\" is neither a text nor a number"))
      return
    }
    let params = object["params"]
    guard let params = params == nil ? JSONObject() : params?.object else {
      self = .invalid(id: id, .invalidParams("\"params\" is not an object"))
      return
    }
    self = .request(Request(id: id, method: method, params: params))
  }

  /// The id as it was given, a number by its own digits; null for what may be none.
  private static func readable(_ id: JSON?) -> JSON {
    switch id {
    case .some(.string), .some(.number): id!
    default: .null
    }
  }
}

/// A message that wants an answer.
struct Request {
  let id: JSON
  let method: String
  let params: JSONObject

  /// What the client says about the message itself.
  var meta: JSONObject? { params["_meta"]?.object }
}

/// A refusal by the protocol, as opposed to a tool that failed.
struct ProtocolError: Error {
  let code: Int
  let message: String
  var data: JSON?

  static func parse(_ reason: String) -> ProtocolError {
    ProtocolError(code: -32700, message: "no JSON: \(reason)")
  }

  static func invalidRequest(_ reason: String) -> ProtocolError {
    ProtocolError(code: -32600, message: reason)
  }

  static func unknownMethod(_ method: String) -> ProtocolError {
    ProtocolError(code: -32601, message: "unknown method \(HarmlessText.line(method, limit: 80))")
  }

  static func invalidParams(_ reason: String) -> ProtocolError {
    ProtocolError(code: -32602, message: reason)
  }

  /// The error as an answer.
  func answer(to id: JSON) -> JSON {
    var error: JSONObject = ["code": .integer(code), "message": .string(message)]
    if let data { error["data"] = data }
    return .object(["jsonrpc": .string("2.0"), "id": id, "error": .object(error)])
  }
}
