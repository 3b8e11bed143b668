internal import SystemPackage

/// Brings a work tree's `.codex/` up to date: the copy, the state, the summary, and what makes the folder readable.
///
/// All of it can be made again, so nothing that fails here undoes a recording; it is said in a warning and left to the next
/// writer.
struct WorkTreeUpdate {
  let workTree: WorkTreeFacts
  let store: StoreLayout
  let contract: Contract
  let command: String
  /// Whether HEAD has just gone to another branch, which brings that branch's focus with it.
  var followsSwitch = false

  private var folder: FolderLayout { workTree.folder }

  /// Does it all under `.codex/lock`; while somebody else holds that, nothing is written here.
  func run(
    _ held: inout HeldStore, _ reachable: (Event) -> Bool, _ recording: inout Recording
  ) {
    held.here = workTree.here
    let result = attempt(&recording) { (recording) throws(FileError) in
      let isNew = FileStatus.of(folder.journal) == nil
      if isNew { try Files.makeFolder(folder.root) }
      let isDone: Void? = try WorkTreeLock.held(folder, store: store, command: command) {
        update(&held, isNew: isNew, reachable, &recording)
      }
      return isDone != nil
    }
    if result == false, let foreign = ForeignLock.standing(in: folder), foreign.isOld {
      recording.warn("\(foreign)")
    }
  }

  /// Each part by itself: what stands in the way of one is no reason to leave out the others.
  private func update(
    _ held: inout HeldStore, isNew: Bool, _ reachable: (Event) -> Bool,
    _ recording: inout Recording
  ) {
    if !workTree.tracked.contains("journal.ndjson") {
      attempt(&recording) { (recording) throws(FileError) in
        let outcome = try Copy(layout: folder).bringUpToDate(&held)
        recording.tookIn(outcome.takenIn)
        for warning in outcome.warnings { recording.warn(warning) }
        try ArchiveCopies(store: store, folder: folder).bringUpToDate()
      }
    }
    if isNew {
      attempt(&recording) { (_) throws(FileError) in try Scaffold.write(folder, workTree, store) }
    }
    let state = attempt(&recording) { (recording) throws(FileError) in
      try updateState(&recording)
    }
    attempt(&recording) { (_) throws(FileError) in try updateSummary(state ?? nil, reachable) }
  }

  /// Does a part of the work; what fails is said, unless it is a read-only `.codex`, as an agent's sandbox has it.
  @discardableResult
  private func attempt<Result>(
    _ recording: inout Recording, _ body: (inout Recording) throws(FileError) -> Result
  ) -> Result? {
    do throws(FileError) { return try body(&recording) } catch {
      if !error.isReadOnly {
        recording.warn("\(error); the next recording brings .codex up to date")
      }
      return nil
    }
  }

  /// The focus as the file has it, made if there is none, and remembered in the store.
  private func updateState(_ recording: inout Recording) throws(FileError) -> State? {
    let remembered = FocusStore(layout: store)
    switch try StateFile.load(folder) {
    case .valid(let state):
      return try follow(try withoutSecrets(state, &recording), remembered, &recording)
    case .missing: return try restoreState(remembered)
    case .invalid(let reason):
      let isTracked = workTree.tracked.contains("state.json")
      guard !isTracked, let aside = try StateFile.setAside(folder) else {
        recording.warn("\(folder.state) is not used: \(reason)")
        return remembered.ofWorkTree(workTree.name)
      }
      recording.warn("\(folder.state) could not be used: \(reason); it is kept as \(aside)")
      return try restoreState(remembered)
    }
  }

  /// The focus as it may be kept: a secret that somebody typed into the file is taken out of it, too.
  private func withoutSecrets(
    _ state: State, _ recording: inout Recording
  ) throws(FileError) -> State {
    let clean = state.withoutSecrets(contract.redactor)
    guard clean != state, !workTree.tracked.contains("state.json") else { return clean }
    attempt(&recording) { (recording) throws(FileError) in
      try StateFile.write(clean, folder)
      recording.warn("a secret in \(folder.state) was redacted")
    }
    return clean
  }

  /// Remembers the focus, and after a switch puts the new branch's in its place.
  private func follow(
    _ state: State, _ remembered: FocusStore, _ recording: inout Recording
  ) throws(FileError) -> State {
    attempt(&recording) { (_) throws(FileError) in
      try remembered.save(state, workTree: workTree.name)
    }
    guard followsSwitch, let branch = workTree.branch, branch != state.branch,
      !workTree.tracked.contains("state.json")
    else { return state }
    let focus = remembered.ofBranch(branch) ?? State(branch: branch, at: .now)
    try StateFile.write(focus, folder)
    try remembered.save(focus, workTree: workTree.name)
    return focus
  }

  private func restoreState(_ remembered: FocusStore) throws(FileError) -> State {
    let branch = workTree.branch ?? ""
    var own = remembered.ofWorkTree(workTree.name)
    // After a switch the branch decides: a work tree that was removed may have had the same name as this new one.
    if followsSwitch, let branch = workTree.branch, own?.branch != branch { own = nil }
    let state = own ?? remembered.ofBranch(branch) ?? State(branch: branch, at: .now)
    guard !workTree.tracked.contains("state.json") else { return state }
    try StateFile.write(state, folder)
    try remembered.save(state, workTree: workTree.name)
    return state
  }

  private func updateSummary(
    _ state: State?, _ reachable: (Event) -> Bool
  ) throws(FileError) {
    guard !workTree.tracked.contains("summary.md") else { return }
    let digest = try Digest(
      state: state, journal: JournalReader(store), contract: contract,
      openIssues: Summary.maximumSteps, reachable: reachable)
    // What cannot be remembered is read again.
    if let standing = digest.standing { try? standing.save(store) }
    let bytes = Array(Summary.render(digest, contract: contract).utf8)
    if try Files.read(folder.summary, limit: bytes.count + 1) == bytes { return }
    try Files.replace(folder.summary, with: bytes, temporary: folder.temporary(folder.summary))
  }

  /// Appends an event to the copy when the store cannot be written; the next writer that can takes it in.
  ///
  /// The store's lock is taken on a descriptor that only reads: `.codex/lock` is never taken outside it.
  /// - Returns: nil where somebody else is writing; the event must be kept elsewhere then.
  static func appendToCopy(
    _ event: Event, of workTree: WorkTreeFacts, _ store: StoreLayout, _ command: String,
    deadline: Duration, synced: Bool
  ) throws(FileError) -> FilePath? {
    let folder = workTree.folder
    guard !workTree.tracked.contains("journal.ndjson"),
      FileStatus.of(folder.root)?.isDirectory == true,
      let lock = try StoreLock.acquire(store.lock, deadline: deadline, isReadOnly: true)
    else { return nil }
    return try lock.during { () throws(FileError) in
      try WorkTreeLock.held(folder, store: store, command: command) { () throws(FileError) in
        try append(event, to: folder.journal, synced: synced)
      } ?? nil
    }
  }

  private static func append(
    _ event: Event, to path: FilePath, synced: Bool
  ) throws(FileError) -> FilePath? {
    let copy = try File.open(path, .readWrite, [.append, .nonBlocking])
    let status = try copy.status()
    // Behind somebody's unfinished line, ours would be torn, and so would theirs.
    guard status.isRegular else { return nil }
    let end = try copy.read(at: max(0, status.size - 1), count: 1)
    guard end.isEmpty || end == [0x0a] else { return nil }
    let (written, error) = copy.write(Array((event.line + "\n").utf8))
    if let error {
      if written > 0 { try? copy.truncate(to: status.size) }
      throw error
    }
    if synced { try copy.synchronize() }
    return path
  }
}
