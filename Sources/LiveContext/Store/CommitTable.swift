/// A hash table as the index file has it: a header, then slots of fixed width, zeros where they are free.
///
/// A key stands in one of the `reach` slots that begin at its home, so one read of that window tells whether it is there. Where a
/// key is at home depends on a seed that each table has of its own, so nobody can make shas that crowd one window.
struct CommitTable {
  /// What the header of a file says.
  struct Header {
    /// How many keys there are.
    var count: Int
    /// What the homes of the keys depend on.
    let seed: UInt64
  }

  /// How many homes there are, a power of two.
  let homes: Int
  private(set) var header: Header
  /// Whether each key that was put in had place; one that had not is missing.
  private(set) var isWhole = true
  private var slots: [UInt8]

  /// The bytes of a slot.
  static let width = 20
  /// How many slots a key may stand in. With at most half of the homes taken, a run of so many is hardly ever met.
  static let reach = 64
  /// The bytes of the slots in which one key may stand.
  static let windowSize = reach * width
  /// The homes of the smallest table, whose file has one page.
  static let smallest = 64
  /// The most homes for each key, should a run be met all the same.
  static let sparsest = 8
  /// The bytes of the header: what the file is, how many keys it holds, its seed.
  static let headerSize = 24
  fileprivate static let mark: [UInt8] = Array("commits\n".utf8)

  /// An empty table.
  init(homes: Int = smallest, seed: UInt64? = nil) {
    var random = SystemRandomNumberGenerator()
    self.homes = homes
    header = Header(count: 0, seed: seed ?? random.next())
    slots = [UInt8](repeating: 0, count: (homes + CommitTable.reach) * CommitTable.width)
  }

  /// How many homes the table in a file of this size has; nil if no table with so many keys has this size.
  static func homes(ofFile size: Int, _ header: Header) -> Int? {
    let (slots, rest) = (size - headerSize).quotientAndRemainder(dividingBy: width)
    let homes = slots - reach
    guard rest == 0, homes >= smallest, homes & (homes - 1) == 0, header.count <= homes / 2,
      homes / sparsest <= max(header.count, smallest)
    else { return nil }
    return homes
  }

  /// The home of a key: the first of the slots in which it may stand.
  static func home(of key: CommitKey, among homes: Int, seed: UInt64) -> Int {
    var mixed = (key.first ^ seed) &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ mixed >> 32 ^ key.second) &* 0xbf58_476d_1ce4_e5b9
    return Int(mixed >> UInt64(64 - homes.trailingZeroBitCount))
  }

  /// Where a key was looked for in its window.
  enum Place: Equatable {
    /// It stands there.
    case taken
    /// It does not, and this slot, counted from its home, is free for it.
    case free(Int)
    /// It does not, and nothing is free.
    case full
  }

  /// Looks for a key in the slots from its home on.
  static func place(of key: CommitKey, in window: ArraySlice<UInt8>) -> Place {
    window.withUnsafeBytes { bytes in
      for slot in 0..<(bytes.count / width) {
        let other = CommitKey(bytes, at: slot * width)
        if other == key { return .taken }
        if other.isEmpty { return .free(slot) }
      }
      return .full
    }
  }

  /// Puts a key into the table, which grows if it must.
  mutating func insert(_ key: CommitKey) {
    switch place(of: key) {
    case .taken: return
    case .free(let slot) where (header.count + 1) * 2 <= homes:
      let start = (home(of: key) + slot) * CommitTable.width
      slots.replaceSubrange(start..<(start + CommitTable.width), with: key.bytes)
      header.count += 1
    default:
      guard homes * 2 / CommitTable.sparsest <= max(header.count, CommitTable.smallest) else {
        isWhole = false
        return
      }
      grow()
      insert(key)
    }
  }

  private mutating func grow() {
    var larger = CommitTable(homes: homes * 2, seed: header.seed)
    slots.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count, by: CommitTable.width) {
        let key = CommitKey(bytes, at: offset)
        if !key.isEmpty { larger.insert(key) }
      }
    }
    larger.isWhole = larger.isWhole && isWhole
    self = larger
  }

  /// Looks for a key in the table.
  func place(of key: CommitKey) -> Place {
    let start = home(of: key) * CommitTable.width
    return CommitTable.place(of: key, in: slots[start..<(start + CommitTable.windowSize)])
  }

  private func home(of key: CommitKey) -> Int {
    CommitTable.home(of: key, among: homes, seed: header.seed)
  }

  /// The table as a file.
  var file: [UInt8] { header.bytes + slots }

  /// The table in a file; nil if it is none.
  init?(file bytes: [UInt8]) {
    guard let header = Header(Array(bytes.prefix(CommitTable.headerSize))),
      let homes = CommitTable.homes(ofFile: bytes.count, header)
    else { return nil }
    self.homes = homes
    self.header = header
    slots = Array(bytes.dropFirst(CommitTable.headerSize))
  }
}

extension CommitTable.Header {
  /// The header in the first bytes of a file; nil if they are none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == CommitTable.headerSize, bytes.starts(with: CommitTable.mark) else {
      return nil
    }
    func word(_ offset: Int) -> UInt64 {
      bytes.withUnsafeBytes {
        UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      }
    }
    guard let count = Int(exactly: word(8)) else { return nil }
    self.init(count: count, seed: word(16))
  }

  /// The same as bytes.
  var bytes: [UInt8] {
    var bytes = CommitTable.mark
    withUnsafeBytes(of: UInt64(count).bigEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: seed.bigEndian) { bytes.append(contentsOf: $0) }
    return bytes
  }
}
