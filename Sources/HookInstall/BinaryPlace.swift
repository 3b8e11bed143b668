public import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The binary that a clone's hooks run, and the link by which people type it.
public enum BinaryPlace {
  /// What became of the link on PATH.
  public enum Link: Sendable, Equatable {
    /// It was made, or pointed elsewhere and now points to the binary.
    case made(FilePath)
    /// It was there.
    case unchanged(FilePath)
    /// Something that is not ours has that name; it was left alone.
    case foreign(FilePath)
  }

  /// Where a store keeps its binary.
  public static func binary(in store: FilePath) -> FilePath {
    store.appending("bin").appending("codex-hook")
  }

  /// Copies a binary into the store, by one rename, mode 0755; false when the same one was there.
  ///
  /// A copy, never a link: the store must outlive the folder that the binary was built in.
  @discardableResult
  public static func install(
    from source: FilePath, store: FilePath
  ) throws(HookInstallError) -> Bool {
    let target = binary(in: store)
    if case .file(let mode) = try HookFiles.kind(target), mode == 0o755,
      try HookFiles.areSame(source, target)
    {
      return false
    }
    let made = try HookFiles.makeFolder(target.removingLastComponent())
    do {
      try HookFiles.copy(source, to: target, mode: 0o755)
    } catch {
      for folder in made.reversed() { rmdir(folder.string) }
      throw error
    }
    return true
  }

  /// The folder for the link: `/usr/local/bin` for root, else `~/.local/bin`; nil without a home.
  public static func linkFolder(isRoot: Bool, home: FilePath?) -> FilePath? {
    isRoot ? "/usr/local/bin" : home?.appending(".local").appending("bin")
  }

  /// Makes `codex-hook` in a folder a link to the store's binary.
  ///
  /// A link to a `codex-hook/bin/codex-hook` of another clone is ours too: it is left while it works and
  /// replaced when it dangles. Anything else of that name is left alone.
  public static func link(to store: FilePath, in folder: FilePath) throws(HookInstallError) -> Link
  {
    let path = folder.appending("codex-hook")
    let target = binary(in: store)
    if try HookFiles.kind(path) != .nothing {
      guard let old = HookFiles.linkTarget(path).map({ FilePath($0) }), isOurs(old) else {
        return .foreign(path)
      }
      if old == target || access(path.string, X_OK) == 0 { return .unchanged(path) }
    }
    _ = try HookFiles.makeFolder(folder)
    let new = FilePath("\(path.string).new-\(getpid())")
    do {
      try HookFiles.link(new, to: target.string)
      try HookFiles.move(new, to: path)
    } catch {
      unlink(new.string)
      throw HookInstallError("link", path, error.code)
    }
    return .made(path)
  }

  /// Removes the link in a folder when it leads to this store's binary; false when it does not.
  @discardableResult
  public static func removeLink(
    from store: FilePath, in folder: FilePath
  ) throws(HookInstallError) -> Bool {
    let path = folder.appending("codex-hook")
    guard HookFiles.linkTarget(path) == binary(in: store).string else { return false }
    try HookFiles.remove(path)
    return true
  }

  private static func isOurs(_ target: FilePath) -> Bool {
    target.components.suffix(3).map(\.string) == ["codex-hook", "bin", "codex-hook"]
  }
}

extension BinaryPlace {
  /// How a store's binary is.
  public enum Condition: Sendable, Equatable {
    /// The same as the one it is held against.
    case same
    /// A program for this machine, of another build.
    case otherBuild
    /// Nothing that this machine can run.
    case unusable
    /// Not there.
    case missing
  }

  /// Holds a store's binary against another one, byte by byte.
  public static func condition(
    in store: FilePath, against other: FilePath
  ) throws(HookInstallError) -> Condition {
    let path = binary(in: store)
    guard try HookFiles.kind(path) != .nothing else { return .missing }
    guard access(path.string, X_OK) == 0,
      let bytes = try HookFiles.head(of: path, count: 20)
    else { return .unusable }
    guard let right = try HookFiles.head(of: other, count: 20) else { return .otherBuild }
    if try HookFiles.areSame(path, other) { return .same }
    // An executable's format, word size, byte order and machine stand in its first bytes.
    return bytes.prefix(6) == right.prefix(6)
      && bytes.dropFirst(18).prefix(2) == right.dropFirst(18).prefix(2)
      ? .otherBuild : .unusable
  }

  /// Removes a store's binary and its folder; false when there was none.
  @discardableResult
  public static func remove(from store: FilePath) throws(HookInstallError) -> Bool {
    let path = binary(in: store)
    guard try HookFiles.kind(path) != .nothing else { return false }
    try HookFiles.remove(path)
    rmdir(path.removingLastComponent().string)
    return true
  }
}
