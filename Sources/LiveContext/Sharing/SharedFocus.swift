internal import SystemPackage

/// The focus of a branch as it travels: a note that carries a state.
public struct SharedFocus: Sendable {
  private let layout: StoreLayout

  /// The shared focuses that a store knows.
  public init(_ layout: StoreLayout) { self.layout = layout }

  /// The note that tells others of a work tree's focus; nil if they know it, or nobody has set one.
  ///
  /// - Parameter workTree: the work tree's name.
  public func note(
    of folder: FolderLayout, workTree: String, branch: String, contract: Contract
  ) -> Event? {
    guard let state = State.current(folder, layout, workTree: workTree), state.branch == branch,
      isNews(state)
    else { return nil }
    let hint = state.notes.map { ", \($0)" } ?? ""
    // Keys that people have added stay at home: a line has little room.
    var essence = JSONObject()
    for key in State.keys { essence[key] = state.body[key] }
    return try? contract.event(
      .note, at: state.lastUpdated ?? .now,
      [
        "text": .string("focus: \(state.feature), \(state.status)\(hint)"),
        "state": .object(essence), "branch": .string(branch),
      ])
  }

  /// Remembers that others know this focus.
  public func published(_ event: Event) throws(FileError) {
    guard let state = SharedFocus.state(of: event) else { return }
    try FocusStore(layout: layout).saveShared(state)
  }

  private func isNews(_ state: State) -> Bool {
    guard let shared = FocusStore(layout: layout).shared(state.branch) else {
      return !state.isUntouched
    }
    return !shared.says(state)
  }

  /// Takes over a focus that came in a segment, unless something newer was set here.
  func takeOver(
    _ event: Event, in workTree: WorkTreeFacts, _ contract: Contract
  ) throws(FileError) {
    guard let state = SharedFocus.state(of: event) else { return }
    let store = FocusStore(layout: layout)
    let before = store.shared(state.branch)
    if let old = before?.lastUpdated, let new = state.lastUpdated, new < old { return }
    try store.saveShared(state)
    if let own = store.ofBranch(state.branch), !isInherited(own, before) { return }
    try store.saveBranch(state)
    guard workTree.branch == state.branch, !workTree.tracked.contains("state.json") else { return }
    switch try StateFile.load(workTree.folder) {
    case .valid(let own) where own.branch == state.branch && isInherited(own, before):
      try StateFile.write(state, workTree.folder)
    case .missing:
      guard let own = store.ofWorkTree(workTree.name) else { return }
      guard own.branch == state.branch, isInherited(own, before) else { return }
    default: return
    }
    try store.save(state, workTree: workTree.name)
  }

  /// Whether nobody has set a focus here: it is as it came from others, or as it was made from the branch's name.
  private func isInherited(_ own: State, _ shared: State?) -> Bool {
    own.isUntouched || shared.map { $0.says(own) } ?? false
  }

  private static func state(of event: Event) -> State? {
    guard let body = event.body["state"]?.object,
      let state = try? State(parsing: Array(JSON.object(body).compact.utf8)), !state.branch.isEmpty
    else { return nil }
    return state
  }
}

extension State {
  static let keys = ["current_feature", "current_branch", "status", "last_updated", "notes"]

  /// Whether it is as a fresh work tree starts, so that nobody has said anything with it.
  var isUntouched: Bool {
    status == "in_progress" && notes == nil && feature == State.feature(ofBranch: branch)
  }

  /// Whether it says the same, whenever it was written.
  func says(_ other: State) -> Bool {
    feature == other.feature && branch == other.branch && status == other.status
      && notes == other.notes
  }
}
