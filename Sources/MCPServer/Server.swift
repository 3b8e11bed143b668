internal import LiveContext

/// A server of the Model Context Protocol: one line in, at most one line out.
///
/// It speaks the revision of 2026-07-28 and the four before it, which begin with a handshake, and chooses for each request.
/// What is asked is done before the answer is given, one request after the other.
public struct Server {
  private let access: any RepositoryAccess
  /// The revision that the handshake settled on; nil before it.
  private var settled: String?
  /// What the client calls itself, as the handshake has it.
  private var client: String?

  /// A server for one connection.
  public init(_ access: any RepositoryAccess) { self.access = access }

  /// Answers a line, given without its line break.
  ///
  /// - Returns: the answer without a line break; nil where none is wanted.
  public mutating func answer(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    let value: JSON
    do { value = try JSON.parse(line) } catch {
      return Server.bytes(of: ProtocolError.parse("\(error)").answer(to: .null))
    }
    guard let batch = value.elements else { return answer(to: value).map(Server.bytes) }
    guard Generation.hasBatches(settled), !batch.isEmpty else {
      let reason = batch.isEmpty ? "the batch is empty" : "this revision has no batches"
      return Server.bytes(of: ProtocolError.invalidRequest(reason).answer(to: .null))
    }
    let answers = batch.compactMap { answer(to: $0) }
    return answers.isEmpty ? nil : Server.bytes(of: .array(answers))
  }

  private mutating func answer(to value: JSON) -> JSON? {
    switch Message(value) {
    case .notification: return nil
    case .invalid(let id, let error): return error.answer(to: id)
    case .request(let request):
      do throws(ProtocolError) { return try answer(to: request) } catch {
        return error.answer(to: request.id)
      }
    }
  }

  private mutating func answer(to request: Request) throws(ProtocolError) -> JSON {
    if request.method == "initialize" {
      let (version, reply) = try Opening.initialize(request)
      settled = version
      client = request.params["clientInfo"]?.object?["name"]?.text
      return reply.answer(to: request.id, in: .handshake(version))
    }
    let generation = try Generation(of: request, settled: settled)
    return try reply(to: request, in: generation).answer(to: request.id, in: generation)
  }

  private func reply(
    to request: Request, in generation: Generation
  ) throws(ProtocolError) -> Reply {
    switch request.method {
    case "server/discover": return Opening.discover()
    case "ping" where generation != .envelope: return Reply([:])
    case "tools/list": return try ToolCalls.list(request)
    case "tools/call": return try ToolCalls.call(request, access, client: name(in: request))
    case "resources/list": return try Resources.list(request)
    case "resources/templates/list": return try Resources.templates(request)
    case "resources/read": return try Resources.read(request, access, generation)
    default: throw .unknownMethod(request.method)
    }
  }

  private func name(in request: Request) -> String? {
    request.meta?[Generation.clientKey]?.object?["name"]?.text ?? client
  }

  /// Compact JSON; the separators that some clients take for a line's end are escaped.
  private static func bytes(of answer: JSON) -> [UInt8] {
    let written = Array(answer.compact.utf8)
    guard written.contains(where: { $0 == 0xe2 || $0 == 0xc2 }) else { return written }
    var out: [UInt8] = []
    out.reserveCapacity(written.count)
    var at = 0
    while at < written.count {
      let rest = written[at...]
      if rest.starts(with: [0xe2, 0x80, 0xa8]) || rest.starts(with: [0xe2, 0x80, 0xa9]) {
        out += (written[at + 2] == 0xa8 ? "\\u2028" : "\\u2029").utf8
        at += 3
      } else if rest.starts(with: [0xc2, 0x85]) {
        out += "\\u0085".utf8
        at += 2
      } else {
        out.append(written[at])
        at += 1
      }
    }
    return out
  }
}

extension Server {
  /// Whether some bytes are one JSON value, and not a piece of one.
  static func isWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
    (try? JSON.parse(bytes)) != nil
  }
}
