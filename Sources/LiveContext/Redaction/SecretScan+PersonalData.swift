// Personal data: addresses, numbers, and the names of people in home directories.

extension SecretScan {
  /// The e-mail address around the `@` (or `%40`) at `index`, unless it is a machine's or an example.
  func address(at index: Int, width: Int) -> Hit? {
    let local = ByteSet.dotted.union(.of(UInt8(ascii: "+"), UInt8(ascii: "'")))
    var start = text.start(of: local, before: index, limit: 64)
    while start < index, !text.isAlphanumeric(start) { start += 1 }
    // An escape's letter (`\nana@…`) belongs to the escape.
    if text[start - 1] == UInt8(ascii: "\\"), start < index - 1 { start += 1 }
    guard start < index, start >= hits.last?.end ?? 0 else { return nil }
    let domain = index + width
    let set = ByteSet.alphanumeric.union(.of(UInt8(ascii: "."), UInt8(ascii: "-")))
    var end = text.end(of: set, from: domain, limit: 255)
    while end > domain, !text.isAlphanumeric(end - 1) { end -= 1 }
    let top = text.start(of: .letter, before: end, limit: 24)
    guard end - top >= 2, top > domain + 1, text[top - 1] == UInt8(ascii: "."),
      text.isAlphanumeric(domain), !isFileExtension(top..<end), text[end] != UInt8(ascii: "("),
      !isMachine(start..<index), !isReserved(domain..<end)
    else { return nil }
    return Hit(start: start, end: end, kind: "email")
  }

  private func isFileExtension(_ range: Range<Int>) -> Bool {
    isWord("png", range) || isWord("jpg", range) || isWord("jpeg", range) || isWord("gif", range)
      || isWord("svg", range) || isWord("webp", range) || isWord("service", range)
      || isWord("ts", range) || isWord("js", range) || isWord("swift", range)
      || isWord("json", range) || isWord("timer", range) || isWord("socket", range)
      || isWord("yml", range) || isWord("yaml", range) || isWord("tgz", range)
      || isWord("git", range) || isWord("md", range) || isWord("lock", range)
      || isWord("patch", range) || isWord("pdf", range) || isWord("target", range)
      || isWord("mount", range) || isWord("conf", range) || isWord("txt", range)
  }

  private func isMachine(_ local: Range<Int>) -> Bool {
    isWord("git", local) || isWord("hg", local) || isWord("svn", local) || isWord("root", local)
      || isWord("runner", local) || isWord("deploy", local) || isWord("ubuntu", local)
      || isWord("ec2-user", local) || isWord("bot", local) || isWord("actions", local)
      || isWord("daemon", local) || isWord("postmaster", local) || isWord("mailer-daemon", local)
      || isWord("nobody", local) || isWord("action", local) || isWord("user", local)
      || text.contains("noreply", in: local) || text.contains("no-reply", in: local)
      || text.contains("donotreply", in: local) || text.contains("no_reply", in: local)
      || text.contains("do-not-reply", in: local) || isWord("bot", suffix(local, 3))
  }

  private func suffix(_ range: Range<Int>, _ length: Int) -> Range<Int> {
    max(range.lowerBound, range.upperBound - length)..<range.upperBound
  }

  /// Domains that nobody has: RFC 2606, RFC 6761, and the ones that only machines send from.
  private func isReserved(_ domain: Range<Int>) -> Bool {
    func ends(_ name: StaticString) -> Bool {
      let start = domain.upperBound - name.utf8CodeUnitCount
      return start >= domain.lowerBound && text.hasAnyCase(name, at: start)
        && (start == domain.lowerBound || text[start - 1] == UInt8(ascii: "."))
    }
    return ends("example.com") || ends("example.org") || ends("example.net") || ends("test")
      || ends("example") || ends("invalid") || ends("localhost") || ends("local")
      || ends("internal") || ends("noreply.github.com") || ends("noreply.gitlab.com")
      || ends("domain.com") || ends("example.edu") || ends("localdomain") || ends("amazonaws.com")
      || text.hasAnyCase("noreply.", at: domain.lowerBound)
      || text.hasAnyCase("example.", at: domain.lowerBound)
  }

  /// The name of a person in `/home/N/`, `/Users/N/` or `C:\Users\N\`.
  func homePath(at index: Int) -> Hit? {
    guard
      let start = text.base[index] == UInt8(ascii: "\\")
        ? nameInWindowsPath(at: index) : nameInPath(at: index)
    else { return nil }
    var end = start
    while end < start + 48, end < text.count {
      let byte = text.base[end]
      guard ByteSet.dotted.contains(byte) || byte >= 0x80 else { break }
      end += 1
    }
    guard end - start >= 2, !text.isDigit(start), !isGenericUser(start..<end) else { return nil }
    // `/home/dashboard` is a route; `/home/ana/` and `/Users/ana` are directories.
    let next = text[end]
    let closed =
      next == UInt8(ascii: "/") || next == UInt8(ascii: "\\")
      || next == UInt8(ascii: ":") && text[end + 1] == UInt8(ascii: "/")
      || text.hasAnyCase("%2f", at: end) || text.hasAnyCase("%5c", at: end)
      || text.has("HOME=", at: index - 5)
    guard closed || text.has("/Users/", at: index) && next != UInt8(ascii: "(") else { return nil }
    return Hit(start: start, end: end, kind: "user")
  }

  /// Where the name starts in `/home/N/`, `/Users/N`, also as `\/Users\/N` and `%2FUsers%2FN`.
  private func nameInPath(at index: Int) -> Int? {
    let encoded = text.base[index] == UInt8(ascii: "%")
    if encoded {
      // `%2Fhome%2F` stays: encoded paths are those of pages, and many sites have a `/home/`.
      let users =
        text.has("%2FUsers%2F", at: index) || text.has("%2fUsers%2f", at: index)
        || text.has("%5CUsers%5C", at: index) || text.has("%5cUsers%5c", at: index)
      guard users, !text.isAlphanumeric(index - 1) || text.escaped(before: index) else {
        return nil
      }
      return index + 11
    }
    let home = text.has("/home/", at: index)
    guard home || text.has("/Users/", at: index),
      !isPathByte(text[index - 1]) || isRoot(before: index),
      !text.has("GET ", at: index - 4), !text.has("POST ", at: index - 5)
    else { return nil }
    return index + (home ? 6 : 7)
  }

  /// Whether the path before `index` is where other systems keep homes: a drive (`/mnt/c`), `/var`, an option (`-I`).
  private func isRoot(before index: Int) -> Bool {
    let name = text.start(of: .letter, before: index, limit: 8)
    let length = index - name
    let before = text[name - 1]
    if before == UInt8(ascii: "-") { return length == 1 }
    guard before == UInt8(ascii: "/") else { return false }
    return length == 1 || text.has("://file", at: name - 3)
      || text.has("/Volumes/Data", at: name - 9)
      || !isPathByte(text[name - 2])
        && (text.has("var/", at: name) || text.has("usr/", at: name)
          || text.has("export/", at: name) || text.has("private/", at: name))
  }

  /// Where the name starts in `C:\Users\N\` and `\/Users\/N\/`.
  private func nameInWindowsPath(at index: Int) -> Int? {
    if text.has("\\/home\\/", at: index), !isPathByte(text[index - 1]) { return index + 8 }
    if text.has("\\/Users\\/", at: index), !isPathByte(text[index - 1]) { return index + 9 }
    var start = index
    while text[start] == UInt8(ascii: "\\") { start += 1 }
    guard start - index <= 4, text[index - 1] == UInt8(ascii: ":"),
      text.hasAnyCase("users", at: start)
    else { return nil }
    start += 5
    guard text[start] == UInt8(ascii: "\\") else { return nil }
    while text[start] == UInt8(ascii: "\\") { start += 1 }
    return start
  }

  private func isPathByte(_ byte: UInt8) -> Bool {
    ByteSet.word.contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: "~")
  }

  private func isGenericUser(_ name: Range<Int>) -> Bool {
    switch name.count {
    case 2: isWord("me", name) || isWord("pi", name) || isWord("ci", name)
    case 3:
      isWord("app", name) || isWord("git", name) || isWord("www", name) || isWord("you", name)
        || isWord("dev", name)
    case 4:
      isWord("user", name) || isWord("node", name) || isWord("root", name) || isWord("name", name)
        || isWord("bees", name) || isWord("work", name) || isWord("code", name)
    case 5:
      isWord("build", name) || isWord("coder", name) || isWord("admin", name)
        || isWord("users", name) || isWord("swift", name) || isWord("agent", name)
    case 6:
      isWord("runner", name) || isWord("ubuntu", name) || isWord("vscode", name)
        || isWord("shared", name) || isWord("public", name) || isWord("docker", name)
        || isWord("deploy", name) || isWord("travis", name) || isWord("gitpod", name)
        || isWord("debian", name) || isWord("jovyan", name) || isWord("fedora", name)
    case 7:
      isWord("default", name) || isWord("vagrant", name) || isWord("jenkins", name)
        || isWord("builder", name) || isWord("appuser", name) || isWord("example", name)
    case 8:
      isWord("circleci", name) || isWord("ec2-user", name) || isWord("username", name)
        || isWord("nonroot", name) || isWord("all users", name) || isWord("packager", name)
        || isWord("all-user", name)
    case 9: isWord("codespace", name) || isWord("linuxbrew", name) || isWord("your-name", name)
    case 11: isWord("runneradmin", name)
    case 13: isWord("administrator", name)
    default: false
    }
  }
}
