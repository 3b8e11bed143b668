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

  /// The commit's parents; none for a root and at a shallow clone's boundary.
  public func parents(of id: ObjectID) throws(GitError) -> [ObjectID] { try links(id).parents }

  /// The commit's parents and time, and nothing else of it.
  func links(_ id: ObjectID) throws(GitError) -> Links {
    let raw = try rawCommit(id)
    return (shallow().contains(id) ? [] : raw.parents, raw.committed)
  }

  typealias Links = (parents: [ObjectID], committed: Int64)

  func rawCommit(_ id: ObjectID) throws(GitError) -> RawCommit {
    // A recording asks for its commit and the one before it several times.
    if let known = memory.commits.first(where: { $0.id == id }) { return known.raw }
    guard let raw = RawCommit(try read(id, .commit)) else {
      throw GitError(
        .failed, "cannot read commit \(id)", why: "it is damaged", next: "run git fsck")
    }
    if memory.commits.count < 4 { memory.commits.append(KnownCommit(id: id, raw: raw)) }
    return raw
  }

  func read(_ id: ObjectID, _ kind: GitObject.Kind) throws(GitError) -> [UInt8] {
    let object: GitObject
    do throws(GitError) {
      object = try backend.read(id)
    } catch {
      guard error.kind == .missingObject, try settings().isPartialClone else { throw error }
      object = try promised(id, error)
    }
    guard object.kind == kind else {
      throw GitError(
        .failed, "cannot read \(kind.rawValue) \(id)",
        why: "it is a \(object.kind?.rawValue ?? "damaged object")")
    }
    return object.content
  }

  /// Lets git fetch an object that a partial clone was promised.
  private func promised(_ id: ObjectID, _ missing: GitError) throws(GitError) -> GitObject {
    if mayFetch {
      let promised =
        if let running = memory.promised { running } else { try Promised(program(mayFetch: true)) }
      memory.promised = promised
      if case .found(_, let object) = try promised.objects.ask(id.hex) { return object }
    }
    throw GitError(
      .missingObject, missing.what, why: "this partial clone has not fetched it",
      next: "git cat-file -e \(id) lets git fetch it")
  }

  /// git for this repository, wherever the process stands.
  private func program(mayFetch: Bool) -> GitProgram {
    GitProgram(
      in: place.commonDirectory, trust: .vetted, environment: environment,
      gitDirectory: place.commonDirectory, mayFetch: mayFetch)
  }

  private func subject(of raw: RawCommit, _ id: ObjectID) throws(GitError) -> String {
    let charset = Charset(named: raw.encoding)
    if case .other = charset {
      // Few histories have such a commit, so a process of its own is no loss.
      let said = try program(mayFetch: false).run(
        "rev-list", "--max-count=1", "--encoding=UTF-8", "--format=%s", id.hex)
      if said.status == 0, said.lines.count > 1 { return said.lines[1] }
    }
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
