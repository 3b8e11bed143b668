internal import GitFacts
internal import HookInstall
internal import LiveContext
internal import SystemPackage

/// Looks at everything that can be wrong with the recording of a clone; reads only.
struct Examination {
  private(set) var findings: [Finding] = []

  /// How many lines of one file are named.
  private static let mostLines = 5
  private static let mend = "codex-hook doctor --fix"

  init(of workplace: borrowing Workplace) throws {
    guard workplace.store.isThere else {
      findings.append(.fault("this clone has no journal", next: "codex-hook install"))
      return
    }
    try lookAtHooks(workplace)
    try lookAtBinary(workplace)
    try lookAtGit(workplace)
    try lookAtFiles(workplace)
    lookAtWriters(workplace)
  }

  private mutating func lookAtHooks(_ workplace: borrowing Workplace) throws {
    let hooks = try Hooks(of: workplace)
    let plan = try hooks.installation.planInstall(hooks.names)
    var wrong: [(name: String, finding: Finding)] = []
    for name in hooks.names {
      let isByHand = plan.byHand.contains { $0.hook == name }
      let status = try hooks.installation.status(name)
      guard
        let finding = finding(status, of: name, in: hooks.installation, isByHand: isByHand)
      else { continue }
      wrong.append((name, finding))
    }
    // One cause is one finding, however many hooks it keeps from running.
    while let first = wrong.first {
      let same = wrong.filter { $0.finding == first.finding }
      wrong.removeAll { $0.finding == first.finding }
      let names = same.map(\.name).joined(separator: ", ")
      findings.append(first.finding.about("\(same.count == 1 ? "hook" : "hooks") \(names)"))
    }
  }

  private func finding(
    _ status: HookStatus, of name: String, in installation: HookInstallation, isByHand: Bool
  ) -> Finding? {
    let folder = installation.place.folder
    let settings = installation.configured?.file.string ?? "git's settings"
    switch status {
    case .installed, .through, .configured: return nil
    case .otherVersion:
      return .remark("of another version in \(folder)", next: Self.mend, isMendable: true)
    case .twice:
      return .remark(
        "run twice, from \(settings) and from \(folder)", next: Self.mend, isMendable: true)
    case .notRead:
      return .fault(
        "in \(settings), where git looks from version \(GitVersion.configuredHooks) on, and the git in PATH is older, or codexHook.hooks asks for files",
        next: Self.mend, isMendable: true)
    case .switchedOff:
      return .fault(
        "switched off by git's settings",
        next:
          "git config --unset hook.\(ConfiguredHooks.name(name)).enabled, or hook.\(name).enabled")
    case .notExecutable:
      return .fault(
        "not executable in \(folder), so git passes over it", next: Self.mend, isMendable: true)
    case .missing: return .fault("missing in \(folder)", next: Self.mend, isMendable: true)
    case .shadowed(let manager):
      let owner = manager.map { "\($0.rawValue)'s" } ?? "another program's"
      let what = "what stands in \(folder) is \(owner), and it does not call codex-hook"
      return isByHand
        ? .fault(what, next: "codex-hook install prints what to add, and where")
        : .fault(what, next: Self.mend, isMendable: true)
    }
  }

  private mutating func lookAtBinary(_ workplace: borrowing Workplace) throws {
    let binary = workplace.store.binary
    switch try BinaryPlace.condition(
      in: workplace.store.root, against: Installation.ownPath())
    {
    case .same: break
    case .otherBuild:
      findings.append(
        .remark(
          "the hooks run \(binary), which is another build than this codex-hook",
          next: Self.mend, isMendable: true))
    case .unusable:
      findings.append(
        .fault(
          "\(binary) is no program that this machine runs", next: Self.mend, isMendable: true))
    case .missing:
      findings.append(.fault("\(binary) is missing", next: Self.mend, isMendable: true))
    }
  }

  private mutating func lookAtGit(_ workplace: borrowing Workplace) throws {
    if let reason = workplace.repository.refusal {
      findings.append(
        .remark(
          "libgit2 cannot read this repository (\(reason)), so the git executable is asked",
          next: "nothing; each recording only takes longer"))
    }
    if try !ExcludeFile(workplace.repository.excludeFile).holds(
      FolderLayout.ignored + Hooks(of: workplace).ignored)
    {
      findings.append(
        .remark(
          "\(workplace.repository.excludeFile) does not name the live files, so git status shows them",
          next: Self.mend, isMendable: true))
    }
    let unseen = try Reconcile.everything(in: workplace).events.count
    if unseen > 0 {
      findings.append(
        .remark(
          "no hook has seen \(unseen) \(unseen == 1 ? "commit" : "commits")", next: Self.mend,
          isMendable: true))
    }
    if let names = workplace.trackedLiveFiles {
      findings.append(
        .fault(
          "git tracks \(names), so they are not kept up to date here",
          next: "codex-hook init --untrack, and commit that"))
    }
  }

  private mutating func lookAtFiles(_ workplace: borrowing Workplace) throws {
    let obstacle = workplace.folder.flatMap { Waiting.obstacle(in: $0) }
    let (_, problems) = try Validation(contract: workplace.contract)
      .all(workplace.store, workplace.folder)
    var named: [FilePath: Int] = [:]
    for problem in problems where obstacle == nil || problem.path != workplace.folder?.journal {
      let count = named[problem.path, default: 0] + 1
      named[problem.path] = count
      // A file full of rubbish is one finding.
      if count > Self.mostLines { continue }
      findings.append(.fault("\(problem)", next: Self.mend, isMendable: true))
    }
    for (path, count) in named.sorted(by: { $0.key.string < $1.key.string })
    where count > Self.mostLines {
      findings.append(
        .fault(
          "\(path) has more lines that are no events; codex-hook validate names them",
          next: Self.mend, isMendable: true))
    }
    guard let folder = workplace.folder else { return }
    if let obstacle {
      findings.append(
        .fault(
          "\(obstacle), so no recording brings .codex up to date",
          next: "put that right by hand, then \(Self.mend)"))
    } else if workplace.workTree?.tracked.contains("journal.ndjson") == false,
      !Waiting.isCopyCurrent(workplace.store, folder)
    {
      findings.append(
        .remark("\(folder.journal) is not up to date", next: Self.mend, isMendable: true))
    }
  }

  private mutating func lookAtWriters(_ workplace: borrowing Workplace) {
    let waiting = Waiting.count(workplace.store)
    if waiting > 0 {
      findings.append(
        .remark(
          "\(waiting) \(waiting == 1 ? "event waits" : "events wait") to be taken in",
          next: Self.mend, isMendable: true))
    }
    if let folder = workplace.folder, let lock = ForeignLock.standing(in: folder), lock.isOld {
      findings.append(.fault("\(lock)", next: "codex-hook unlock"))
    }
  }
}
