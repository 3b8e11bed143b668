internal import GitFacts
internal import LiveContext
internal import SystemPackage

/// A repository together with its store and its `.codex/`: what every command and hook starts from.
struct Workplace: ~Copyable {
  let repository: Repository
  let head: Head
  let store: StoreLayout
  let contract: Contract

  /// The workplace of the current folder.
  static func open(trust: Repository.Trust = .checked) throws(GitError) -> Workplace {
    let repository = try Repository.open(trust: trust)
    let head = try repository.head()
    let allowed = (try? repository.settings("codexHook.redactAllow")) ?? []
    let store = StoreLayout(commonDirectory: repository.place.commonDirectory)
    let own = repository.place.workTree.map { FolderLayout(workTree: $0).schema }
    let approved = ApprovedTypes(in: own, orIn: store.approved)
    return Workplace(
      repository: repository, head: head, store: store,
      contract: Contract(redactor: Redactor(allowing: allowed), further: approved))
  }

  /// The work tree's `.codex/`; nil in a bare repository.
  var folder: FolderLayout? {
    repository.place.workTree.map { FolderLayout(workTree: $0) }
  }

  /// What the core must know of the work tree; nil in a bare repository.
  var workTree: WorkTreeFacts? {
    guard let top = repository.place.workTree else { return nil }
    return WorkTreeFacts(
      top: top, name: name, branch: head.branchName, tip: head.tip?.hex,
      tracked: trackedEntries.map(\.name))
  }

  /// What tells this work tree from the clone's others: empty for the main one.
  var name: String {
    repository.place.isLinkedWorkTree
      ? repository.place.gitDirectory.lastComponent?.string ?? "" : ""
  }

  /// What HEAD's tree has in `.codex/`.
  var trackedEntries: [TreeEntry] {
    guard let tip = head.tip else { return [] }
    return (try? repository.entries(ofTree: ".codex", at: tip)) ?? []
  }

  /// Fails with the next step unless the clone has been set up.
  func requireStore() throws {
    guard store.isThere else {
      throw CommandFailure(
        "this repository has no journal yet; set it up with: codex-hook install (or, without hooks: codex-hook init)"
      )
    }
  }

  /// Fails with the next step where nothing may be written: on CI, unless the repository allows it.
  func requireWriting() throws {
    try requireStore()
    if !isWritingAllowed {
      throw CommandFailure(
        "CI only reads: nothing is recorded while CI=true, unless git config codexHook.ci is write")
    }
  }

  /// Fails with the next step where nothing may be set up or mended, as on CI.
  func requireSetup() throws {
    guard isWritingAllowed else {
      throw CommandFailure(
        "CI only reads: nothing is set up or changed while CI=true, unless git config codexHook.ci is write"
      )
    }
  }

  /// Whether events may be recorded here: CI is a reader.
  var isWritingAllowed: Bool {
    guard Variables.value("CI") == "true" else { return true }
    return (try? repository.setting("codexHook.ci")) == "write"
  }

  /// The focus that the work tree's summary starts with.
  var state: State? {
    guard let folder else { return nil }
    return State.current(folder, store, workTree: name)
  }

  /// A recorder for this workplace.
  func recorder(_ command: String, isHook: Bool) -> Recorder {
    Recorder(
      store: store, workTree: workTree, contract: contract,
      deadline: isHook ? Recorder.hookDeadline : Recorder.manualDeadline, command: command,
      isDurable: !isHook)
  }

  /// Records events and brings `.codex/` up to date, its summary with the commits that HEAD reaches.
  borrowing func record(
    _ events: [Event], as command: String, isHook: Bool
  ) throws(FileError) -> Recording {
    let reachability = Reachability()
    defer { reachability.remember(self) }
    return try recorder(command, isHook: isHook)
      .record(events, incoming: SegmentReading.incoming(self)) { reachability.holds($0, self) }
  }

  /// The digest of the journal and the focus, with the commits that HEAD reaches.
  borrowing func digest() throws(FileError) -> Digest {
    let reachability = Reachability()
    return try Digest(state: state, journal: JournalReader(store), contract: contract) {
      reachability.holds($0, self)
    }
  }
}
