internal import LiveContext

/// The messages by which a client and this server find out what the other can do.
enum Opening {
  /// `initialize`: settles on the client's revision, or on our newest if we do not have that one.
  static func initialize(_ request: Request) throws(ProtocolError) -> (version: String, Reply) {
    guard let wanted = request.params["protocolVersion"]?.text else {
      throw .invalidParams("protocolVersion is missing")
    }
    let version = Generation.handshakes.contains(wanted) ? wanted : Generation.handshakes[0]
    return (
      version,
      Reply([
        "protocolVersion": .string(version), "capabilities": ServerInformation.capabilities,
        "serverInfo": ServerInformation.json,
        "instructions": .string(ServerInformation.instructions),
      ])
    )
  }

  /// `server/discover`.
  static func discover() -> Reply {
    Reply(
      [
        "supportedVersions": .array(Generation.envelopes.map { .string($0) }),
        "capabilities": ServerInformation.capabilities,
        "instructions": .string(ServerInformation.instructions),
      ], keptFor: 3_600_000)
  }
}
