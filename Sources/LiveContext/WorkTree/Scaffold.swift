internal import SystemPackage

/// The parts of `.codex/` that explain it: README, contracts, policy.
enum Scaffold {
  /// Writes what is missing; what is there, or tracked by git, is left as it is.
  static func write(
    _ folder: FolderLayout, _ workTree: WorkTreeFacts, _ store: StoreLayout
  ) throws(FileError) {
    try Files.makeFolder(folder.root)
    try Approvals(folder: folder, store: store).restore()
    if !workTree.tracked.contains("README.md") { try make(folder.readme, readme, folder) }
    if !workTree.tracked.contains("policy.json") { try make(folder.policy, policy, folder) }
    guard !workTree.tracked.contains("schema") else { return }
    try Files.makeFolder(folder.schema)
    for (name, bytes) in schemas {
      try make(folder.schema.appending(name), bytes, folder)
    }
  }

  private static func make(
    _ path: FilePath, _ bytes: [UInt8], _ folder: FolderLayout
  ) throws(FileError) {
    guard FileStatus.of(path) == nil else { return }
    try Files.replace(path, with: bytes, temporary: folder.temporary(path))
  }

  private static var readme: [UInt8] { PackageResources.README_md }
  private static var policy: [UInt8] { PackageResources.policy_json }
  static var schemas: [(String, [UInt8])] {
    [
      ("event.schema.json", PackageResources.event_schema_json),
      ("state.schema.json", PackageResources.state_schema_json),
      ("context.schema.json", PackageResources.context_schema_json),
      ("policy.schema.json", PackageResources.policy_schema_json),
    ]
  }
}
