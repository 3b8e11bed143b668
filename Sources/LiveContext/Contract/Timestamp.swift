#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An instant in whole seconds, UTC.
///
/// Written as `2026-11-22T22:30:10Z`: whole seconds and a literal Z are what jq's fromdateiso8601 and DuckDB both read.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let seconds: Int64

  /// The instant so many seconds after 1970.
  public init(seconds: Int64) { self.seconds = seconds }

  /// The clock's time.
  public static var now: Timestamp { Timestamp(seconds: Int64(time(nil))) }

  /// Earlier instants come first.
  public static func < (one: Timestamp, other: Timestamp) -> Bool { one.seconds < other.seconds }

  /// `2026-11-22T22:30:10Z`.
  public var description: String {
    let (year, month, day) = Timestamp.civil(days: seconds.floorDivided(by: 86400))
    let second = seconds - seconds.floorDivided(by: 86400) * 86400
    // Byte by byte: a summary writes a dozen of these, and to put texts together costs several times as much.
    var text: [UInt8] = []
    text.reserveCapacity(20)
    func add(_ value: Int64) {
      text.append(UInt8(ascii: "0") + UInt8(value / 10 % 10))
      text.append(UInt8(ascii: "0") + UInt8(value % 10))
    }
    if (0...9999).contains(year) {
      add(year / 100)
      add(year % 100)
    } else {
      text += String(year).utf8
    }
    text.append(UInt8(ascii: "-"))
    add(month)
    text.append(UInt8(ascii: "-"))
    add(day)
    text.append(UInt8(ascii: "T"))
    add(second / 3600)
    text.append(UInt8(ascii: ":"))
    add(second / 60 % 60)
    text.append(UInt8(ascii: ":"))
    add(second % 60)
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }

  /// `20261122T223010Z`, ISO 8601's basic form, for file names.
  public var fileName: String {
    String(description.filter { $0 != "-" && $0 != ":" })
  }

  /// Reads any ISO 8601 instant with date, time and zone: a fraction is cut off, an offset is taken into account.
  ///
  /// A time without a zone is read as UTC, as other writers of `.codex/` leave it out.
  public init?(_ text: some StringProtocol) {
    var digits = InstantReader(bytes: Array(text.utf8))
    guard let year = digits.number(4), digits.take("-"), let month = digits.number(2),
      digits.take("-"), let day = digits.number(2), digits.take("T") || digits.take(" "),
      let hour = digits.number(2), digits.take(":"), let minute = digits.number(2)
    else { return nil }
    var second: Int64 = 0
    if digits.take(":") {
      guard let value = digits.number(2) else { return nil }
      second = value
      if digits.take(".") || digits.take(","), !digits.skipDigits() { return nil }
    }
    guard let offset = digits.zone(), digits.isAtEnd, (1...12).contains(month),
      day >= 1, day <= Timestamp.days(in: month, of: year), hour < 24, minute < 60, second <= 60
    else { return nil }
    let days = Timestamp.days(year, month, day)
    seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset
  }

  /// Days since 1970 of a date in the proleptic Gregorian calendar, counted in years that start in March.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year.floorDivided(by: 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func days(in month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

private struct InstantReader {
  let bytes: [UInt8]
  var at = 0

  var isAtEnd: Bool { at == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  mutating func number(_ width: Int) -> Int64? {
    guard at + width <= bytes.count else { return nil }
    var value: Int64 = 0
    for byte in bytes[at..<at + width] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int64(byte - 0x30)
    }
    at += width
    return value
  }

  mutating func skipDigits() -> Bool {
    let start = at
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    return at > start
  }

  /// The offset from UTC in seconds; zero where no zone is given.
  mutating func zone() -> Int64? {
    if isAtEnd || take("Z") || take("z") { return 0 }
    let sign: Int64
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = number(2), hours < 24 else { return nil }
    _ = take(":")
    let minutes = isAtEnd ? 0 : number(2)
    guard let minutes, minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
