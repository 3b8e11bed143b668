import LiveContext
import Testing

@Suite("A timestamp")
struct TimestampTests {
  @Test(
    "is written in whole seconds with a literal Z",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_795_386_610, "2026-11-22T22:30:10Z"),
      (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (-1, "1969-12-31T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    ])
  func isWritten(seconds: Int64, text: String) {
    #expect(Timestamp(seconds: seconds).description == text)
    #expect(Timestamp(text)?.seconds == seconds)
  }

  @Test(
    "reads any ISO 8601 instant",
    arguments: [
      "2026-11-22T23:30:10+01:00", "2026-11-22T22:30:10.999Z", "2026-11-22 22:30:10Z",
      "2026-11-22T17:00:10-0530", "2026-11-22T22:30:10",
    ])
  func reads(text: String) {
    #expect(Timestamp(text)?.description == "2026-11-22T22:30:10Z")
  }

  @Test(
    "refuses what is no instant",
    arguments: [
      "", "2026-11-22", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-22T24:00:00Z",
      "yesterday", "2026-11-22T22:30:10Zx", "2026-11-22T22:30:10.Z",
    ])
  func refuses(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
