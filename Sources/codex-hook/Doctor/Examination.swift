internal import GitFacts
internal import HookInstall
internal import LiveContext
internal import SystemPackage

/// Looks at everything that can be wrong with the recording of a clone; reads only.
struct Examination {
  private(set) var findings: [Finding] = []

  private static let mend = "codex-hook doctor --fix"

  init(of workplace: borrowing Workplace) throws {
    guard workplace.store.isThere else {
      findings.append(.fault("this clone has no journal", next: "codex-hook install"))
      return
    }
    try lookAtHooks(workplace)
    lookAtBinary(workplace)
    lookAtGit(workplace)
    try lookAtFiles(workplace)
    lookAtWriters(workplace)
  }

  private mutating func lookAtHooks(_ workplace: borrowing Workplace) throws {
    let hooks = try Hooks(of: workplace)
    let plan = try hooks.installation.planInstall(hooks.names)
    for name in hooks.names {
      switch try hooks.installation.status(name) {
      case .installed, .through: continue
      case .otherVersion:
        findings.append(
          .remark("the hook \(name) is of another version", next: Self.mend, isMendable: true))
      case .notExecutable:
        findings.append(
          .fault("the hook \(name) is not executable", next: Self.mend, isMendable: true))
      case .missing:
        findings.append(.fault("the hook \(name) is missing", next: Self.mend, isMendable: true))
      case .shadowed(let manager):
        let place = hooks.installation.place.folder
        let owner = manager.map { "\($0.rawValue)'s" } ?? "another program's"
        if plan.byHand.contains(where: { $0.hook == name }) {
          findings.append(
            .fault(
              "the hook \(name) in \(place) is \(owner) and does not call codex-hook",
              next: "codex-hook install prints what to add"))
        } else {
          findings.append(
            .fault(
              "the hook \(name) in \(place) is \(owner)", next: Self.mend, isMendable: true))
        }
      }
    }
  }

  private mutating func lookAtBinary(_ workplace: borrowing Workplace) {
    let binary = workplace.store.binary
    if !Installation.isRunnable(binary) {
      findings.append(
        .fault("\(binary) is missing or cannot be run", next: Self.mend, isMendable: true))
    }
  }

  private mutating func lookAtGit(_ workplace: borrowing Workplace) {
    if workplace.repository.isAnsweredByGit {
      findings.append(
        .remark(
          "libgit2 cannot read this repository, so each recording asks the git executable",
          next: "nothing; it only takes longer"))
    }
    if let tracked = workplace.workTree?.tracked, !tracked.isEmpty {
      let names = tracked.sorted().map { ".codex/\($0)" }.joined(separator: ", ")
      findings.append(
        .fault(
          "git tracks \(names), so they are not kept up to date here",
          next: "git rm --cached \(names.replacing(", ", with: " ")), and commit that"))
    }
  }

  private mutating func lookAtFiles(_ workplace: borrowing Workplace) throws {
    let (_, problems) = try Validation(contract: workplace.contract)
      .all(workplace.store, workplace.folder)
    for problem in problems {
      findings.append(.fault("\(problem)", next: Self.mend, isMendable: true))
    }
    guard let folder = workplace.folder else { return }
    if workplace.workTree?.tracked.contains("journal.ndjson") == false,
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
