import SystemPackage

extension Repository {
  /// All work trees of this clone: the main one first, then the linked ones by name. A bare repository's own has no work tree.
  public func workTrees() throws(GitError) -> [WorkTree] {
    let common = place.commonDirectory
    var trees = [WorkTree(place: mainPlace(), head: head(of: common), isMissing: false)]
    let links = common.appending("worktrees")
    for name in links.folderNames {
      let gitDirectory = links.appending(name)
      guard let line = gitDirectory.appending("gitdir").firstLine else { continue }
      let top = gitDirectory.pushing(FilePath(line)).removingLastComponent()
      let workTree = top.resolved
      trees.append(
        WorkTree(
          place: Place(
            gitDirectory: gitDirectory, commonDirectory: common,
            workTree: workTree ?? top.lexicallyNormalized()),
          head: head(of: gitDirectory),
          isMissing: workTree == nil))
    }
    return trees
  }

  /// The main work tree, wherever in the clone this one is.
  private func mainPlace() -> Place {
    if !place.isLinkedWorkTree { return place }
    let common = place.commonDirectory
    var workTree: FilePath?
    if let set = try? setting("core.worktree") {
      workTree = common.pushing(FilePath(set)).resolved
    } else if (try? flag("core.bare")) != true, common.lastComponent?.string == ".git" {
      workTree = common.removingLastComponent()
    }
    return Place(gitDirectory: common, commonDirectory: common, workTree: workTree)
  }

  /// What a work tree's own `HEAD` says; nil when it cannot be read.
  private func head(of gitDirectory: FilePath) -> Head? {
    if gitDirectory == place.gitDirectory { return try? head() }
    guard let line = gitDirectory.appending("HEAD").firstLine else { return nil }
    guard line.hasPrefix("ref:") else { return ObjectID(hex: line).map { .detached($0) } }
    let name = line.dropFirst(4).drop { $0 == " " || $0 == "\t" }
    return try? backend.head(pointingTo: String(name))
  }
}
