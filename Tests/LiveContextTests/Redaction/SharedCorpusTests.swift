import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import LiveContext

/// The corpus beside the checkout, where there is one.
private let corpus = packageRoot().removingLastComponent().appending("../shared/redaction").string

private struct Entry: Decodable {
  let kind: String
  let text: String
  let secret: String?
}

private func entries(_ name: String) throws -> [Entry] {
  let text = try String(contentsOfFile: corpus + "/" + name, encoding: .utf8)
  return try text.split(separator: "\n").map {
    try JSONDecoder().decode(Entry.self, from: Data($0.utf8))
  }
}

@Suite(
  "The shared corpus",
  .enabled(if: FileManager.default.fileExists(atPath: corpus + "/positives.ndjson")))
struct SharedCorpusTests {
  @Test("recall: tokens 99%, personal data 97%, adversarial 95%, keys and boundaries 100%")
  func recall() throws {
    var caught: [String: (hits: Int, all: Int)] = [:]
    for entry in try entries("positives.ndjson") {
      let groups: [String]
      switch entry.kind {
      case let kind where kind.hasPrefix("stretch-"): groups = []
      case let kind where kind.hasPrefix("pii-"): groups = ["personal"]
      case let kind where kind.hasPrefix("adv-boundary"): groups = ["adversarial", "always"]
      case let kind where kind.hasPrefix("adv-"): groups = ["adversarial"]
      case let kind where kind.contains("private-key"): groups = ["token", "always"]
      default: groups = ["token"]
      }
      let hit = !leaks(entry.secret ?? "", in: Redactor().redact(entry.text).text)
      for group in groups {
        caught[group, default: (0, 0)].all += 1
        if hit { caught[group, default: (0, 0)].hits += 1 }
      }
    }
    for (group, least) in [
      ("token", 0.99), ("personal", 0.97), ("adversarial", 0.95), ("always", 1.0),
    ] {
      let result = try #require(caught[group])
      #expect(Double(result.hits) >= least * Double(result.all), "\(group): \(result)")
    }
  }

  @Test("false positives: 0.5% of the look-alikes, 0.02% of real subjects")
  func falsePositives() throws {
    let negatives = try entries("negatives.ndjson").filter { !$0.kind.hasPrefix("policy-") }
    let changed = negatives.filter { !Redactor().redact($0.text).isClean }
    #expect(changed.count * 200 <= negatives.count, "\(changed.prefix(5).map(\.text))")
    let subjects = try String(contentsOfFile: corpus + "/real-subjects.txt", encoding: .utf8).split(
      separator: "\n")
    let wrong = subjects.filter { !Redactor().redact(String($0)).isClean }
    #expect(wrong.count * 5000 <= subjects.count, "\(wrong.prefix(5))")
  }
}
