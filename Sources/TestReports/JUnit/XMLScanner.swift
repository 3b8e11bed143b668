/// Reads the tags of an XML document, piece by piece, and nothing else of it.
///
/// Neither entities nor external files are ever followed, so a document can cost no more than its own length. Names
/// are cut to 128 bytes and depth ends at 256, so it keeps a few kilobytes at most. Written here because
/// FoundationXML brings libxml2 and ICU into a static binary.
struct XMLScanner {
  /// One tag.
  struct Tag {
    /// The element's name without a namespace's prefix.
    var name: [UInt8] = []
    /// The value of its `status` attribute, which some runners mark tests with that did not run.
    var status: [UInt8] = []
  }

  static let deepest = 256
  static let longestName = 128

  /// Whether the document is no XML, or deeper than is allowed; nothing more is read then.
  private(set) var isBroken = false
  /// Whether one root element has been opened and closed.
  private(set) var isComplete = false

  private enum Place {
    case text, open, bang, name, inside, value, slash, endName
    case comment, section, instruction, doctype
  }

  private var place = Place.text
  private var path: [[UInt8]] = []
  private var tag = Tag()
  private var attribute: [UInt8] = []
  private var quote: UInt8 = 0
  /// The last bytes of what has an end of several bytes (`-->`), or the first of what starts so (`<!--`).
  private var recent: [UInt8] = []
  private var brackets = 0

  /// Takes the next piece; `open` gets each start tag with its depth (the root's is 0), `close` each end.
  mutating func append(
    _ bytes: UnsafeRawBufferPointer, open: (Tag, Int) -> Void, close: (Int) -> Void
  ) {
    for byte in bytes {
      if isBroken { return }
      take(byte, open, close)
    }
  }

  private mutating func take(_ byte: UInt8, _ open: (Tag, Int) -> Void, _ close: (Int) -> Void) {
    switch place {
    case .text: if byte == UInt8(ascii: "<") { place = .open }
    case .open:
      switch byte {
      case UInt8(ascii: "/"): (place, tag) = (.endName, Tag())
      case UInt8(ascii: "!"): (place, recent) = (.bang, [])
      case UInt8(ascii: "?"): (place, recent) = (.instruction, [])
      default:
        (place, tag) = (.name, Tag())
        takeName(byte, open, close)
      }
    case .bang: takeBang(byte)
    case .name: takeName(byte, open, close)
    case .inside: takeInside(byte, open, close)
    case .value:
      if byte == quote {
        place = .inside
        attribute = []
      } else if attribute == Array("status".utf8), tag.status.count < Self.longestName {
        tag.status.append(byte)
      }
    case .slash:
      if byte == UInt8(ascii: ">") {
        start(open)
        if !isBroken { end(close) }
      } else {
        isBroken = true
      }
    case .endName:
      if byte == UInt8(ascii: ">") {
        if path.last == tag.name { end(close) } else { isBroken = true }
      } else if !isSpace(byte) {
        push(byte)
      }
    case .comment: skip(byte, until: "-->")
    case .section: skip(byte, until: "]]>")
    case .instruction: skip(byte, until: "?>")
    case .doctype:
      if byte == UInt8(ascii: "[") { brackets += 1 }
      if byte == UInt8(ascii: "]") { brackets -= 1 }
      if byte == UInt8(ascii: ">"), brackets <= 0 { place = .text }
    }
  }

  private mutating func takeBang(_ byte: UInt8) {
    recent.append(byte)
    if recent == Array("--".utf8) {
      (place, recent) = (.comment, [])
    } else if recent == Array("[CDATA[".utf8) {
      (place, recent) = (.section, [])
    } else if recent == Array("DOCTYPE".utf8) {
      (place, recent, brackets) = (.doctype, [], 0)
    } else if recent.count > 7 {
      isBroken = true
    }
  }

  private mutating func takeName(
    _ byte: UInt8, _ open: (Tag, Int) -> Void, _ close: (Int) -> Void
  ) {
    if isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    {
      push(byte)
    } else if tag.name.isEmpty {
      isBroken = true
    } else {
      (place, attribute) = (.inside, [])
      takeInside(byte, open, close)
    }
  }

  private mutating func takeInside(
    _ byte: UInt8, _ open: (Tag, Int) -> Void, _ close: (Int) -> Void
  ) {
    switch byte {
    case UInt8(ascii: ">"): start(open)
    case UInt8(ascii: "/"): place = .slash
    case UInt8(ascii: "\""), UInt8(ascii: "'"): (place, quote) = (.value, byte)
    case UInt8(ascii: "<"): isBroken = true
    case UInt8(ascii: "="): break
    default:
      if isSpace(byte) { break }
      if attribute.count < Self.longestName { attribute.append(byte) }
    }
  }

  /// Adds to the tag's name; a colon ends a namespace's prefix.
  private mutating func push(_ byte: UInt8) {
    if byte == UInt8(ascii: ":") {
      tag.name = []
    } else if tag.name.count < Self.longestName {
      tag.name.append(byte)
    }
  }

  private mutating func start(_ open: (Tag, Int) -> Void) {
    place = .text
    if isComplete || path.count == Self.deepest {
      isBroken = true
      return
    }
    open(tag, path.count)
    path.append(tag.name)
  }

  private mutating func end(_ close: (Int) -> Void) {
    place = .text
    path.removeLast()
    close(path.count)
    isComplete = path.isEmpty
  }

  private mutating func skip(_ byte: UInt8, until ending: String) {
    recent.append(byte)
    if recent.count > ending.utf8.count { recent.removeFirst() }
    if recent.elementsEqual(ending.utf8) { (place, recent) = (.text, []) }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
