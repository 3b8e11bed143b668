import SystemPackage

/// A repository that libgit2 refuses, answered for by the `git` executable.
struct Program: ~Copyable {
  let place: Place
  /// Why libgit2 did not open it.
  let refusal: GitError
  private let git: GitProgram
  private let objects: ObjectStream

  /// Lets git find the repository; `refusal` is what libgit2 said, in case git refuses it too.
  init(_ git: GitProgram, refusal: GitError) throws(GitError) {
    let found: GitProgram.Outcome
    do throws(GitError) {
      found = try git.run(
        "rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir", "--show-toplevel")
    } catch {
      throw GitError(
        .unsupported, refusal.what, why: "\(refusal.why), and \(error.what): \(error.why)",
        next: error.next)
    }
    // Without a work tree the last question fails, after the first two were answered.
    let lines = found.lines
    guard lines.count >= 2 else {
      throw GitError(
        .unsupported, refusal.what,
        why: "libgit2: \(refusal.why); git: \(found.complaint)", next: "see what git status says")
    }
    let gitDirectory = FilePath(lines[0])
    let commonDirectory = FilePath(lines[1])
    objects = try ObjectStream(git)
    place = Place(
      gitDirectory: gitDirectory.resolved ?? gitDirectory,
      commonDirectory: commonDirectory.resolved ?? commonDirectory,
      workTree: lines.count > 2 ? FilePath(lines[2]) : nil)
    self.git = git
    self.refusal = refusal
  }

  /// Reads an object as it is.
  func read(_ id: ObjectID) throws(GitError) -> GitObject {
    if case .found(_, let object) = try objects.ask(id.hex) { return object }
    throw GitError(.missingObject, "cannot read object \(id)", why: "git does not have it")
  }

  /// Where `HEAD` points.
  func head() throws(GitError) -> Head {
    let reference = try git.run("symbolic-ref", "-q", "HEAD")
    if let name = reference.lines.first { return try head(pointingTo: name) }
    if case .found(let id, _) = try objects.ask("HEAD") { return .detached(id) }
    throw GitError(.failed, "cannot read HEAD", why: reference.complaint)
  }

  /// The head of a work tree whose `HEAD` names this ref.
  func head(pointingTo reference: String) throws(GitError) -> Head {
    let name = Head.branchName(ofReference: reference)
    guard case .found(let id, _) = try objects.ask(reference) else { return .unborn(branch: name) }
    return .branch(name: name, tip: id)
  }

  /// The local branches, by name.
  func branches() throws(GitError) -> [Branch] {
    let listed = try git.run("for-each-ref", "--format=%(objectname) %(refname)", "refs/heads/")
    guard listed.status == 0 else {
      throw GitError(.failed, "cannot list the branches", why: listed.complaint)
    }
    return listed.lines.compactMap { line in
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let tip = ObjectID(hex: words[0]) else { return nil }
      return Branch(name: Head.branchName(ofReference: String(words[1])), tip: tip)
    }.sorted { $0.name < $1.name }
  }

  /// The commit that a revision names; nil when nothing has that name.
  func resolve(_ revision: String) throws(GitError) -> ObjectID? {
    if revision.isEmpty { return nil }
    switch try objects.ask("\(revision)^{commit}") {
    case .found(let id, let object): return object.kind == .commit ? id : nil
    case .missing: return nil
    case .ambiguous:
      throw GitError(
        .ambiguous, "cannot find \(revision)", why: "it fits more than one object",
        next: "give more digits")
    }
  }

  /// Every setting but those of git's own command line.
  func settings() throws(GitError) -> Settings {
    let listed = try git.run("config", "--list", "-z", "--show-scope")
    guard listed.status == 0 else {
      throw GitError(.failed, "cannot read the settings", why: listed.complaint)
    }
    let fields = listed.output.split(separator: 0, omittingEmptySubsequences: false)
    var settings = Settings()
    for index in stride(from: 0, to: fields.count - 1, by: 2) {
      let scope = String(decoding: fields[index], as: UTF8.self)
      if scope == "command" { continue }
      let setting = fields[index + 1]
      let end = setting.firstIndex(of: UInt8(ascii: "\n"))
      settings.add(
        Settings.Entry(
          key: String(decoding: setting[..<(end ?? setting.endIndex)], as: UTF8.self),
          value: end.map { String(decoding: setting[($0 + 1)...], as: UTF8.self) },
          scope: scope == "local" || scope == "worktree" ? .repository : .shared))
    }
    return settings
  }

  /// The heads of all work trees, the main one's first, by the folder that git lists them under.
  func heads() throws(GitError) -> [(folder: FilePath, head: Head?)] {
    var heads: [(folder: FilePath, head: Head?)] = []
    var tip: ObjectID?
    for line in try git.run("worktree", "list", "--porcelain").lines {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      switch (words[0], words.count > 1 ? words[1] : "") {
      case ("worktree", let folder): heads.append((FilePath(folder), nil))
      case ("HEAD", let hex): tip = ObjectID(hex: hex)
      case ("detached", _): heads[heads.count - 1].head = tip.map { .detached($0) }
      case ("branch", let reference):
        let name = Head.branchName(ofReference: reference)
        heads[heads.count - 1].head = tip.map {
          $0.isZero ? .unborn(branch: name) : .branch(name: name, tip: $0)
        }
      default: break
      }
    }
    return heads
  }
}
