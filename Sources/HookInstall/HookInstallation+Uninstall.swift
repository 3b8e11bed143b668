import SystemPackage

extension HookInstallation {
  /// What has to be done so that no hook calls us and every other file is as it was.
  ///
  /// - Parameter names: the hooks that are removed.
  public func planUninstall(_ names: [String] = known) throws(HookInstallError) -> HookPlan {
    var plan = HookPlan()
    if let configured, names == Self.known, let step = try configured.plan([]) {
      plan.steps.append(step)
    }
    for name in names {
      if handsOff == nil {
        try planUninstall(name, &plan)
      } else if try HookFiles.read(place.path(name))?.holds("codex-hook hook \(name)") == true {
        plan.remarks.append("\(place.path(name)) calls codex-hook: take that line out by hand")
      }
    }
    return plan
  }

  /// Where a file of ours may be: at the hook's name, or where a manager that came later has put it.
  static func places(_ name: String) -> [String] {
    [name, "\(name).legacy", "\(name).old", "old-hooks/\(name)"]
  }

  func planUninstall(_ name: String, _ plan: inout HookPlan) throws(HookInstallError) {
    let kept = place.path(name + Self.keptSuffix)
    var isKept = try HookFiles.kind(kept) != .nothing
    for file in Self.places(name) {
      let path = place.path(file)
      guard let script = try HookFiles.read(path).flatMap({ HookScript($0) }) else { continue }
      switch (script.withoutOurs, isKept) {
      case (let others?, false):
        guard case .file(let mode) = try HookFiles.kind(path) else { continue }
        plan.steps.append(.write(path, content: others, mode: UInt32(mode)))
      case (_?, true):
        plan.remarks.append(
          "\(path) has lines of others after ours, and runs \(kept) first: left as it is;"
            + " put both into one hook by hand")
        isKept = false
      case (nil, true):
        try removeLink(name, &plan)
        plan.steps.append(.unwrap(path, from: kept))
        isKept = false
      case (nil, false):
        plan.steps.append(.remove(path))
      }
    }
    guard isKept else { return }
    if try HookFiles.kind(place.path(name)) == .nothing {
      try removeLink(name, &plan)
      plan.steps.append(.unwrap(place.path(name), from: kept))
    } else {
      plan.remarks.append("\(kept) is the hook from before; another took its place: left as it is")
    }
  }

  private func removeLink(_ name: String, _ plan: inout HookPlan) throws(HookInstallError) {
    let link = place.folder.appending(Self.namedFolder).appending(name)
    if try HookFiles.kind(link) == .link { plan.steps.append(.remove(link)) }
  }
}
