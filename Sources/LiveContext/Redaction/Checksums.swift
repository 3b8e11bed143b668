// Checksums confirm shapes that are weak by themselves. A wrong checksum never clears a token.

/// Whether a card number of 13 to 19 digits adds up and starts as an issuer's do.
///
/// Source: ISO/IEC 7812-1, annex B.
func isCardNumber(_ number: UInt64, digits: Int) -> Bool {
  guard digits >= 13, digits <= 19 else { return false }
  var first4 = number
  for _ in 4..<digits { first4 /= 10 }
  let issued =
    switch first4 {
    case 4000...4999: digits == 13 || digits == 16 || digits == 19
    case 5100...5599, 2221...2720, 3500...3599, 6011, 6400...6599: digits == 16
    case 3400...3499, 3700...3799: digits == 15
    case 3000...3099, 3600...3699, 3800...3999: digits == 14 || digits == 16
    case 6200...6299: digits >= 16
    default: false
    }
  guard issued else { return false }
  var rest = number
  var sum: UInt64 = 0
  for place in 0..<digits {
    let digit = rest % 10
    let value = place % 2 == 1 ? digit * 2 : digit
    sum += value > 9 ? value - 9 : value
    rest /= 10
  }
  return sum % 10 == 0
}

/// The length of a country's account numbers, or nil when the country has none.
///
/// Source: the IBAN registry of SWIFT (ISO 13616).
func accountNumberLength(_ first: UInt8, _ second: UInt8) -> Int? {
  let registry: StaticString =
    """
    AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24\
    FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21\
    LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22\
    RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30
    """
  var index = 0
  while index + 4 <= registry.utf8CodeUnitCount {
    let entry = registry.utf8Start + index
    if entry[0] == first, entry[1] == second {
      return Int(entry[2] - 0x30) * 10 + Int(entry[3] - 0x30)
    }
    index += 4
  }
  return nil
}

/// Whether an account number (capitals and digits, no blanks) leaves 1 modulo 97.
func isAccountNumber(_ characters: [UInt8]) -> Bool {
  guard characters.count > 4 else { return false }
  var rest = 0
  for byte in characters[4...] + characters[..<4] {
    if byte >= 0x41 {
      rest = (rest * 100 + Int(byte) - 0x41 + 10) % 97
    } else {
      rest = (rest * 10 + Int(byte) - 0x30) % 97
    }
  }
  return rest == 1
}

/// Whether base64 text decodes to printable `user:password`.
///
/// Source: RFC 7617. Only the first 64 characters are decoded.
func isBasicCredential(_ text: ByteText, _ range: Range<Int>) -> Bool {
  var bits: UInt32 = 0
  var held = 0
  var colon = false
  var decoded = 0
  for index in range.lowerBound..<min(range.upperBound, range.lowerBound + 64) {
    let byte = text[index]
    let value: UInt8
    switch byte {
    case 0x41...0x5A: value = byte - 0x41
    case 0x61...0x7A: value = byte - 0x61 + 26
    case 0x30...0x39: value = byte - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
    default: return colon && decoded >= 3
    }
    bits = bits << 6 | UInt32(value)
    held += 6
    if held >= 8 {
      held -= 8
      let character = UInt8(truncatingIfNeeded: bits >> UInt32(held))
      if character < 0x20 { return false }
      if character == UInt8(ascii: ":") { colon = true }
      decoded += 1
    }
  }
  return colon && decoded >= 3
}
