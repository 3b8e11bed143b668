internal import GitFacts
internal import LiveContext
internal import SystemPackage

/// Who works in which work tree of the clone, and where two of them are at the same files.
struct Company {
  /// One work tree.
  struct Member {
    let path: String
    let branch: String?
    let state: State?
    /// The newest event of its branch that says who recorded it.
    let last: Event?
    let isHere: Bool
  }

  let members: [Member]
  /// Paths that more than one work tree has changed, and the members that have.
  let shared: [(path: String, members: [Int])]

  init(of workplace: borrowing Workplace) throws {
    let trees = try workplace.repository.workTrees()
      .filter { !$0.isMissing && $0.place.workTree != nil }
    var newest: [String: Event] = [:]
    let branches = Set(trees.compactMap { $0.head?.branchName })
    try JournalReader(workplace.store).forEachEvent(workplace.contract) { event in
      if let branch = event.text("branch"), branches.contains(branch), event.text("by") != nil,
        newest[branch] == nil
      {
        newest[branch] = event
      }
      return newest.count < branches.count
    }
    var members: [Member] = []
    for tree in trees {
      guard let top = tree.place.workTree else { continue }
      let name = tree.place.isLinkedWorkTree ? tree.place.gitDirectory.lastComponent?.string : ""
      members.append(
        Member(
          path: top.string, branch: tree.head?.branchName,
          state: State.current(
            FolderLayout(workTree: top), workplace.store, workTree: name ?? ""),
          last: tree.head?.branchName.flatMap { newest[$0] },
          isHere: top == workplace.repository.place.workTree))
    }
    self.members = members
    var owners: [String: [Int]] = [:]
    if trees.count > 1 {
      for (index, paths) in try workplace.repository.changes(in: trees).enumerated() {
        for path in paths { owners[path, default: []].append(index) }
      }
    }
    shared = owners.filter { $0.value.count > 1 }
      .map { (path: $0.key, members: $0.value) }.sorted { $0.path < $1.path }
  }

  /// One line a work tree, and one a path that two have changed.
  func lines(now: Timestamp) -> [String] {
    var lines = members.map { member in
      var parts = [member.branch.map { HarmlessText.line($0) } ?? "detached"]
      if let state = member.state {
        let age = state.lastUpdated.map { ", set \(Context.age(from: $0, to: now)) ago" } ?? ""
        parts.append(
          "\(HarmlessText.line(state.feature)), \(HarmlessText.line(state.status))\(age)")
      }
      if let event = member.last, let agent = event.text("by") {
        let age = Context.age(from: event.timestamp, to: now)
        parts.append("\(HarmlessText.line(agent)) recorded a \(event.type) \(age) ago")
      }
      let here = member.isHere ? " (here)" : ""
      return "\(HarmlessText.line(member.path))\(here): \(parts.joined(separator: "; "))"
    }
    for (path, owners) in shared.prefix(50) {
      let names = owners.map { members[$0].branch ?? members[$0].path }
      lines.append(
        "both changed \(HarmlessText.line(path)): \(HarmlessText.line(names.joined(separator: ", ")))"
      )
    }
    if shared.count > 50 { lines.append("and \(shared.count - 50) more paths") }
    return lines
  }

  var json: JSON {
    .object([
      "work_trees": .array(
        members.map { member in
          .object([
            "path": .string(member.path), "here": .bool(member.isHere),
            "branch": member.branch.map { .string($0) } ?? .null,
            "focus": member.state.map { .object($0.body) } ?? .null,
            "by": member.last?.text("by").map { .string($0) } ?? .null,
            "last": member.last.map { .string($0.timestamp.description) } ?? .null,
          ])
        }),
      "both_changed": .array(
        shared.map { path, owners in
          .object([
            "path": .string(path), "work_trees": .texts(owners.map { members[$0].path }),
          ])
        }),
    ])
  }
}
