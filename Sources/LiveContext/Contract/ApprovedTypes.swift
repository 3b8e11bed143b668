public import SystemPackage

/// The event types that the people of a repository approved, beside the plan's.
///
/// Read when the first line of an unknown type is met: most journals hold none, and a commit's recording must not pay for
/// looking. The one mutable value is not locked: this program has one thread.
public final class ApprovedTypes: @unchecked Sendable {
  private let own: FilePath?
  private let kept: FilePath
  private var loaded: [EventSchema]?

  /// The types whose schemas stand in a work tree's folder, and where that has none of a type, in the one where they are kept.
  public init(in own: FilePath?, orIn kept: FilePath) {
    self.own = own
    self.kept = kept
  }

  /// The types; a file that is none of ours, or cannot be read, is passed over.
  public var schemas: [EventSchema] {
    if let loaded { return loaded }
    var found: [EventSchema] = []
    for folder in [own, kept].compactMap({ $0 }) {
      for name in Files.names(in: folder) where ApprovedTypes.isSchema(name) {
        guard let bytes = try? Files.read(folder.appending(name), limit: 65_536),
          let schema = try? EventSchema(jsonSchema: bytes),
          ApprovedTypes.fileName(of: schema.type) == name,
          !found.contains(where: { $0.type == schema.type })
        else { continue }
        found.append(schema)
      }
    }
    loaded = found
    return found
  }

  /// `event-deploy.schema.json`.
  static func fileName(of type: EventType) -> String { "event-\(type).schema.json" }

  static func isSchema(_ name: String) -> Bool {
    name.hasPrefix("event-") && name.hasSuffix(".schema.json")
  }
}
