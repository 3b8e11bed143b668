public import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the JUnit files that a command has written.
///
/// Looked for where its command line says, and else in the places where the common runners put them; only files that
/// were modified since the command started, so that yesterday's report never counts. The search is bounded: 2,000
/// entries, four folders deep, 500 files.
public struct ReportFiles: Sendable {
  private let folder: FilePath
  private let started: FileTime
  private var left = 2000

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - folder: The folder that the command ran in.
  ///   - started: When it was started (`CommandOutcome.started`).
  public init(in folder: FilePath, since started: FileTime) {
    self.folder = folder
    self.started = started
  }

  /// The sum of all report files of the run; nil when there is none.
  ///
  /// A file that is broken, cut off or no JUnit at all is passed over. Where the command line names files and they were
  /// written, the well-known places are not searched: there may be copies of the same.
  public func count(for arguments: [String]) -> Tally? {
    var copy = self
    var files: [FilePath] = []
    for path in Self.named(in: arguments) { copy.look(at: folder.pushing(path), depth: 1, &files) }
    if let sum = Self.sum(files) { return sum }
    files = []
    for place in Self.places {
      copy.look(at: folder.pushing(place.path), depth: place.depth, &files)
    }
    return Self.sum(files)
  }

  /// Where runners put their reports unasked, and how deep below.
  private static let places: [(path: FilePath, depth: Int)] = [
    ("junit.xml", 0), ("report.xml", 0), ("test-report.xml", 0), ("test-results.xml", 0),
    ("test-output.xml", 0), ("unit-tests.xml", 0), ("TEST-RESULTS.xml", 0),
    ("target/surefire-reports", 1), ("target/failsafe-reports", 1),
    ("build/test-results", 3), ("test-results", 2), ("test-reports", 2), ("TestResults", 2),
    ("reports/junit", 1), ("junit", 1), ("target/nextest", 2), ("_build/test/lib", 3),
  ]

  /// Options whose value is a report's path.
  private static let options = [
    "--junitxml", "--junit-xml", "--xunit-output", "--junitfile", "--output-junit", "--log-junit",
    "--junit-path", "--outputFile", "--outputFile.junit", "--reporter-outfile",
    "--test-reporter-destination", "--out",
  ]

  /// Programs whose `-o` is a report's path once a JUnit format was asked for.
  private static let formats = ["junit", "RspecJunitFormatter", "JUnit", "xunit"]

  /// The report paths that a command line names.
  ///
  /// Swift Testing's results stand in a second file beside the one that was asked for.
  static func named(in arguments: [String]) -> [FilePath] {
    var found: [FilePath] = []
    let asksForJUnit = arguments.contains { argument in
      formats.contains { argument.hasSuffix($0) || argument.contains($0 + ":") }
    }
    for (index, argument) in arguments.enumerated() {
      var path: Substring?
      if let equals = argument.firstIndex(of: "="), options.contains(String(argument[..<equals])) {
        path = argument[argument.index(after: equals)...]
      } else if options.contains(argument)
        || (asksForJUnit && ["-o", "--output"].contains(argument)),
        index + 1 < arguments.count
      {
        path = arguments[index + 1][...]
      } else if argument.hasPrefix("--gtest_output=xml:") {
        path = argument.dropFirst("--gtest_output=xml:".count)
      } else if let semicolon = argument.range(ofASCII: "LogFilePath="), argument.contains("junit")
      {
        // dotnet test --logger "junit;LogFilePath=out.xml"
        path = argument[semicolon...].prefix { $0 != ";" }
      }
      guard let path, !path.isEmpty else { continue }
      let file = FilePath(String(path))
      found.append(file)
      if argument.hasPrefix("--xunit-output"), let stem = file.stem {
        let second = "\(stem)-swift-testing" + (file.extension.map { ".\($0)" } ?? "")
        found.append(file.removingLastComponent().appending(second))
      }
    }
    return found
  }

  private mutating func look(at path: FilePath, depth: Int, _ files: inout [FilePath]) {
    guard left > 0, files.count < 500 else { return }
    left -= 1
    var status = stat()
    guard stat(path.string, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      #if canImport(Darwin)
        let modified = FileTime(status.st_mtimespec)
      #else
        let modified = FileTime(status.st_mtim)
      #endif
      // Some file systems keep whole seconds only.
      let earliest =
        modified.nanoseconds == 0 ? FileTime(seconds: started.seconds, nanoseconds: 0) : started
      if modified >= earliest, !files.contains(path) { files.append(path) }
    case S_IFDIR:
      guard depth > 0, let stream = opendir(path.string) else { return }
      defer { closedir(stream) }
      var names: [String] = []
      while names.count < left, let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasPrefix(".") { continue }
        names.append(name)
      }
      for name in names.sorted() where name.hasSuffix(".xml") || !name.contains(".") {
        look(at: path.appending(name), depth: depth - 1, &files)
      }
    default: return
    }
  }

  private static func sum(_ files: [FilePath]) -> Tally? {
    files.reduce(nil) { sum, file in
      guard let tally = (try? JUnitCount.read(file)) ?? nil else { return sum }
      return sum.map { $0 + tally } ?? tally
    }
  }
}

extension String {
  /// The place behind the first `needle`.
  fileprivate func range(ofASCII needle: String) -> String.Index? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(needle) { return index(place, offsetBy: needle.count) }
      place = index(after: place)
    }
    return nil
  }
}
