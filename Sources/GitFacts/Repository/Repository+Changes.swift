extension Repository {
  /// What stands below a folder of the work tree and is not as HEAD has it: changed, removed, new, or ignored.
  ///
  /// Asked of the `git` executable, which knows line ends, filters and what is ignored; it writes nothing, its index neither.
  public func changes(below path: String) throws(GitError) -> [String] {
    guard let top = place.workTree else { return [] }
    let git = GitProgram(in: top, trust: .vetted, environment: environment)
    let outcome = try git.run(
      "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all",
      "--ignored=matching",
      "--", path)
    guard outcome.status == 0 else {
      throw GitError(.failed, "cannot look at \(path)", why: outcome.complaint)
    }
    // Two letters and a blank stand before each path.
    return outcome.output.split(separator: 0).map {
      String(decoding: $0.dropFirst(3), as: UTF8.self)
    }
  }
}
