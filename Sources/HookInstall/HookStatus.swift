public import SystemPackage

/// How one hook is, as `doctor` reports it.
public enum HookStatus: Sendable, Equatable {
  /// Ours runs, of this version; `before` is the hook that it runs too, if there is one.
  case installed(before: FilePath?)
  /// Ours runs, of another version: `install` brings it up to date.
  case otherVersion
  /// Ours runs because the manager runs it.
  case through(HookManager)
  /// Git takes ours from the clone's settings.
  case configured
  /// Ours runs twice, from the clone's settings and from a hook file.
  case twice
  /// Ours stands in the clone's settings alone, where this machine's git does not look, or where it is not wanted.
  case notRead
  /// Ours stands in the clone's settings, and another setting switches it off.
  case switchedOff
  /// Ours is there and may not be executed: git skips it.
  case notExecutable
  /// Nothing of ours runs, and nothing else stands there.
  case missing
  /// Nothing of ours runs: a hook of another make stands there, or the folder is not ours to write to.
  case shadowed(by: HookManager?)

  /// Whether events of this hook reach the journal.
  public var runs: Bool {
    switch self {
    case .installed, .otherVersion, .through, .configured, .twice: true
    case .notExecutable, .missing, .shadowed, .notRead, .switchedOff: false
    }
  }
}

extension HookInstallation {
  /// How the named hook is.
  public func status(_ name: String) throws(HookInstallError) -> HookStatus {
    let files = try statusOfFiles(name)
    guard let configured else { return files }
    let lines = try configured.lines(of: name)
    if lines.isEmpty { return files }
    guard configured.areRun else { return files.runs ? files : .notRead }
    if configured.off.contains(name) { return files.runs ? files : .switchedOff }
    if files.runs { return .twice }
    let isCurrent = ConfiguredHooks.Section.own(name).allSatisfy(lines.contains)
    return isCurrent ? .configured : .otherVersion
  }

  /// How it is by the hook files alone.
  func statusOfFiles(_ name: String) throws(HookInstallError) -> HookStatus {
    let path = place.path(name)
    let kind = try HookFiles.kind(path)
    let bytes = try HookFiles.read(path) ?? []
    if let script = HookScript(bytes) {
      if case .file(let mode) = kind, mode & 0o111 == 0 { return .notExecutable }
      guard script.isCurrent else { return .otherVersion }
      let kept = place.path(name + Self.keptSuffix)
      return .installed(before: try HookFiles.kind(kept) == .nothing ? nil : kept)
    }
    if let manager = HookManager(file: bytes) ?? HookManager(folder: place.folder) {
      if manager.runsAside, let aside = manager.aside(name),
        try HookFiles.read(place.path(aside)).flatMap({ HookScript($0) }) != nil
      {
        return .through(manager)
      }
      return try runsThrough(manager, name) ? .through(manager) : .shadowed(by: manager)
    }
    if bytes.holds("codex-hook hook \(name)") { return .installed(before: nil) }
    let isOpen = handsOff == nil && !HookFiles.isNoFolder(place.folder)
    return kind == .nothing && isOpen ? .missing : .shadowed(by: nil)
  }
}
