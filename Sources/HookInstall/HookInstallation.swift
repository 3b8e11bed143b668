import SystemPackage

/// The hooks of one repository: what would be done to install or remove them, and how they are.
///
/// Plans are made by looking only; `HookStep.apply` acts on them.
///
///     let hooks = HookInstallation(place)
///     let plan = try hooks.planInstall(["post-commit", "post-merge", "pre-push"])
///     try HookStep.apply(plan.steps)
///
/// A hook of any language that is there already is kept beside ours, by a second name for the same file, and
/// ours runs it. A file that git tracks or that a hook manager makes is left alone. Where git takes hooks from its settings
/// (see ``ConfiguredHooks``), ours are there, and hook files are as they were without us.
public struct HookInstallation: Sendable {
  /// Where git looks.
  public let place: HookPlace
  /// What git takes from the clone's settings; nil where it does not matter.
  public let configured: ConfiguredHooks?

  /// Looks at nothing yet.
  public init(_ place: HookPlace, configured: ConfiguredHooks? = nil) {
    self.place = place
    self.configured = configured
  }

  /// What follows the name of a hook that stood there before us.
  static let keptSuffix = ".before-codex-hook"

  /// The folder of links by which a hook that asks for its own name still finds it in `$0`.
  static let namedFolder = "before-codex-hook"

  /// Whether a hook may do different things under different names, as one script for all hooks does.
  ///
  /// Scripts that look for files beside them are run from where they are; so this asks for a sign.
  static func asksForItsName(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: Array("#!".utf8)) else { return true }
    return ["basename", "${0##", "argv[0]", "PROGRAM_NAME", "$(pwd)/$0"].contains {
      bytes.holds($0)
    }
  }

  /// All hooks that any version of ours installs, so that a removal misses none.
  public static let known = [
    "post-commit", "post-merge", "pre-push", "post-rewrite", "post-checkout", "post-applypatch",
    "pre-commit",
  ]

  /// What has to be done so that the named hooks call us; nothing when they do.
  public func planInstall(_ names: [String]) throws(HookInstallError) -> HookPlan {
    var plan = HookPlan()
    if HookFiles.isNoFolder(place.folder) {
      plan.remarks.append(
        "core.hooksPath is \(place.folder), which is no folder: git runs no hooks here."
          + " Commits are taken in by codex-hook reconcile; for hooks, give core.hooksPath a folder"
      )
      return plan
    }
    let moved = try planSettings(names, &plan)
    for name in names where !moved.contains(name) {
      if let (reason, manager) = handsOff {
        // A person may have added the lines already.
        if try statusOfFiles(name).runs { continue }
        plan.byHand.append(try byHand(name, manager, reason))
      } else {
        try planInstall(name, at: name, &plan)
      }
    }
    // A block that only a later git would read goes when the files are there.
    if let configured, try !configured.isUsable, names.contains(where: Self.isForSettings),
      let step = try configured.plan([])
    {
      plan.steps.append(step)
    }
    return plan
  }

  /// pre-commit must see what the others leave, and git runs the files last.
  private static func isForSettings(_ name: String) -> Bool { name != "pre-commit" }

  /// Plans for the hooks that git is to take from its settings: they come in there first, and then go from the hook files.
  ///
  /// - Returns: which these are.
  private func planSettings(
    _ names: [String], _ plan: inout HookPlan
  ) throws(HookInstallError) -> [String] {
    guard let configured, try configured.isUsable else { return [] }
    var moved: [String] = []
    var removals: [HookStep] = []
    for name in names where Self.isForSettings(name) {
      var removal = HookPlan()
      if handsOff == nil { try planUninstall(name, &removal) }
      var isCalled = try isCalledByOthers(name)
      for file in Self.places(name) {
        let path = place.path(file)
        guard try HookFiles.read(path).flatMap({ HookScript($0) }) != nil else { continue }
        // Ours that cannot be taken out goes on running from there.
        if !removal.steps.contains(where: { $0.path == path }) { isCalled = true }
      }
      if isCalled { continue }
      moved.append(name)
      removals += removal.steps
    }
    if names.contains(where: Self.isForSettings), let step = try configured.plan(moved) {
      plan.steps.append(step)
    }
    plan.steps += removals
    return moved
  }

  /// Whether a person or a manager has made a hook call us.
  private func isCalledByOthers(_ name: String) throws(HookInstallError) -> Bool {
    let bytes = try HookFiles.read(place.path(name)) ?? []
    if let manager = HookManager(file: bytes) ?? HookManager(folder: place.folder),
      try runsThrough(manager, name)
    {
      return true
    }
    return HookScript(bytes) == nil && bytes.holds("codex-hook hook \(name)")
  }

  /// Why nothing in the folder may be changed, and whose it is.
  var handsOff: (reason: String, manager: HookManager?)? {
    if place.origin == .shared {
      return ("\(place.folder) serves other repositories too", nil)
    }
    if let manager = HookManager(folder: place.folder) {
      return ("the folder is \(manager.rawValue)'s", manager)
    }
    if !place.tracked.isEmpty { return ("git tracks the files in \(place.folder)", nil) }
    return nil
  }

  private func planInstall(
    _ name: String, at file: String, _ plan: inout HookPlan
  ) throws(HookInstallError) {
    let path = place.path(file)
    let kept = place.path(name + Self.keptSuffix)
    let kind = try HookFiles.kind(path)
    guard kind != .nothing else {
      plan.steps.append(.write(path, content: HookScript.current, mode: 0o755))
      ignore(file, &plan)
      return
    }
    guard kind != .other else {
      plan.remarks.append("\(path) is neither a file nor a link: left as it is")
      return
    }
    let bytes = try HookFiles.read(path) ?? []
    if let script = HookScript(bytes) {
      if case .file(let mode) = kind, !script.isCurrent || mode & 0o111 == 0 {
        plan.steps.append(
          .write(path, content: script.upgraded, mode: UInt32(mode | (mode & 0o444) >> 2)))
      }
      return
    }
    // A hook that a person made call us needs nothing; a second call would say everything twice.
    if bytes.holds("codex-hook hook \(name)") { return }
    if file == name, let manager = HookManager(file: bytes) {
      if let aside = manager.aside(name) {
        let free = try HookFiles.kind(place.path(aside)) == .nothing
        let ours = try HookFiles.read(place.path(aside)).flatMap { HookScript($0) } != nil
        if manager.runsAside || free || ours { try planInstall(name, at: aside, &plan) }
      }
      if !manager.runsAside, try !runsThrough(manager, name) {
        plan.byHand.append(try byHand(name, manager, "\(path) is \(manager.rawValue)'s"))
      }
      return
    }
    if try HookFiles.kind(kept) == .nothing {
      plan.steps.append(.wrap(path, content: HookScript.current, keptAs: kept))
      ignore(kept.lastComponent?.string ?? "", &plan)
      if Self.asksForItsName(bytes) {
        let named = FilePath(Self.namedFolder).appending(name)
        plan.steps.append(
          .link(place.folder.pushing(named), target: "../" + name + Self.keptSuffix))
        ignore(named.string, &plan)
      }
    } else if case .file = kind, try HookFiles.read(kept) == bytes {
      // Somebody put the same hook back over ours; the kept one is that hook.
      plan.steps.append(.write(path, content: HookScript.current, mode: 0o755))
    } else {
      plan.remarks.append(
        "\(path) was replaced by another hook while \(kept) holds the one from before: left as it is;"
          + " put what shall run into one of them, remove the other, and run codex-hook install")
    }
  }

  /// Whether the manager's settings already call us for a hook, in any of the files where they may be.
  func runsThrough(_ manager: HookManager, _ name: String) throws(HookInstallError) -> Bool {
    guard let top = place.workTree else { return false }
    for file in manager.settings(name) {
      let text = try HookFiles.read(top.pushing(FilePath(file))) ?? []
      if text.holds("codex-hook hook \(name)") || text.holds("'codex-hook', 'hook', '\(name)'") {
        return true
      }
    }
    return false
  }

  private func byHand(
    _ name: String, _ manager: HookManager?, _ reason: String
  ) throws(HookInstallError) -> HookPlan.ByHand {
    if let manager {
      let shared = try exists(manager.settings(name).first ?? "")
      let (file, text) = manager.snippet(for: name, shared: shared)
      return .init(hook: name, reason: reason, file: file, text: text)
    }
    let path = place.path(name)
    let isThere = try HookFiles.kind(path) != .nothing
    let command = HookManager.command(name, shared: isThere)
    return .init(
      hook: name, reason: reason, file: path.string,
      text: (isThere ? "" : "#!/bin/sh\n") + command + "\n")
  }

  /// Whether something stands at a path from the top of the work tree.
  private func exists(_ path: String) throws(HookInstallError) -> Bool {
    guard let top = place.workTree else { return false }
    return try HookFiles.kind(top.pushing(FilePath(path))) != .nothing
  }

  private func ignore(_ file: String, _ plan: inout HookPlan) {
    guard let folder = place.fromWorkTree else { return }
    plan.toIgnore.append(folder.pushing(FilePath(file)).string)
  }
}
