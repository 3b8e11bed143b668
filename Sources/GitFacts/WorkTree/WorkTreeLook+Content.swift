import CLibGit2
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension WorkTreeLook {
  /// Compares the content of the files that may have changed without another size.
  mutating func compareContent(
    _ repository: borrowing Repository, _ settings: Settings
  ) throws {
    guard !doubtful.isEmpty else { return }
    guard doubtful.count <= Self.mostDoubtful, !hasAttributes,
      !Self.convertsContent(repository, settings)
    else { throw Unclear() }
    for file in doubtful {
      let path = top.appending(text(Array(index.path(file))))
      guard let content = try content(path, isLink: index.mode(file) == 0o120000) else {
        throw Unclear()
      }
      var oid = git_oid()
      guard git_odb_hash(&oid, content, content.count, GIT_OBJECT_BLOB) == 0 else {
        throw Unclear()
      }
      let isSame = withUnsafeBytes(of: oid.id) { $0.elementsEqual(index.hash(file)) }
      if !isSame { note(file) }
    }
  }

  private func content(_ path: FilePath, isLink: Bool) throws -> [UInt8]? {
    guard isLink else {
      var status = stat()
      guard lstat(path.string, &status) == 0, status.st_size <= Self.largest else { return nil }
      return path.content
    }
    let target = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      count = max(
        0,
        buffer.withMemoryRebound(to: CChar.self) {
          readlink(path.string, $0.baseAddress!, $0.count)
        })
    }
    return target.isEmpty ? nil : target
  }

  /// Whether git may store something else than what stands in a file.
  private static func convertsContent(
    _ repository: borrowing Repository, _ settings: Settings
  ) -> Bool {
    let environment = repository.environment
    var files: [FilePath] = [
      "/etc/gitattributes", repository.place.commonDirectory.appending("info/attributes"),
    ]
    if let folder = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map({ "\($0)/.config" }) {
      files.append(FilePath("\(folder)/git/attributes"))
    }
    return settings.value("core.attributesFile") != nil
      || settings.value("core.autocrlf").map { $0 != "false" } ?? false
      || files.contains { $0.exists }
  }
}
