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
    _ held: inout HeldStore, _ reachable: (Event) -> Bool, _ takenIn: inout Int,
    _ warnings: inout [String]
  ) {
    do throws(FileError) {
      let isNew = FileStatus.of(folder.journal) == nil
      if isNew { try Files.makeFolder(folder.root) }
      let isDone: Void? = try WorkTreeLock.held(folder, store: store, command: command) {
        () throws(FileError) in
        if isNew { try Scaffold.write(folder, workTree) }
        if !workTree.tracked.contains("journal.ndjson") {
          takenIn += try Copy(layout: folder).bringUpToDate(&held)
          try ArchiveCopies(store: store, folder: folder).bringUpToDate()
        }
        try updateSummary(try updateState(&warnings), reachable)
      }
      if isDone == nil, let foreign = ForeignLock.standing(in: folder), foreign.isOld {
        warnings.append("\(foreign)")
      }
    } catch {
      // A read-only `.codex` beside a writable store is an agent's sandbox, and no fault.
      if !error.isReadOnly {
        warnings.append("\(error); the next recording brings .codex up to date")
      }
    }
  }

  /// The focus as the file has it, made if there is none, and remembered in the store.
  private func updateState(_ warnings: inout [String]) throws(FileError) -> State? {
    let remembered = FocusStore(layout: store)
    switch try StateFile.load(folder) {
    case .valid(let state):
      try remembered.save(state, workTree: workTree.name)
      guard followsSwitch, let branch = workTree.branch, branch != state.branch,
        !workTree.tracked.contains("state.json")
      else { return state }
      let focus = remembered.ofBranch(branch) ?? State(branch: branch, at: .now)
      try StateFile.write(focus, folder)
      try remembered.save(focus, workTree: workTree.name)
      return focus
    case .missing:
      let branch = workTree.branch ?? ""
      let state =
        remembered.ofWorkTree(workTree.name) ?? remembered.ofBranch(branch)
        ?? State(branch: branch, at: .now)
      guard !workTree.tracked.contains("state.json") else { return state }
      try StateFile.write(state, folder)
      try remembered.save(state, workTree: workTree.name)
      return state
    case .invalid(let reason):
      warnings.append("\(folder.state) is not used: \(reason)")
      return remembered.ofWorkTree(workTree.name)
    }
  }

  private func updateSummary(
    _ state: State?, _ reachable: (Event) -> Bool
  ) throws(FileError) {
    guard !workTree.tracked.contains("summary.md") else { return }
    let digest = try Digest(
      state: state, journal: JournalReader(store), contract: contract, reachable: reachable)
    let bytes = Array(Summary.render(digest, contract: contract).utf8)
    if try Files.read(folder.summary, limit: bytes.count + 1) == bytes { return }
    try Files.replace(folder.summary, with: bytes, temporary: folder.temporary(folder.summary))
  }

  /// Appends an event to the copy when the store cannot be written; the next writer that can takes it in.
  static func appendToCopy(
    _ event: Event, of workTree: WorkTreeFacts, _ store: StoreLayout, _ command: String
  ) throws(FileError) -> FilePath? {
    let folder = workTree.folder
    guard !workTree.tracked.contains("journal.ndjson") else { return nil }
    return try WorkTreeLock.held(folder, store: store, command: command) { () throws(FileError) in
      let copy = try File.open(folder.journal, .writeOnly, .append)
      let size = try copy.status().size
      let (written, error) = copy.write(Array((event.line + "\n").utf8))
      if let error {
        if written > 0 { try? copy.truncate(to: size) }
        throw error
      }
      return folder.journal
    }
  }
}
