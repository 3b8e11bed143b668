import SystemPackage

/// Who answers for a repository.
enum Backend: ~Copyable {
  /// libgit2, in this process.
  case library(Library)
  /// The `git` executable.
  case program(Program)

  /// Reads an object as it is stored.
  func read(_ id: ObjectID) throws(GitError) -> GitObject {
    switch self {
    case .library(let library): try library.read(id)
    case .program(let program): try program.read(id)
    }
  }

  /// Where `HEAD` points.
  func head() throws(GitError) -> Head {
    switch self {
    case .library(let library): try library.head()
    case .program(let program): try program.head()
    }
  }

  /// The local branches, by name.
  func branches() throws(GitError) -> [Branch] {
    switch self {
    case .library(let library): try library.branches()
    case .program(let program): try program.branches()
    }
  }

  /// The commit that a revision names; nil when nothing has that name.
  func resolve(_ revision: String) throws(GitError) -> ObjectID? {
    switch self {
    case .library(let library): try library.resolve(revision)
    case .program(let program): try program.resolve(revision)
    }
  }

  /// Every setting of the repository, the user and the machine.
  ///
  /// - Parameter own: the repository's own, where they have been read.
  func settings(_ own: Settings?, and files: SettingsFiles) throws(GitError) -> Settings {
    switch self {
    case .library(let library):
      let own = if let own { own } else { try library.ownSettings() }
      return try library.settings(own, and: files)
    case .program(let program):
      return try program.settings()
    }
  }

  /// What each work tree's `HEAD` says, by its git directory and the folder that git lists it under; nil where it cannot be read.
  func heads(_ trees: [(gitDirectory: FilePath, folder: FilePath)]) -> [Head?] {
    switch self {
    case .library(let library):
      return trees.map { library.head(ofWorkTree: $0.gitDirectory) }
    case .program(let program):
      let heads = (try? program.heads()) ?? []
      return trees.enumerated().map { index, tree in
        // The main one may be listed under its git directory.
        index == 0 ? heads.first?.head : heads.first { $0.folder == tree.folder }?.head
      }
    }
  }
}

extension Library {
  /// What a work tree's own `HEAD` says; nil when it cannot be read.
  func head(ofWorkTree gitDirectory: FilePath) -> Head? {
    guard let line = gitDirectory.appending("HEAD").firstLine else { return nil }
    guard line.hasPrefix("ref:") else { return ObjectID(hex: line).map { .detached($0) } }
    return try? head(pointingTo: String(line.dropFirst(4).drop { $0 == " " || $0 == "\t" }))
  }
}

extension Repository {
  /// Why libgit2 refused the repository, so that the `git` executable answers; nil if it did not.
  public var refusal: String? {
    switch backend {
    case .library: nil
    case .program(let program): program.refusal.why
    }
  }

  /// Whether the `git` executable answers, because libgit2 refused the repository.
  public var isAnsweredByGit: Bool { refusal != nil }
}
