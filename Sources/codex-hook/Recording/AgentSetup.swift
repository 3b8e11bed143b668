internal import AgentFiles
internal import ArgumentParser
internal import GitFacts
internal import LiveContext
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Tells agents of codex-hook, or takes that back: what `init --agents` does.
struct AgentSetup {
  enum Task { case place, remove, check, show }

  private let changes: [AgentFileChange]
  private let top: FilePath
  /// The agents whose files are looked at.
  let agents: [Agent]

  /// - Parameter names: the agents' names; none for those that seem to be in use here.
  init(_ names: [String], removing: Bool, in workplace: borrowing Workplace) throws {
    guard let top = workplace.repository.place.workTree else {
      throw CommandFailure("a bare repository has no work tree in which agents look for files")
    }
    self.top = top
    let given = try names.flatMap { $0.split(separator: ",") }.map { name in
      guard let agent = Agent(rawValue: name.lowercased()) else {
        let known = Agent.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\"\(name)\" is not one of \(known)")
      }
      return agent
    }
    agents =
      !given.isEmpty
      ? given : removing ? Agent.allCases : Agent.allCases.filter { AgentSetup.isUsed($0, top) }
    // AGENTS.md is every agent's: it goes when all of them do.
    changes = AgentFileChange.plan(
      agents, withInstructions: !removing || given.isEmpty, in: top, removing: removing)
  }

  /// Whether somebody uses an agent, in this work tree or at all.
  private static func isUsed(_ agent: Agent, _ top: FilePath) -> Bool {
    var places = agent.traces.map { top.pushing(FilePath($0)) }
    if let home = Variables.value("HOME") {
      places.append(FilePath(home).appending(agent.home))
    }
    return places.contains { access($0.string, F_OK) == 0 }
  }

  /// What is to be done, one line a file; done, too, if that is the task.
  ///
  /// - Throws: a failure where a file is in the way, after all others have been done.
  func run(_ task: Task, json: Bool) throws {
    var lines: [(path: String, action: String)] = []
    var refusals: [String] = []
    for change in changes {
      let path = name(change.path)
      if let refusal = change.refusal {
        refusals.append("\(path) is left alone: \(refusal)")
        continue
      }
      guard change.isNeeded else { continue }
      let action =
        change.before == nil ? "make" : change.after == nil ? "remove" : "change"
      lines.append((path, action))
      switch task {
      case .place, .remove: try change.apply()
      case .show where !json:
        Terminal.say("\(action) \(path)")
        for line in LineDifference.text(from: change.before, to: change.after) {
          Terminal.say("  \(line)")
        }
      case .show, .check: break
      }
    }
    if json {
      Terminal.say(
        JSON.object([
          "agents": .texts(agents.map(\.rawValue)),
          "files": .array(
            lines.map { .object(["path": .string($0.path), "action": .string($0.action)]) }),
          "refused": .texts(refusals),
        ]).compact)
    } else if task != .show {
      say(lines, task)
    }
    if !json { for refusal in refusals { Terminal.complain(refusal) } }
    if !refusals.isEmpty || (task == .check && !lines.isEmpty) { throw ExitCode.failure }
  }

  /// Takes everything out for `uninstall`, as far as nothing is in the way.
  ///
  /// - Returns: one line a file, and one for each file with something of ours that could not be understood.
  static func removeAll(
    in workplace: borrowing Workplace, dryRun: Bool
  ) throws -> (done: [String], left: [String]) {
    guard workplace.repository.place.workTree != nil else { return ([], []) }
    let setup = try AgentSetup([], removing: true, in: workplace)
    let done = try setup.changes.filter(\.isNeeded).map { change in
      if !dryRun { try change.apply() }
      let verb = change.after == nil ? "remove" : "take our lines out of"
      return "\(verb) \(setup.name(change.path))"
    }
    let left = setup.changes.filter(\.isLeftWithOurs).map { change in
      "\(setup.name(change.path)) is left alone: \(change.refusal ?? "")"
    }
    return (done, left)
  }

  private func say(_ lines: [(path: String, action: String)], _ task: Task) {
    let doing = task == .check ? "would " : ""
    for line in lines { Terminal.say("\(doing)\(line.action) \(line.path)") }
    guard task == .place else {
      if lines.isEmpty { Terminal.say(task == .remove ? "nothing to remove" : "all is in place") }
      return
    }
    let titles = agents.map(\.title).joined(separator: ", ")
    Terminal.say(
      agents.isEmpty
        ? "No agent's own files were found here, so this is all; to name agents: codex-hook init --agents codex,claude"
        : "\(titles): \(lines.isEmpty ? "all is in place" : "the next session starts with the context")"
    )
    if agents.contains(.codex), !lines.isEmpty {
      Terminal.say("Codex asks once whether it may run the hooks: /hooks shows them.")
    }
    if !lines.isEmpty {
      Terminal.say(
        "Commit these files to share them. To take it back: codex-hook init --agents --remove")
    }
  }

  private func name(_ path: FilePath) -> String {
    var relative = path
    return relative.removePrefix(top) ? relative.string : path.string
  }
}
