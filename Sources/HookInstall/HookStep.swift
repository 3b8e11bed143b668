public import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One change of the hooks folder, as a value: `--dry-run` prints it, `apply` does it.
public enum HookStep: Sendable, Equatable, CustomStringConvertible {
  /// Makes a file, or replaces one that is ours.
  case write(FilePath, content: [UInt8], mode: UInt32)
  /// Keeps what stands at a path under another name and puts a file of ours in its place.
  case wrap(FilePath, content: [UInt8], keptAs: FilePath)
  /// Puts back what was kept, over the file of ours.
  case unwrap(FilePath, from: FilePath)
  /// Makes a symbolic link, and the folder that it is in.
  case link(FilePath, target: String)
  /// Removes a file or a link of ours, and the folder that a link of ours leaves empty.
  case remove(FilePath)
  /// Changes a file of git's settings, under git's own lock, if it still is as it was.
  case edit(FilePath, from: [UInt8], to: [UInt8])

  /// One line for a person.
  public var description: String {
    switch self {
    case .write(let path, _, _): "write \(path)"
    case .wrap(let path, _, let kept): "keep \(path) as \(kept), write \(path)"
    case .unwrap(let path, let kept): "move \(kept) back to \(path)"
    case .link(let path, let target): "link \(path) to \(target)"
    case .remove(let path): "remove \(path)"
    case .edit(let path, let old, let new):
      new.count > old.count ? "add hooks to \(path)" : "take hooks out of \(path)"
    }
  }

  /// Does all steps, or none: when one fails, those before it are undone.
  public static func apply(_ steps: [HookStep]) throws(HookInstallError) {
    var undo: [(path: FilePath, action: () throws(HookInstallError) -> Void)] = []
    do {
      for step in steps { undo.append((step.path, try step.apply())) }
    } catch {
      var failure = error
      for (path, action) in undo.reversed() {
        do { try action() } catch { failure.left.append(path) }
      }
      throw failure
    }
  }

  /// The file that a step is about.
  public var path: FilePath {
    switch self {
    case .write(let path, _, _), .wrap(let path, _, _), .unwrap(let path, _),
      .link(let path, _), .remove(let path), .edit(let path, _, _):
      path
    }
  }

  /// Does one step and gives what undoes it.
  private func apply() throws(HookInstallError) -> () throws(HookInstallError) -> Void {
    let before = try HookFiles.read(path)
    let kind = try HookFiles.kind(path)
    let mode: mode_t = if case .file(let mode) = kind { mode } else { 0o755 }
    let path = path
    func rewrite() throws(HookInstallError) {
      if let before { try HookFiles.write(before, to: path, mode: mode) }
    }
    switch self {
    case .write(_, let content, let newMode):
      let made = try HookFiles.makeFolder(path.removingLastComponent())
      do {
        try HookFiles.write(content, to: path, mode: newMode)
      } catch {
        for folder in made.reversed() { rmdir(folder.string) }
        throw error
      }
      return { () throws(HookInstallError) in
        guard before == nil else { return try rewrite() }
        try HookFiles.remove(path)
        for folder in made.reversed() { rmdir(folder.string) }
      }
    case .wrap(_, let content, let kept):
      try HookFiles.keep(path, as: kept)
      do {
        try HookFiles.write(content, to: path, mode: 0o755)
      } catch {
        // Over a hard link of itself rename does nothing and leaves both names.
        if rename(kept.string, path.string) == 0 { unlink(kept.string) }
        throw error
      }
      return { () throws(HookInstallError) in try HookFiles.move(kept, to: path) }
    case .unwrap(_, let kept):
      try HookFiles.move(kept, to: path)
      return { () throws(HookInstallError) in
        try HookFiles.move(path, to: kept)
        try rewrite()
      }
    case .link(_, let target):
      let made = try HookFiles.makeFolder(path.removingLastComponent())
      try HookFiles.link(path, to: target, orRemove: made)
      return { () throws(HookInstallError) in
        try HookFiles.remove(path)
        for folder in made.reversed() { rmdir(folder.string) }
      }
    case .edit(_, let old, let new):
      try HookFiles.edit(path, from: old, to: new)
      return { () throws(HookInstallError) in try HookFiles.edit(path, from: new, to: old) }
    case .remove:
      let target = HookFiles.linkTarget(path)
      try HookFiles.remove(path)
      let folder = path.removingLastComponent()
      let removed = target != nil && rmdir(folder.string) == 0 ? [folder] : []
      return { () throws(HookInstallError) in
        guard let target else { return try rewrite() }
        for folder in removed { _ = try HookFiles.makeFolder(folder) }
        try HookFiles.link(path, to: target)
      }
    }
  }
}
