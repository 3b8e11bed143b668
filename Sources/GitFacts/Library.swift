import CLibGit2
import SystemPackage

/// A repository opened by libgit2: the one owner of its handles.
struct Library: ~Copyable {
  private let repository: OpaquePointer
  /// The loose objects alone.
  private let loose: OpaquePointer
  private let config: OpaquePointer
  /// The settings as they were when the repository was opened.
  private let snapshot: OpaquePointer

  /// Opens a git directory, and nothing else: no search, no work tree, no index.
  init(gitDirectory: FilePath) throws(GitError) {
    try LibGit2.start()
    let what = "cannot open \(gitDirectory)"
    let flags =
      GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
      | GIT_REPOSITORY_OPEN_BARE.rawValue
    var repository: OpaquePointer?
    try LibGit2.check(
      gitDirectory.withPlatformString { git_repository_open_ext(&repository, $0, flags, nil) },
      what)
    var loose: OpaquePointer?
    var config: OpaquePointer?
    var snapshot: OpaquePointer?
    // From the snapshot libgit2 answers itself, too: it would look at each file again whenever it wants to know a setting.
    var code = git_repository_config(&config, repository)
    if code >= 0 { code = git_config_snapshot(&snapshot, config) }
    if code >= 0 { code = git_repository_set_config(repository, snapshot) }
    if code >= 0 { code = Self.openLoose(&loose, of: repository) }
    guard code >= 0, let repository, let loose, let config, let snapshot else {
      let error = LibGit2.error(code, what)
      git_odb_free(loose)
      git_config_free(snapshot)
      git_config_free(config)
      git_repository_free(repository)
      throw error
    }
    self.repository = repository
    self.loose = loose
    self.config = config
    self.snapshot = snapshot
  }

  deinit {
    git_config_free(snapshot)
    git_config_free(config)
    git_odb_free(loose)
    git_repository_free(repository)
  }

  /// The objects that are files of their own, as a new commit and its trees are (`git_odb_backend_loose`): the packs are listed
  /// only when an object is not among them.
  private static func openLoose(
    _ objects: inout OpaquePointer?, of repository: OpaquePointer?
  ) -> Int32 {
    var path = git_buf()
    defer { git_buf_dispose(&path) }
    var code = git_repository_item_path(&path, repository, GIT_REPOSITORY_ITEM_OBJECTS)
    if code >= 0 { code = git_odb_new(&objects) }
    guard code >= 0 else { return code }
    var backend: UnsafeMutablePointer<git_odb_backend>?
    code = git_odb_backend_loose(&backend, path.ptr, -1, 0, 0, 0)
    return code < 0 ? code : git_odb_add_backend(objects, backend, 1)
  }

  /// This work tree's own git directory, as libgit2 found it.
  var gitDirectory: FilePath { FilePath(platformString: git_repository_path(repository)) }

  /// The directory that all work trees share.
  var commonDirectory: FilePath { FilePath(platformString: git_repository_commondir(repository)) }

  /// Reads an object as it is, without replace refs; `git_odb_read`.
  func read(_ id: ObjectID) throws(GitError) -> GitObject {
    var oid = try Self.oid(id)
    var object: OpaquePointer?
    if git_odb_read(&object, loose, &oid) < 0 {
      let what = "cannot read object \(id)"
      var all: OpaquePointer?
      try LibGit2.check(git_repository_odb(&all, repository), what)
      defer { git_odb_free(all) }
      try LibGit2.check(git_odb_read(&object, all, &oid), what)
    }
    defer { git_odb_object_free(object) }
    let content = UnsafeRawBufferPointer(
      start: git_odb_object_data(object), count: git_odb_object_size(object))
    return GitObject(kind: GitObject.Kind(git_odb_object_type(object)), content: Array(content))
  }

  /// Where `HEAD` points.
  func head() throws(GitError) -> Head {
    var reference: OpaquePointer?
    try LibGit2.check(git_reference_lookup(&reference, repository, "HEAD"), "cannot read HEAD")
    defer { git_reference_free(reference) }
    if let target = git_reference_symbolic_target(reference) {
      return try head(pointingTo: String(cString: target))
    }
    guard let oid = git_reference_target(reference) else {
      throw GitError(.failed, "cannot read HEAD", why: "it names neither a branch nor a commit")
    }
    return .detached(Self.id(oid.pointee))
  }

  /// The head of a work tree whose `HEAD` names this ref.
  func head(pointingTo reference: String) throws(GitError) -> Head {
    let name = Head.branchName(ofReference: reference)
    var oid = git_oid()
    let code = git_reference_name_to_id(&oid, repository, reference)
    if code == GIT_ENOTFOUND.rawValue { return .unborn(branch: name) }
    try LibGit2.check(code, "cannot read \(reference)")
    return .branch(name: name, tip: Self.id(oid))
  }

  /// The local branches, by name; `git_reference_iterator_glob_new`.
  func branches() throws(GitError) -> [Branch] {
    let what = "cannot list the branches"
    var iterator: OpaquePointer?
    try LibGit2.check(
      git_reference_iterator_glob_new(&iterator, repository, "refs/heads/*"), what)
    defer { git_reference_iterator_free(iterator) }
    var branches: [Branch] = []
    var next: UnsafePointer<CChar>?
    while true {
      let code = git_reference_next_name(&next, iterator)
      if code == GIT_ITEROVER.rawValue { break }
      try LibGit2.check(code, what)
      guard let name = next.map({ String(cString: $0) }) else { continue }
      // A branch may go while the list is read.
      if case .branch(let short, let tip) = try head(pointingTo: name) {
        branches.append(Branch(name: short, tip: tip))
      }
    }
    return branches.sorted { $0.name < $1.name }
  }

  /// The commit that a revision names; nil when nothing has that name.
  func resolve(_ revision: String) throws(GitError) -> ObjectID? {
    var object: OpaquePointer?
    let code = git_revparse_single(&object, repository, revision)
    if code == GIT_ENOTFOUND.rawValue || code == GIT_EINVALIDSPEC.rawValue { return nil }
    try LibGit2.check(code, "cannot find \(revision)")
    defer { git_object_free(object) }
    var commit: OpaquePointer?
    guard git_object_peel(&commit, object, GIT_OBJECT_COMMIT) == 0 else { return nil }
    defer { git_object_free(commit) }
    return git_object_id(commit).map { Self.id($0.pointee) }
  }

  /// Reads one more file of settings, in place of what libgit2 has read by itself for that level.
  func addSettings(_ file: FilePath, level: git_config_level_t) throws(GitError) {
    try LibGit2.check(
      file.withPlatformString { git_config_add_file_ondisk(config, $0, level, repository, 1) },
      "cannot read the settings in \(file)")
  }

  /// The repository's own settings, the user's among them.
  func ownSettings() throws(GitError) -> Settings { try settings(in: snapshot) }

  /// The same and those of the files that were added.
  func settings() throws(GitError) -> Settings { try settings(in: config) }

  private func settings(in config: OpaquePointer) throws(GitError) -> Settings {
    let what = "cannot read the settings of \(gitDirectory)"
    var iterator: OpaquePointer?
    try LibGit2.check(git_config_iterator_new(&iterator, config), what)
    defer { git_config_iterator_free(iterator) }
    var settings = Settings()
    var entry: UnsafeMutablePointer<git_config_entry>?
    while true {
      let code = git_config_next(&entry, iterator)
      if code == GIT_ITEROVER.rawValue { return settings }
      try LibGit2.check(code, what)
      guard let entry = entry?.pointee else { continue }
      settings.add(
        Settings.Entry(
          key: String(cString: entry.name),
          value: entry.value.map { String(cString: $0) },
          scope: entry.level.rawValue >= GIT_CONFIG_LEVEL_LOCAL.rawValue ? .repository : .shared))
    }
  }

  static func oid(_ id: ObjectID) throws(GitError) -> git_oid {
    guard id.bytes.count == 20 else {
      throw GitError(
        .missingObject, "cannot read object \(id)", why: "this repository has SHA-1 names")
    }
    var oid = git_oid()
    _ = id.bytes.withUnsafeBufferPointer { git_oid_fromraw(&oid, $0.baseAddress) }
    return oid
  }

  static func id(_ oid: git_oid) -> ObjectID {
    withUnsafeBytes(of: oid.id) { ObjectID(bytes: Array($0)) }
  }
}
