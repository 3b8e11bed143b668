internal import SystemPackage

/// Keeps in the store what people approved in `.codex/`, and brings it back when that folder was cleaned.
///
/// A type that was approved once stays known in this clone: the journal may hold events of it.
struct Approvals {
  let folder: FolderLayout
  let store: StoreLayout

  private static let limit = 65_536

  /// Copies what is new or changed into the store.
  func keep() throws(FileError) {
    let schemas = Files.names(in: folder.schema).filter(ApprovedTypes.isSchema)
    for path in schemas.map({ folder.schema.appending($0) }) + [folder.policy] {
      guard let name = path.lastComponent, let bytes = try Files.read(path, limit: Self.limit),
        bytes.count < Self.limit
      else { continue }
      let kept = store.approved.appending(name)
      let old = try Files.read(kept, limit: Self.limit)
      // A fresh install's policy was decided by nobody.
      if old == bytes || (old == nil && bytes == PackageResources.policy_json) { continue }
      try Files.makeFolder(store.approved)
      try Files.replace(kept, with: bytes, temporary: store.approved.appending(".new"))
    }
  }

  /// Copies back what is missing in `.codex/`; what is there stays.
  func restore() throws(FileError) {
    for name in Files.names(in: store.approved) where !name.hasPrefix(".") {
      let goal =
        name == "policy.json" ? folder.policy : folder.schema.appending(name)
      guard FileStatus.of(goal) == nil,
        let bytes = try Files.read(store.approved.appending(name), limit: Self.limit)
      else { continue }
      try Files.makeFolder(goal.removingLastComponent())
      try Files.replace(goal, with: bytes, temporary: folder.temporary(goal))
    }
  }
}
