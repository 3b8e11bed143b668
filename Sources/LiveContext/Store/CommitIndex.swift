internal import SystemPackage

/// The commits that are recorded, in a hash table on the disk: whether one is known is asked at every commit, and the answer costs
/// one read of a kilobyte however long the history is.
///
/// Derived: it is built again from the journal and its archive whenever it is missing or does not fit the checkpoint.
struct CommitIndex: ~Copyable {
  let path: FilePath
  private var file: File?
  private var header: CommitTable.Header
  private var homes: Int
  /// All of it, as long as it is not in the file.
  private var unwritten: CommitTable?

  /// How many commits it holds.
  var count: Int { header.count }
  /// Whether each commit had place in it; one that had not is not known.
  private(set) var isWhole = true

  /// The index in a file; nil if there is none, or if it holds another number of commits than the checkpoint vouches for.
  ///
  /// - Parameter count: how many commits it must hold; nil if whoever asks only reads.
  init?(_ path: FilePath, count: Int?) throws(FileError) {
    let isReading = count == nil
    guard
      let file = try isReading ? File.openIfThere(path) : File.openIfThere(path, .readWrite)
    else {
      guard count == 0 else { return nil }
      self.init(path, unwritten: CommitTable())
      return
    }
    let status = try file.status()
    guard status.isRegular,
      let header = CommitTable.Header(try file.read(at: 0, count: CommitTable.headerSize)),
      let homes = CommitTable.homes(ofFile: status.size, header),
      isReading || header.count == count
    else { return nil }
    self.init(path, file, header, homes: homes)
  }

  private init(
    _ path: FilePath, _ file: consuming File, _ header: CommitTable.Header, homes: Int
  ) {
    self.path = path
    self.file = consume file
    self.header = header
    self.homes = homes
    unwritten = nil
  }

  private init(_ path: FilePath, unwritten table: CommitTable) {
    self.path = path
    file = nil
    header = table.header
    homes = table.homes
    isWhole = table.isWhole
    unwritten = table
  }

  /// An index of these shas, which `write` brings to the disk.
  init(_ path: FilePath, shas: some Sequence<String>) {
    var table = CommitTable()
    for sha in shas {
      if let key = CommitKey(sha) { table.insert(key) }
    }
    self.init(path, unwritten: table)
  }

  /// Puts what is not in the file yet in its place; of no commits no file is made.
  mutating func write() throws(FileError) {
    guard let table = unwritten, table.header.count > 0 || FileStatus.of(path) != nil else {
      return
    }
    try Files.replace(path, with: table.file, temporary: FilePath(path.string + ".new"))
    file = try File.open(path, .readWrite, .nonBlocking)
    unwritten = nil
  }

  /// Whether a commit is recorded; what cannot be read is not.
  func contains(_ sha: String) -> Bool {
    guard let key = CommitKey(sha) else { return false }
    return (try? place(of: key)) == .taken
  }

  /// Adds a commit.
  ///
  /// - Throws: `FileError` if it could not be written; the checkpoint must not vouch for the index from then on.
  mutating func add(_ sha: String) throws(FileError) {
    guard let key = CommitKey(sha) else { return }
    switch try place(of: key) {
    case .taken: return
    case .free(let slot) where unwritten == nil && (count + 1) * 2 <= homes:
      try file?.write(key.bytes, at: offset(of: key) + slot * CommitTable.width)
      header.count += 1
      try file?.write(header.bytes, at: 0)
    default:
      if unwritten == nil { unwritten = try readAll() }
      guard var table = unwritten else {
        throw FileError("add a commit to", path, Errno.ioError)
      }
      table.insert(key)
      (header, homes, isWhole) = (table.header, table.homes, table.isWhole)
      unwritten = table
      try write()
    }
  }

  private func place(of key: CommitKey) throws(FileError) -> CommitTable.Place {
    if let unwritten { return unwritten.place(of: key) }
    guard let window = try file?.read(at: offset(of: key), count: CommitTable.windowSize) else {
      return .full
    }
    return CommitTable.place(of: key, in: window[...])
  }

  private func offset(of key: CommitKey) -> Int {
    let home = CommitTable.home(of: key, among: homes, seed: header.seed)
    return CommitTable.headerSize + home * CommitTable.width
  }

  private func readAll() throws(FileError) -> CommitTable? {
    guard let size = try file?.status().size, let bytes = try file?.read(at: 0, count: size) else {
      return nil
    }
    return CommitTable(file: bytes)
  }
}
