internal import SystemPackage

/// The files of a shared repository that git tracks, beside the segments: what the humans commit once.
public struct SharedScaffold: Sendable {
  private let folder: FolderLayout

  /// The files to commit, from the top of the work tree.
  public static let paths = [
    ".codex/.gitignore", ".codex/.gitattributes", ".codex/README.md", ".codex/load",
    ".codex/policy.json", ".codex/schema",
  ]

  /// Those of a work tree's `.codex/`.
  public init(_ folder: FolderLayout) { self.folder = folder }

  /// Writes what is missing or was written by a private install; what people have changed stays as it is.
  public func write() throws(FileError) {
    try Files.makeFolder(folder.root)
    let readme = Array(
      String(decoding: PackageResources.SHARED_md, as: UTF8.self)
        .replacing("VERSION", with: codexHookVersion).utf8)
    if try Files.read(folder.readme, limit: 65_536) == PackageResources.README_md {
      Files.remove(folder.readme)
    }
    try make(folder.readme, readme)
    try make(folder.policy, PackageResources.policy_json)
    try make(
      folder.root.appending("load"), PackageResources.load,
      permissions: [.ownerReadWriteExecute, .groupReadExecute, .otherReadExecute])
    try make(folder.root.appending(".gitattributes"), Array(SharedScaffold.attributes.utf8))
    try addIgnored()
    try Files.makeFolder(folder.schema)
    for (name, bytes) in Scaffold.schemas { try make(folder.schema.appending(name), bytes) }
  }

  private func make(
    _ path: FilePath, _ bytes: [UInt8], permissions: FilePermissions = .everybodyReads
  ) throws(FileError) {
    guard FileStatus.of(path) == nil else { return }
    try Files.replace(
      path, with: bytes, temporary: folder.temporary(path), permissions: permissions)
  }

  /// Names the live files in `.codex/.gitignore`, for clones without our program; other tools' lines stay.
  private func addIgnored() throws(FileError) {
    let path = folder.root.appending(".gitignore")
    var bytes = try Files.read(path, limit: 1 << 20) ?? []
    let lines = Set(bytes.split(separator: 0x0a).map { String(decoding: $0, as: UTF8.self) })
    let missing = FolderLayout.live.map { String($0.dropFirst("/.codex".count)) }
      .filter { !lines.contains($0) }
    guard !missing.isEmpty else { return }
    if let last = bytes.last, last != 0x0a { bytes.append(0x0a) }
    for line in missing { bytes += Array("\(line)\n".utf8) }
    try Files.replace(path, with: bytes, temporary: folder.temporary(path))
  }

  /// Reviews fold the segments, and nothing changes their bytes on the way.
  private static let attributes = """
    segments/** linguist-generated -text -filter -ident
    load text eol=lf

    """
}
