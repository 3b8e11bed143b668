internal import ArgumentParser
internal import HookInstall
internal import LiveContext

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what is wrong with the recording, and what to do.",
    discussion: "Ends with 1 if a fault is left. Without --fix it reads only.")

  @Flag(help: "Mend what can be mended; no valid line is ever lost by it.") var fix = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let workplace = try Workplace.open()
    var mended: [String] = []
    if fix, workplace.store.isThere {
      try workplace.requireWriting()
      mended = try Repair(workplace).done
    }
    let findings = try Examination(of: workplace).findings
    if options.json {
      Terminal.say(
        JSON.object([
          "mended": .texts(mended), "findings": .array(findings.map(\.json)),
        ]).compact)
    } else {
      for line in mended { Terminal.say("mended: \(line)") }
      for finding in findings {
        Terminal.say("\(finding.weight.rawValue): \(finding.what)\n  next: \(finding.next)")
      }
      if findings.isEmpty { Terminal.say("all is well") }
    }
    if findings.contains(where: { $0.weight == .fault }) { throw ExitCode.failure }
  }
}
