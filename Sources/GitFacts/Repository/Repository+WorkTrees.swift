import SystemPackage

extension Repository {
  /// All work trees of this clone: the main one first, then the linked ones by name.
  ///
  /// A bare repository's own has no work tree.
  public func workTrees() throws(GitError) -> [WorkTree] {
    let common = place.commonDirectory
    var places = [mainPlace()]
    let links = common.appending("worktrees")
    for name in links.folderNames {
      let gitDirectory = links.appending(name)
      guard let line = gitDirectory.appending("gitdir").firstLine else { continue }
      let top = gitDirectory.pushing(FilePath(line)).above
      places.append(
        Place(
          gitDirectory: gitDirectory, commonDirectory: common,
          workTree: top.resolved ?? top.lexicallyNormalized()))
    }
    let heads = backend.heads(places.map { ($0.gitDirectory, $0.workTree ?? common) })
    return zip(places, heads).map { place, head in
      WorkTree(place: place, head: head, isMissing: place.workTree.map { !$0.exists } ?? false)
    }
  }

  /// The main work tree, wherever in the clone this one is.
  private func mainPlace() -> Place {
    if !place.isLinkedWorkTree { return place }
    let common = place.commonDirectory
    var workTree: FilePath?
    if let set = try? setting("core.worktree") {
      workTree = common.pushing(FilePath(set)).resolved
    } else if (try? flag("core.bare")) != true, common.lastComponent?.string == ".git" {
      workTree = common.above
    }
    return Place(gitDirectory: common, commonDirectory: common, workTree: workTree)
  }
}
