// Addresses of machines that the text calls somebody's.

extension SecretScan {
  /// A public IPv4 address that the words before it call somebody's.
  func machine(at index: Int) -> Hit? {
    guard text[text.end(of: .digit, from: index, limit: 4)] == UInt8(ascii: ".") else { return nil }
    var next = index
    var parts: [Int] = []
    while parts.count < 4 {
      let stop = text.end(of: .digit, from: next, limit: 4)
      guard stop > next, stop - next <= 3 else { return nil }
      var value = 0
      for place in next..<stop { value = value * 10 + Int(text.base[place] - 0x30) }
      guard value <= 255 else { return nil }
      parts.append(value)
      next = stop
      if parts.count < 4 {
        guard text[next] == UInt8(ascii: ".") else { return nil }
        next += 1
      }
    }
    guard isOver(next), isPublic(parts) else { return nil }
    let before = max(0, index - 18)..<index
    guard
      text.contains("client", in: before) || text.contains("visitor", in: before)
        || text.contains("user ", in: before) || text.contains("customer", in: before)
        || text.contains("remote_addr", in: before) || text.contains("forwarded-for", in: before)
        || text.contains("login from", in: before) || text.contains("logged in from", in: before)
        || text.contains("remote addr", in: before) || text.contains("remote ip", in: before)
        || text.contains("remote_ip", in: before) || text.contains("request from", in: before)
        || text.contains("from ip", in: before) || text.contains("ip_address", in: before)
    else { return nil }
    return Hit(start: index, end: next, kind: "ip-address")
  }

  /// Neither private, nor for documentation, nor a well-known resolver.
  ///
  /// Source: RFC 6890, RFC 5737.
  private func isPublic(_ parts: [Int]) -> Bool {
    switch (parts[0], parts[1], parts[2]) {
    case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (172, 16...31, _), (192, 168, _),
      (100, 64...127, _), (192, 0, 2), (198, 51, 100), (203, 0, 113), (198, 18...19, _),
      (224...255, _, _), (8, 8, _), (1, 1, 1), (9, 9, 9):
      false
    default: true
    }
  }
}
