import LiveContext
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Clone {
  /// A clone with a journal and no hooks; the binary stands in the store by a link, which costs less than a copy.
  static func withoutHooks() throws -> Clone {
    let sandbox = try Sandbox()
    let clone = Clone(at: try sandbox.repository(), in: sandbox)
    try clone.setUp()
    return clone
  }

  /// Makes the journal and `.codex/`.
  func setUp() throws {
    try done("init")
    let folder = try store.appending("bin")
    try makeFolder(folder)
    symlink(codexHookBinary().string, folder.appending("codex-hook").string)
  }

  /// The lines of the journal and of its archived segments, oldest first.
  func history() throws -> [String] {
    let archive = try store.appending("archive")
    let segments = names(in: archive).filter { $0.hasPrefix("journal-") }
    return try segments.flatMap { try Clone.lines(archive.appending($0)) } + journal()
  }

  /// The texts of all events that have one, and the messages of commits.
  func texts() throws -> [String] {
    try history().compactMap { line in
      let object = try #require(JSON.parse(line).object, "no JSON: \(line)")
      return object["text"]?.text ?? object["message"]?.text ?? object["desc"]?.text
    }
  }

  /// Runs the hook that git runs after a commit, by itself.
  func hook(_ name: String = "post-commit", environment: [String: String] = [:]) throws -> Outcome {
    try run(["hook", name], environment: environment)
  }

  /// Expects each of these exactly once, and of the others none twice; no line torn, no lock left, and the copy whole.
  ///
  /// - Parameter label: what was done, for the report of a failure.
  func expectWhole(
    holding acknowledged: some Sequence<String>, after label: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var counts: [String: Int] = [:]
    for text in try texts() { counts[text, default: 0] += 1 }
    let lost = acknowledged.filter { counts[$0] == nil }
    #expect(lost.isEmpty, "lost \(label)", sourceLocation: sourceLocation)
    let doubled = counts.filter { $0.value > 1 }.keys.sorted()
    #expect(doubled.isEmpty, "doubled \(label)", sourceLocation: sourceLocation)
    #expect(!exists(folder.appending("lock")), "lock \(label)", sourceLocation: sourceLocation)
    let waiting = try names(in: store.appending("spool"))
    #expect(waiting.isEmpty, "spooled \(label)", sourceLocation: sourceLocation)
    #expect(try copy() == journal(), "copy \(label)", sourceLocation: sourceLocation)
    let validation = try run(["validate"])
    #expect(
      validation.status == 0, "\(label): \(validation.output)", sourceLocation: sourceLocation)
    // A fixed name for each temporary file: what a killed writer leaves is used again, and never more than one.
    let left = names(in: folder).filter { $0.hasSuffix(".new") }
    #expect(left.isEmpty, "temporary files \(label)", sourceLocation: sourceLocation)
  }

  /// Runs `doctor --fix` and expects that `doctor` is content then, and that no valid line is lost.
  func expectMendable(
    after label: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let contract = Contract()
    func valid(_ path: FilePath) throws -> Set<String> {
      guard exists(path) else { return [] }
      let lines = try readText(path).split(separator: "\n").map(String.init)
      return Set(lines.filter { (try? contract.read(Array($0.utf8)[...])) != nil })
    }
    func all() throws -> Set<String> {
      let archive = try store.appending("archive")
      return try names(in: archive).filter { $0.hasPrefix("journal-") }
        .reduce(into: valid(store.appending("journal.ndjson"))) {
          $0.formUnion(try valid(archive.appending($1)))
        }
    }
    let before = try all().union(valid(folder.appending("journal.ndjson")))
    let fix = try run(["doctor", "--fix"])
    #expect(fix.status == 0, "\(label): \(fix.output)\(fix.errors)", sourceLocation: sourceLocation)
    let doctor = try run(["doctor"])
    #expect(
      doctor.status == 0, "\(label): \(doctor.output)\(doctor.errors)",
      sourceLocation: sourceLocation)
    #expect(
      try before.subtracting(all()).isEmpty, "lost by doctor: \(label)",
      sourceLocation: sourceLocation)
  }
}

extension Outcome {
  /// Whether `note` has said that its event is kept: the moment from which it may not be lost.
  var isAcknowledged: Bool { output.hasPrefix("recorded ") || output.hasPrefix("kept ") }
}
