internal import GitFacts
internal import HookInstall
internal import LiveContext
internal import SystemPackage

/// Lets a repository's clones share what they record, or no longer.
enum Sharing {
  /// Takes back what `stop` has set.
  static func allow(_ workplace: borrowing Workplace) throws {
    guard !workplace.isTakingIn else { return }
    try IndexWriting(workplace.repository, index: nil)?.set("codexHook.shared", to: nil)
  }

  /// Makes the scaffold, which a person commits, and lets this clone publish.
  ///
  /// - Returns: what was done and what to do next.
  static func start(_ workplace: borrowing Workplace) throws -> [String] {
    guard let folder = workplace.folder else { return [] }
    try SharedScaffold(folder).write()
    let isNew = try workplace.store.startSharing()
    var lines = [
      isNew
        ? "this clone shares what is recorded from now on" : "this clone shares what is recorded"
    ]
    let hooks = try Hooks(of: workplace)
    if hooks.running.isEmpty {
      lines.append("no hook is installed, so nothing goes with commits yet: codex-hook install")
    } else {
      let plan = try hooks.installation.planInstall([HookRunner.publishing])
      try HookStep.apply(plan.steps)
      lines += plan.steps.map(\.description) + plan.remarks
      for part in plan.byHand {
        lines.append("by hand, because \(part.reason): add to \(part.file): \(part.text)")
      }
    }
    if !workplace.isShared {
      lines.append("commit the scaffold, and every clone that runs codex-hook install takes part:")
      lines.append(
        "    git add -f \(SharedScaffold.paths.joined(separator: " ")) && git commit -m \"Share .codex\""
      )
    }
    lines.append("what was recorded before stays here, unless: codex-hook publish --all")
    return lines
  }

  /// Lets this clone neither publish nor take in.
  static func stop(_ workplace: borrowing Workplace) throws -> [String] {
    try IndexWriting(workplace.repository, index: nil)?.set("codexHook.shared", to: "false")
    let was = try workplace.store.stopSharing()
    let plan = try Hooks(of: workplace).installation.planUninstall([HookRunner.publishing])
    try HookStep.apply(plan.steps)
    var lines = [was ? "this clone shares nothing more" : "this clone shares nothing"]
    lines += plan.steps.map(\.description) + plan.remarks
    if !workplace.trackedEntries.isEmpty {
      lines.append("to make the repository private for all its clones, let git forget the folder:")
      lines.append("    git rm -r -q --cached .codex && git commit -m \"Stop sharing .codex\"")
    }
    return lines
  }

  /// Takes in a journal that the repository tracks, and takes the live files out of the index.
  static func untrack(_ workplace: borrowing Workplace) throws -> [String] {
    guard let folder = workplace.folder, let index = IndexWriting(workplace.repository, index: nil)
    else { return [] }
    let tracked = workplace.trackedLiveNames
    guard !tracked.isEmpty else { return ["git tracks none of the live files; nothing to do"] }
    var count = 0
    for path in try workplace.trackedLivePaths where path.hasSuffix(".ndjson") {
      count += try workplace.recorder("init", isHook: false)
        .takeIn(folder.root.removingLastComponent().pushing(FilePath(path)))
    }
    try index.remove(try workplace.trackedLivePaths)
    return [
      "took in \(count) events that were not in the journal",
      "took \(tracked.joined(separator: ", ")) out of the index; the files stay",
      "now commit that: git commit -m \"Let .codex be kept by codex-hook\"",
    ]
  }
}

extension Workplace {
  /// The live files and folders that HEAD's tree holds, from the top of the work tree.
  var trackedLiveNames: [String] { trackedLive.map { ".codex/\($0.name)" } }

  /// The same with each file of the folders, oldest first: an archive's names are times.
  fileprivate var trackedLivePaths: [String] {
    get throws {
      try trackedLive.flatMap { entry in
        let path = ".codex/\(entry.name)"
        guard entry.kind == .folder else { return [path] }
        return try repository.files(in: entry.id, notIn: nil).map { "\(path)/\($0.path)" }.sorted()
      }
    }
  }

  private var trackedLive: [TreeEntry] {
    trackedEntries.filter { entry in
      let path = "/.codex/\(entry.name)"
      return FolderLayout.live.contains(entry.kind == .folder ? path + "/" : path)
    }
  }

  /// The same in words; nil if there are none.
  var trackedLiveFiles: String? {
    let names = trackedLiveNames
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// The note that tells others of this branch's focus; nil if they know it.
  func unpublishedFocus(_ branch: String) -> Event? {
    folder.flatMap {
      SharedFocus(store).note(of: $0, workTree: name, branch: branch, contract: contract)
    }
  }
}
