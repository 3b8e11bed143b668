public import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Messages over a pair of descriptors: one a line, each answer written whole before the next line is read.
public struct LineChannel {
  private let input: FileDescriptor
  private let output: FileDescriptor

  /// A longer line is refused, so that no client can fill the memory.
  static let longest = 16 << 20

  /// A channel; standard input and output for a server that a client has started.
  public init(input: FileDescriptor = .standardInput, output: FileDescriptor = .standardOutput) {
    self.input = input
    self.output = output
  }

  /// Answers lines until the input ends.
  ///
  /// A last line without its line break is answered if it is a whole message, and dropped if it is a piece of one.
  public func serve(_ server: inout Server) throws(Errno) {
    var waiting: [UInt8] = []
    var searched = 0
    var isTooLong = false
    while true {
      let count = try read(into: &waiting)
      if count == 0 { break }
      var start = 0
      while let end = LineChannel.lineEnd(waiting, from: max(start, searched)) {
        if isTooLong {
          isTooLong = false
        } else {
          try answer(waiting[start..<end], &server)
        }
        start = end + 1
        searched = start
      }
      waiting.removeFirst(start)
      searched = waiting.count
      if waiting.count > LineChannel.longest {
        if !isTooLong { try answer([UInt8(ascii: "{")], &server) }
        isTooLong = true
        waiting = []
        searched = 0
      }
    }
    if !isTooLong, waiting.last == UInt8(ascii: "}") || waiting.last == UInt8(ascii: "]"),
      Server.isWhole(waiting[...])
    {
      try answer(waiting[...], &server)
    }
  }

  private func answer(_ line: ArraySlice<UInt8>, _ server: inout Server) throws(Errno) {
    var line = line
    if line.last == 0x0d { line = line.dropLast() }
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
    guard let answer = server.answer(line) else { return }
    do { try output.writeAll(answer + [0x0a]) } catch {
      throw error as? Errno ?? .ioError
    }
  }

  private func read(into waiting: inout [UInt8]) throws(Errno) -> Int {
    do {
      let piece = try [UInt8](unsafeUninitializedCapacity: 65536) { buffer, filled in
        filled = try input.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      waiting += piece
      return piece.count
    } catch { throw error as? Errno ?? .ioError }
  }

  /// The place of the first line feed; a carriage return, or U+2028 inside of a text, ends no line.
  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { all in
      memchr(all.baseAddress! + start, 0x0a, all.count - start).map {
        UnsafeRawPointer($0) - all.baseAddress!
      }
    }
  }
}
