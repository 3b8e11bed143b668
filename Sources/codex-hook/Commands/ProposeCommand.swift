internal import ArgumentParser
internal import LiveContext
internal import SystemPackage

struct ProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Propose a change of structure, as a patch for a person to approve.",
    discussion: """
      Names, files and rotation are changed by people. A proposal is one file in .codex/patches/ and changes nothing else; a \
      person approves it with git apply.
      """,
    subcommands: [
      ProposeEventTypeCommand.self, ProposePolicyCommand.self, ProposeListCommand.self,
      ProposeShowCommand.self, ProposeWithdrawCommand.self,
    ])

  /// Writes the proposal and says what approving it means.
  static func propose(
    _ proposal: Proposal, in workplace: borrowing Workplace, json: Bool
  ) throws {
    try workplace.requireWriting()
    let (file, isNew) = try workplace.recorder("propose", isHook: false)
      .propose(proposal, at: .now, by: Variables.agent)
    let name = file.lastComponent?.string ?? ""
    if json {
      return Terminal.say(
        JSON.object([
          "proposed": .bool(isNew), "file": .string(file.string), "title": .string(proposal.title),
        ]).compact)
    }
    Terminal.say(
      """
      \(isNew ? "proposed" : "this is proposed already:") \(proposal.title)
      A person reads it (codex-hook propose show \(name)) and approves it at the top of the work tree:
          git apply .codex/patches/\(name)
      \(proposal.meaning)
      """)
  }
}

struct ProposeEventTypeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event-type", abstract: "Propose a new type of event.",
    discussion:
      "codex-hook propose event-type deploy --field 'env:dev|stg|prod' --field 'version?:string'")

  @Argument(help: "The type's name, such as deploy.") var name: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A key: NAME:KIND, or NAME?:KIND if it may be left out; KIND is string, tag, integer, number, links or A|B|C.",
      valueName: "name:kind"))
  var field: [String] = []
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    try workplace.requireStore()
    let schema = try EventSchema(
      approving: name, fields: try field.map { try Field(proposing: $0) })
    guard workplace.contract.schema(of: schema.type) == nil else {
      throw CommandFailure("\(name) is approved here; nothing to propose")
    }
    try ProposeCommand.propose(.eventType(schema), in: workplace, json: options.json)
  }
}

struct ProposePolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Propose a decision for .codex/policy.json.",
    discussion: "codex-hook propose policy rotation=propose")

  @Argument(help: "rotation=auto or rotation=propose; publish=commit or publish=manual.")
  var decision: [String]
  @OptionGroup var options: CommonOptions

  func run() throws {
    let decisions = try decision.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("\"\(text)\" is not KEY=WORD") }
      return (key: parts[0], word: parts[1])
    }
    let workplace = try Workplace.open()
    try workplace.requireStore()
    guard let folder = workplace.folder else { throw MaintenanceError.noWorkTree }
    let proposal = try Proposal.policy(decisions, now: Policy.bytes(in: folder))
    try ProposeCommand.propose(proposal, in: workplace, json: options.json)
  }
}

struct ProposeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the proposals and whether they were applied.")
  @OptionGroup var options: CommonOptions

  func run() throws {
    let proposals = try Workplace.open().proposals
    if options.json {
      return Terminal.say(
        JSON.object([
          "proposals": .array(
            proposals.map {
              .object([
                "file": .string($0.file.string), "title": .string($0.title),
                "applied": .bool($0.isApplied),
              ])
            })
        ]).compact)
    }
    for proposal in proposals {
      let name = proposal.file.lastComponent?.string ?? ""
      Terminal.say("\(proposal.isApplied ? "applied" : "waiting") \(name): \(proposal.title)")
    }
  }
}

struct ProposeShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a proposal.")
  @Argument(help: "Its file's name, or the beginning of it.") var name: String
  @OptionGroup var options: CommonOptions

  func run() throws {
    let proposal = try Workplace.open().proposal(name)
    let text = StandingProposal.text(of: proposal.file) ?? ""
    if options.json {
      return Terminal.say(JSON.object(["patch": .string(text)]).compact)
    }
    Terminal.put(text)
  }
}

struct ProposeWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a proposal back; what was applied stays applied.")
  @Argument(help: "Its file's name, or the beginning of it.") var name: String
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    try workplace.requireWriting()
    let proposal = try workplace.proposal(name)
    proposal.withdraw()
    if options.json {
      return Terminal.say(JSON.object(["withdrawn": .string(proposal.file.string)]).compact)
    }
    Terminal.say("withdrew \(proposal.title)")
  }
}

extension Workplace {
  /// The proposals of this work tree.
  fileprivate var proposals: [StandingProposal] {
    folder.map { StandingProposal.all(in: $0) } ?? []
  }

  /// The one proposal whose file's name begins so.
  fileprivate func proposal(_ name: String) throws -> StandingProposal {
    let found = proposals.filter { $0.file.lastComponent?.string.hasPrefix(name) ?? false }
    guard found.count == 1 else {
      throw CommandFailure(
        "\(found.isEmpty ? "no proposal's" : "more than one proposal's") name begins with \"\(name)\"; see: codex-hook propose list"
      )
    }
    return found[0]
  }
}
