internal import GitFacts
internal import LiveContext

extension Contract {
  /// The event of a commit; it says the same in every clone, but for the branch it was made on.
  func event(
    of commit: Commit, branch: String? = nil, replacing replaced: [ObjectID] = []
  ) throws(ContractError) -> Event {
    var values: JSONObject = [
      "sha": .string(commit.id.hex), "files_changed": .integer(commit.changedPaths),
      "message": .string(commit.subject),
    ]
    if let branch { values["branch"] = .string(branch) }
    if !replaced.isEmpty { values["replaces"] = .array(replaced.map { .string($0.hex) }) }
    return try event(.commit, at: Timestamp(seconds: commit.committed), values)
  }
}
