internal import LiveContext

/// The two generations of the protocol: with a handshake once a connection, or with an envelope on each request.
enum Generation: Equatable {
  /// A handshake's revision.
  case handshake(String)
  /// The revision that has no handshake.
  case envelope

  /// The revisions that `initialize` may settle on, newest first.
  static let handshakes = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]
  /// The revisions that an envelope may name.
  static let envelopes = ["2026-07-28"]

  static let versionKey = "io.modelcontextprotocol/protocolVersion"
  static let capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"
  static let clientKey = "io.modelcontextprotocol/clientInfo"
  static let serverKey = "io.modelcontextprotocol/serverInfo"

  /// The generation that a request belongs to.
  ///
  /// A request with an envelope is answered by it, whatever was said before on the connection; one without is the
  /// handshake's, and needs one, `ping` excepted.
  init(of request: Request, settled: String?) throws(ProtocolError) {
    let meta = request.meta
    let version = meta?[Generation.versionKey]
    let hasEnvelope = version != nil || meta?[Generation.capabilitiesKey] != nil
    if !hasEnvelope, request.method != "server/discover" {
      if let settled {
        self = .handshake(settled)
        return
      }
      if request.method == "ping" {
        self = .handshake(Generation.handshakes[0])
        return
      }
    }
    guard let version, meta?[Generation.capabilitiesKey]?.object != nil else {
      throw .invalidParams(
        "params._meta needs \(Generation.versionKey) and \(Generation.capabilitiesKey), or send initialize first"
      )
    }
    guard let version = version.text else {
      throw .invalidParams("\(Generation.versionKey) is not a text")
    }
    guard Generation.envelopes.contains(version) else {
      throw ProtocolError(
        code: -32022, message: "Unsupported protocol version",
        data: .object([
          "supported": .array(Generation.envelopes.map { .string($0) }),
          "requested": .string(HarmlessText.line(version, limit: 40)),
        ]))
    }
    self = .envelope
  }

  /// Whether an answer may come in a batch: later revisions took batches out again.
  static func hasBatches(_ settled: String?) -> Bool {
    settled == "2025-03-26" || settled == "2024-11-05"
  }
}
