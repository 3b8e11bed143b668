internal import SystemPackage

/// Reads a file line by line, however large it is and whatever stands in it, in a bounded amount of memory.
struct LineReader: ~Copyable {
  private let file: File

  /// Opens a file; nil if there is none or it is no regular file.
  init?(_ path: FilePath) throws(FileError) {
    guard let file = try File.openIfThere(path), try file.status().isRegular else { return nil }
    self.file = file
  }

  /// Gives each line that ends in a line break, without it, from an offset on; one that is too long for an event is given cut.
  ///
  /// A last line without a line break may still be in the making and is left out.
  func forEach(from offset: Int = 0, _ body: (ArraySlice<UInt8>) -> Void) throws(FileError) {
    let step = 262_144
    var at = offset
    var rest: [UInt8] = []
    while true {
      let piece = try file.read(at: at, count: step)
      if piece.isEmpty { return }
      at += piece.count
      var start = 0
      while let end = JournalLine.end(in: piece, from: start) {
        if rest.isEmpty {
          body(piece[start..<end])
        } else {
          rest += piece[start..<end]
          body(rest[...])
          rest = []
        }
        start = end + 1
      }
      // Keeping a little more than a line may have is enough to see that it is too long.
      if rest.count < 2 * Event.maximumLineLength {
        rest += piece[start...].prefix(2 * Event.maximumLineLength)
      }
    }
  }
}
