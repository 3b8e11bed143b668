public import SystemPackage

/// Counts the test cases of a JUnit XML document.
///
/// Elements and not the suites' `tests` and `failures` attributes: runners disagree on what those mean (Swift Testing's
/// `failures` are issues, others leave them out or count a nested suite twice). A `testcase` with a `failure` or `error`
/// child has failed, else one with a `skipped` child or the status `notrun` or `disabled` was skipped, else it passed.
public struct JUnitCount: Sendable {
  /// A larger file is not read.
  public static let largest = 64 << 20

  private var scanner = XMLScanner()
  private var tally = Tally(skipped: 0)
  private var caseDepth: Int?
  private var hasFailed = false
  private var isSkipped = false
  private var isReport = false

  /// Starts with nothing read.
  public init() {}

  /// Takes the next piece of the document, cut anywhere.
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var scanner = scanner
    scanner.append(
      bytes,
      open: { tag, depth in self.open(tag, depth) },
      close: { depth in self.close(depth) })
    self.scanner = scanner
  }

  /// The numbers; nil when it was no JUnit report, or none that is whole and well-formed.
  public var result: Tally? {
    scanner.isComplete && !scanner.isBroken && isReport ? tally : nil
  }

  private mutating func open(_ tag: XMLScanner.Tag, _ depth: Int) {
    if depth == 0 {
      isReport = tag.name == Array("testsuites".utf8) || tag.name == Array("testsuite".utf8)
    }
    if let caseDepth {
      guard depth == caseDepth + 1 else { return }
      if tag.name == Array("failure".utf8) || tag.name == Array("error".utf8) { hasFailed = true }
      if tag.name == Array("skipped".utf8) { isSkipped = true }
    } else if tag.name == Array("testcase".utf8) {
      caseDepth = depth
      hasFailed = false
      isSkipped = tag.status == Array("notrun".utf8) || tag.status == Array("disabled".utf8)
    }
  }

  private mutating func close(_ depth: Int) {
    guard depth == caseDepth else { return }
    caseDepth = nil
    if hasFailed {
      tally.failed += 1
    } else if isSkipped {
      tally.skipped = (tally.skipped ?? 0) + 1
    } else {
      tally.passed += 1
    }
  }

  /// Counts one file.
  ///
  /// - Returns: nil when it is no whole JUnit report, or larger than `largest`.
  /// - Throws: `Errno` when it cannot be read.
  public static func read(_ path: FilePath) throws -> Tally? {
    let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
    return try file.closeAfter {
      var count = JUnitCount()
      var left = largest
      var buffer = [UInt8](repeating: 0, count: 65536)
      while true {
        let size = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
        if size == 0 { return count.result }
        left -= size
        if left < 0 { return nil }
        buffer.withUnsafeBytes { count.append(UnsafeRawBufferPointer(rebasing: $0[..<size])) }
        if count.scanner.isBroken { return nil }
      }
    }
  }
}
