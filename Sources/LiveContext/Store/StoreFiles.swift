public import SystemPackage

/// What stands in a store.
public enum StoreFiles {
  /// Every file, by folders; none if there is no store.
  public static func all(in layout: StoreLayout) -> [FilePath] { files(below: layout.root) }

  private static func files(below folder: FilePath) -> [FilePath] {
    Files.names(in: folder).flatMap { name -> [FilePath] in
      let path = folder.appending(name)
      return FileStatus.of(path)?.isDirectory == true ? files(below: path) : [path]
    }
  }
}
