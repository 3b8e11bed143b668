import SystemPackage

extension Repository {
  /// Reads a commit, with the number of paths that it changes.
  ///
  /// Replace refs and grafts do not count; a shallow clone's boundary is a root. Throws `missingObject` where a partial clone lacks a tree.
  public func commit(_ id: ObjectID) throws(GitError) -> Commit {
    let raw = try rawCommit(id)
    let parents = isShallowBoundary(id) ? [] : raw.parents
    var before: ObjectID?
    if let parent = parents.first { before = try rawCommit(parent).tree }
    return Commit(
      id: id,
      parents: parents,
      committed: raw.committed,
      subject: try subject(of: raw, id),
      changedPaths: try TreeDifference.count(from: before, to: raw.tree) {
        id throws(GitError) in try read(id, .tree)
      })
  }

  /// Whether a shallow clone was cut below this commit: it has parents, and they are not here.
  public func isShallowBoundary(_ id: ObjectID) -> Bool {
    shallow().contains(id)
  }

  /// The commit's parents and time, and nothing else of it.
  func links(_ id: ObjectID) throws(GitError) -> Links {
    let raw = try rawCommit(id)
    return (shallow().contains(id) ? [] : raw.parents, raw.committed)
  }

  typealias Links = (parents: [ObjectID], committed: Int64)

  func rawCommit(_ id: ObjectID) throws(GitError) -> RawCommit {
    guard let raw = RawCommit(try read(id, .commit)) else {
      throw GitError(
        .failed, "cannot read commit \(id)", why: "it is damaged", next: "run git fsck")
    }
    return raw
  }

  func read(_ id: ObjectID, _ kind: GitObject.Kind) throws(GitError) -> [UInt8] {
    let object = try backend.read(id)
    guard object.kind == kind else {
      throw GitError(
        .failed, "cannot read \(kind.rawValue) \(id)",
        why: "it is a \(object.kind?.rawValue ?? "damaged object")")
    }
    return object.content
  }

  private func subject(of raw: RawCommit, _ id: ObjectID) throws(GitError) -> String {
    let charset = Charset(named: raw.encoding)
    return charset.decode(RawCommit.subject(of: raw.message))
  }

  private func shallow() -> Set<ObjectID> {
    if let known = memory.shallow { return known }
    let bytes = place.commonDirectory.appending("shallow").content ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let shallow = Set(lines.compactMap { ObjectID(hex: $0) })
    memory.shallow = shallow
    return shallow
  }
}
