internal import ArgumentParser
internal import LiveContext

struct PRBlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pr-block",
    abstract: "Put a block for reviewers into a pull request's description.",
    discussion: """
      gh pr view 12 --json body --jq .body | codex-hook pr-block | gh pr edit 12 --body-file -

      Reads the description on standard input and writes it back with the block in it; what stands outside the block stays as it \
      is. Without a journal, as on CI, the block is made from the checkout alone. Writes no file.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case github
    case gitlab
    case stepSummary = "step-summary"

    /// The most code points of the whole; GitLab takes 1,048,576.
    var limit: Int { self == .gitlab ? 1_000_000 : PullRequestBlock.maximumLength }
  }

  @Option(
    help: ArgumentHelp(
      "github and gitlab splice a description; step-summary reads nothing and prints a page.",
      valueName: "format"))
  var format = Format.github
  @Option(help: "The branch that the pull request is from, where HEAD is detached.")
  var branch: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    let digest = try CheckoutReading.digest(of: workplace, branch: branch)
    let contract = workplace.contract
    if format == .stepSummary {
      return say(Array(StepSummary.render(digest, contract: contract).utf8))
    }
    let body = Terminal.isInputTyped ? [] : StandardInput.bytes()
    do throws(PullRequestBlockError) {
      say(
        try PullRequestBlock(digest, contract: contract).spliced(into: body, limit: format.limit))
    } catch {
      throw CommandFailure("\(error)")
    }
  }

  private func say(_ text: [UInt8]) {
    guard options.json else { return Terminal.put(text) }
    Terminal.say(
      JSON.object(["body": .string(String(decoding: text, as: UTF8.self))]).compact)
  }
}
