import SystemPackage
import TestSupport
import Testing

@testable import TestReports

@Suite struct JUnitTests {
  @Test("Test cases are counted, whatever the suites' attributes say")
  func elements() {
    let report = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE testsuites [ <!ELEMENT a (b)> ]>
      <!-- <testcase/> -->
      <testsuites tests="99" failures="98">
        <testsuite name="A" tests="4" failures='3'>
          <properties><property name="a" value="b > c / d"/></properties>
          <testcase name="one" classname="A" time="0.1"/>
          <testcase name="two"><failure message="1 &lt; 2">&#10;text</failure><failure/></testcase>
          <testcase name="three"><skipped/></testcase>
          <testsuite name="inner">
            <testcase name="four"><error type="x"><![CDATA[ <testcase><failure/> ]]></error></testcase>
          </testsuite>
          <testcase name="five"><system-out>fine</system-out></testcase>
          <testcase name="six" status="notrun"/>
          <testcase name="seven" status="run"><flakyFailure/></testcase>
          <testcase name="eight"><system-out><failure/></system-out></testcase>
          <x:testcase name="nine" xmlns:x="y"></x:testcase >
        </testsuite>
      </testsuites>
      """
    #expect(count(report) == Tally(passed: 5, failed: 2, skipped: 2))
  }

  @Test("A report may be cut into pieces anywhere")
  func pieces() {
    let report =
      "<testsuite><testcase a='>'><failure/></testcase><testcase/><!-- - -- --></testsuite>\n"
    var whole = JUnitCount()
    for byte in report.utf8 { withUnsafeBytes(of: byte) { whole.append($0) } }
    #expect(whole.result == Tally(passed: 1, failed: 1, skipped: 0))
  }

  @Test(
    "What is no whole JUnit report counts nothing",
    arguments: [
      "", "hello", "<testsuites>", "<testsuites><testcase/>",
      "<testsuites><testcase></testsuites></testcase>",
      "<testsuite></testsuite><testsuite/>", "<coverage><testcase/></coverage>",
      "<testsuite><testcase/></testsuite",
      "<testsuite><testcase name='></testsuite>", "<testsuite><<testcase/></testsuite>",
      "</testsuite>",
      "<testsuite><testcase/ ></testsuite>", "<testsuite><!-- </testsuite>",
      "<testsuite><!WHAT IS></testsuite>",
      "< testsuite/>", "\u{0}\u{1}<\u{0}>", "<html><body>404</body></html>",
    ])
  func broken(_ text: String) {
    #expect(count(text) == nil)
  }

  @Test("An entity bomb is not opened, and an external entity not read")
  func entities() {
    let bomb =
      "<!DOCTYPE b [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
      + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><testsuite><testcase>&b;&x;</testcase></testsuite>"
    #expect(count(bomb) == Tally(passed: 1, skipped: 0))
  }

  @Test("Deep nesting is refused, long lines and long names are not kept")
  func bounds() {
    let deep = String(repeating: "<a>", count: 200_000)
    #expect(count("<testsuite>" + deep) == nil)
    let fits = String(repeating: "<a>", count: 250) + String(repeating: "</a>", count: 250)
    #expect(count("<testsuite>\(fits)<testcase/></testsuite>")?.passed == 1)
    let long = String(repeating: "x", count: 1_000_000)
    #expect(
      count("<testsuite><testcase name='\(long)' \(long)='1'>\(long)</testcase></testsuite>")?
        .passed == 1)
  }

  @Test("Named files and those in the usual places are found, if this run wrote them")
  func files() throws {
    let sandbox = try Sandbox()
    let folder = sandbox.root.appending("project")
    let report = "<testsuite><testcase/><testcase><failure/></testcase></testsuite>"
    let surefire = folder.appending("target").appending("surefire-reports")
    try makeFolder(surefire)
    for name in ["TEST-a.xml", "TEST-b.xml", "old.xml", "broken.xml", "notes.txt"] {
      try writeText(name == "broken.xml" ? "<testsuite>" : report, to: surefire.appending(name))
    }
    _ = try sandbox.run(["touch", "-d", "2001-01-01", surefire.appending("old.xml").string])
    let start = FileTime(seconds: FileTime.now.seconds - 60, nanoseconds: 0)
    let files = ReportFiles(in: folder, since: start)
    #expect(files.count(for: ["mvn", "test"]) == Tally(passed: 2, failed: 2, skipped: 0))
    try writeText(report, to: folder.appending("out.xml"))
    #expect(files.count(for: ["pytest", "--junitxml=out.xml"])?.count == 2)
    #expect(
      files.count(for: ["pytest", "--junit-xml", folder.appending("out.xml").string])?.count == 2)
    // Named but not written: the usual places still count.
    #expect(files.count(for: ["pytest", "--junitxml=none.xml"])?.count == 4)
    let later = FileTime(seconds: FileTime.now.seconds + 60, nanoseconds: 0)
    #expect(ReportFiles(in: folder, since: later).count(for: ["mvn", "test"]) == nil)
    #expect(ReportFiles(in: sandbox.root.appending("nowhere"), since: start).count(for: []) == nil)
  }

  @Test("Both files of `swift test --xunit-output` add up")
  func swiftFiles() throws {
    let sandbox = try Sandbox()
    try writeText(
      "<testsuites><testsuite><testcase/></testsuite></testsuites>",
      to: sandbox.root.appending("r.xml"))
    try writeText(
      "<testsuites><testsuite><testcase/><testcase/></testsuite></testsuites>",
      to: sandbox.root.appending("r-swift-testing.xml"))
    let files = ReportFiles(in: sandbox.root, since: FileTime(seconds: 0, nanoseconds: 0))
    #expect(files.count(for: ["swift", "test", "--xunit-output", "r.xml"])?.passed == 3)
  }

  @Test(
    "Report paths are taken from command lines",
    arguments: [
      (["pytest", "--junitxml=a.xml"], ["a.xml"]),
      (["gotestsum", "--junitfile", "a.xml"], ["a.xml"]),
      (["vitest", "--reporter=junit", "--outputFile=a.xml"], ["a.xml"]),
      (["dotnet", "test", "--logger", "junit;LogFilePath=r/a.xml;X=y"], ["r/a.xml"]),
      (["ctest", "--output-junit", "a.xml"], ["a.xml"]),
      (["./tests", "--gtest_output=xml:a.xml"], ["a.xml"]),
      (["rspec", "-f", "RspecJunitFormatter", "-o", "a.xml"], ["a.xml"]),
      (["cc", "-o", "a.out"], []),
      (["phpunit", "--log-junit"], []),
      (["swift", "test", "--xunit-output", "r/a.xml"], ["r/a.xml", "r/a-swift-testing.xml"]),
    ])
  func named(_ arguments: [String], _ paths: [String]) {
    #expect(ReportFiles.named(in: arguments).map(\.string) == paths)
  }

  private func count(_ text: String) -> Tally? {
    var count = JUnitCount()
    Array(text.utf8).withUnsafeBytes { count.append($0) }
    return count.result
  }
}
