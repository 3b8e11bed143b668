import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Looks for what is not committed, in this process and without writing anything: what `git status` would say, or ``Unclear``.
struct WorkTreeLook {
  let index: IndexFile
  let top: FilePath
  private let folder: FileDescriptor
  /// The rules that hold in every folder, those that count most first.
  private var everywhere: [IgnoreRules] = []
  var changed: [[UInt8]] = []
  private var untracked: [[UInt8]] = []
  /// Files whose content must be compared.
  private(set) var doubtful: [Int] = []
  private(set) var hasAttributes = false
  var looks = 0

  /// How many names are looked at, and how much content is compared, before it is left to git.
  static let patience = 20_000
  static let mostDoubtful = 256
  static let largest = 1 << 20

  /// Looks at a repository's work tree.
  static func status(of repository: borrowing Repository) throws -> WorkTreeStatus {
    guard let top = repository.place.workTree, !repository.isAnsweredByGit else {
      throw Unclear()
    }
    let settings = try repository.settings()
    let index = try IndexFile(repository.place.gitDirectory.appending("index"))
    guard try isOrdinary(settings), let tip = try repository.head().tip else { throw Unclear() }
    let folder = try FileDescriptor.open(top, .readOnly, options: [.directory, .closeOnExec])
    defer { try? folder.close() }
    var look = WorkTreeLook(index: index, top: top, folder: folder)
    try look.readRules(repository, settings)
    try look.compareTree(try repository.rawCommit(tip).tree, [], repository)
    try look.compareFiles()
    try look.walk([], openedAs: dup(folder.rawValue), rules: [])
    try look.compareContent(repository, settings)
    return look.found
  }

  private init(index: IndexFile, top: FilePath, folder: FileDescriptor) {
    (self.index, self.top, self.folder) = (index, top, folder)
  }

  private var found: WorkTreeStatus {
    var paths: [[UInt8]] = []
    // What is staged and changed again is one change.
    for path in changed.sorted(by: { $0.lexicographicallyPrecedes($1) }) where path != paths.last {
      paths.append(path)
    }
    return WorkTreeStatus(
      changed: paths.map { text($0) },
      untracked: untracked.sorted { $0.lexicographicallyPrecedes($1) }.map { text($0) })
  }

  /// Whether nothing is set that changes how git compares files.
  private static func isOrdinary(_ settings: Settings) throws -> Bool {
    for key in ["core.ignoreCase", "core.precomposeUnicode", "core.sparseCheckout"] {
      if try settings.flag(key) == true { return false }
    }
    for key in ["core.fileMode", "core.symlinks", "core.trustCtime"] {
      if try settings.flag(key) == false { return false }
    }
    return settings.value("core.checkStat").map { $0 == "default" } ?? true
  }

  private mutating func readRules(
    _ repository: borrowing Repository, _ settings: Settings
  ) throws {
    let environment = repository.environment
    let own = repository.place.commonDirectory.appending("info").appending("exclude")
    everywhere.append(try IgnoreRules(own.content ?? [], in: []))
    let home = environment["HOME"]
    var file = (environment["XDG_CONFIG_HOME"] ?? home.map { "\($0)/.config" })
      .map { "\($0)/git/ignore" }
    if let set = settings.value("core.excludesFile") {
      file = set.hasPrefix("~/") ? home.map { $0 + set.dropFirst(1) } : set
      guard file?.hasPrefix("/") == true else { throw Unclear() }
    }
    if let file { everywhere.append(try IgnoreRules(FilePath(file).content ?? [], in: [])) }
  }

  mutating func note(_ file: Int) { changed.append(Array(index.path(file))) }

  /// Compares each file that git tracks with what git noted of it.
  private mutating func compareFiles() throws(Unclear) {
    for file in 0..<index.count {
      guard let status = index.status(file, below: folder) else {
        guard errno == ENOENT else { throw Unclear() }
        note(file)
        continue
      }
      let mode = index.mode(file)
      switch (mode & 0o170000, status.st_mode & S_IFMT) {
      case (0o100000, S_IFREG), (0o120000, S_IFLNK): break
      case (0o100000, S_IFLNK), (0o120000, S_IFREG):
        note(file)
        continue
      default: throw Unclear()
      }
      let isSwitched = mode & 0o170000 == 0o100000 && (mode ^ UInt32(status.st_mode)) & 0o100 != 0
      if isSwitched || index.isResized(file, status) {
        note(file)
      } else if !index.isUntouched(file, status) {
        doubtful.append(file)
      }
    }
  }

  /// Looks through a folder with files that git tracks.
  ///
  /// - Parameters:
  ///   - path: the folder's, with a `/` at the end; empty for the top.
  ///   - rules: those of the folder's own ignore file and of the ones above, the nearest first; nil in an ignored folder.
  private mutating func walk(
    _ path: [UInt8], openedAs descriptor: Int32, rules: [IgnoreRules]?
  ) throws {
    let (names, own) = try names(path, descriptor)
    let rules = try rules.map { try Self.rules(own, path) + $0 }
    for (name, isFolder) in names {
      let full = path + name
      let place = index.first(notBelow: full)
      let isTracked = index.isPath(place, full)
      let below = full + [UInt8(ascii: "/")]
      let isTrackedFolder = index.isBelow(index.first(notBelow: below), below)
      if isTracked, !isFolder { continue }
      // A file in the place of a folder, or the other way round.
      if isTracked || isTrackedFolder && !isFolder { throw Unclear() }
      let isIgnored = isIgnored(full, name: path.count, isFolder: isFolder, rules)
      if isTrackedFolder {
        try walk(below, openedAs: try open(below), rules: isIgnored ? nil : rules)
      } else if isIgnored {
        continue
      } else if !isFolder {
        untracked.append(full)
      } else if try hasUntracked(below, rules ?? []) {
        untracked.append(below)
      }
    }
  }

  /// Whether a folder without tracked files has one that is not ignored.
  private mutating func hasUntracked(_ path: [UInt8], _ rules: [IgnoreRules]) throws -> Bool {
    let (names, own) = try names(path, try open(path))
    let rules = try Self.rules(own, path) + rules
    var folders: [[UInt8]] = []
    var isFound = false
    for (name, isFolder) in names {
      let full = path + name
      if isIgnored(full, name: path.count, isFolder: isFolder, rules) { continue }
      if isFolder { folders.append(full + [UInt8(ascii: "/")]) } else { isFound = true }
    }
    // git may meet a repository of its own further below, so all of it is seen.
    for folder in folders where try hasUntracked(folder, rules) { isFound = true }
    return isFound
  }

  private static func rules(
    _ content: [UInt8]?, _ folder: [UInt8]
  ) throws(Unclear) -> [IgnoreRules] {
    guard let content else { return [] }
    return [try IgnoreRules(content, in: folder)]
  }

  private func isIgnored(
    _ path: [UInt8], name: Int, isFolder: Bool, _ rules: [IgnoreRules]?
  ) -> Bool {
    guard let rules else { return true }
    for list in rules + everywhere {
      if let verdict = list.verdict(path, name: name, isFolder: isFolder) { return verdict }
    }
    return false
  }

  private func open(_ path: [UInt8]) throws(Unclear) -> Int32 {
    let descriptor = (path + [0]).withUnsafeBytes {
      openat(
        folder.rawValue, $0.baseAddress!.assumingMemoryBound(to: CChar.self),
        O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    }
    guard descriptor >= 0 else { throw Unclear() }
    return descriptor
  }

  /// The files and folders of a folder, and the content of its ignore file.
  private mutating func names(
    _ path: [UInt8], _ descriptor: Int32
  ) throws(Unclear) -> (names: [(name: [UInt8], isFolder: Bool)], ignore: [UInt8]?) {
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw Unclear()
    }
    defer { closedir(stream) }
    var names: [(name: [UInt8], isFolder: Bool)] = []
    var ignore: [UInt8]?
    while let entry = readdir(stream) {
      let length = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { strlen($0) }
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix(length)) }
      if name == [0x2e] || name == [0x2e, 0x2e] { continue }
      looks += 1
      if name.elementsEqual(".git".utf8) {
        // Another repository, which git tells of in its own way.
        guard path.isEmpty else { throw Unclear() }
        continue
      }
      let kind = Int32(entry.pointee.d_type)
      guard looks < Self.patience, kind == DT_REG || kind == DT_DIR || kind == DT_LNK else {
        throw Unclear()
      }
      if name.elementsEqual(".gitattributes".utf8) { hasAttributes = true }
      if name.elementsEqual(".gitignore".utf8) {
        guard kind == DT_REG, let content = top.appending(text(path + name)).content else {
          throw Unclear()
        }
        ignore = content
      }
      names.append((name, kind == DT_DIR))
    }
    return (names, ignore)
  }

  func text(_ path: [UInt8]) -> String { String(decoding: path, as: UTF8.self) }
}
