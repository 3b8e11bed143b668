internal import GitFacts
internal import LiveContext

extension Contract {
  /// The event of a commit; it says the same in every clone, but for the branch it was made on.
  func event(
    of commit: Commit, branch: String? = nil, replacing replaced: [ObjectID] = []
  ) throws(ContractError) -> Event {
    // Key by key: a literal would be a list of pairs, whose type the runtime makes up at its first use.
    var values = JSONObject()
    values["sha"] = .string(commit.id.hex)
    values["files_changed"] = .integer(commit.changedPaths)
    values["message"] = .string(commit.subject)
    if let branch { values["branch"] = .string(branch) }
    if !replaced.isEmpty { values["replaces"] = .array(replaced.map { .string($0.hex) }) }
    return try event(.commit, at: Timestamp(seconds: commit.committed), values)
  }
}
