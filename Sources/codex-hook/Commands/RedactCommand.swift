internal import ArgumentParser
internal import GitFacts
internal import LiveContext

struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "Take secrets and personal data out of text, line by line.",
    discussion:
      "Reads standard input, writes standard output; says on standard error what was found.")

  @Flag(help: "Take and give one JSON string a line.") var json = false

  func run() throws {
    let allowed = (try? Repository.open(trust: .checked).settings("codexHook.redactAllow")) ?? []
    let redactor = Redactor(allowing: allowed)
    var counts: [Redaction.Count] = []
    while let line = readLine(strippingNewline: true) {
      let text: String
      if json {
        guard let value = (try? JSON.parse(line))?.text else {
          throw CommandFailure("a line is no JSON string; with --json each line must be one")
        }
        text = value
      } else {
        text = line
      }
      let redaction = redactor.redact(text)
      Redaction.Count.add(redaction.hits, to: &counts)
      Terminal.say(json ? JSON.string(redaction.text).compact : redaction.text)
    }
    Terminal.tell(counts)
  }
}
