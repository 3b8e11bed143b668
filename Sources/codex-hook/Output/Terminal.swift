internal import LiveContext

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where a command's words go: data to standard output, messages to standard error.
enum Terminal {
  /// Writes data and a line break.
  static func say(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Writes data as it is.
  static func put(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes data as it is.
  static func put(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Whether standard input is somebody's keyboard, from which nothing was sent.
  static var isInputTyped: Bool { isatty(STDIN_FILENO) == 1 }

  /// Writes a message, in one line behind the program's name.
  static func complain(_ text: String) { write("codex-hook: \(text)\n", to: STDERR_FILENO) }

  /// Writes one line of data beside another program's output, which standard output belongs to.
  static func announce(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Says what was redacted: kinds and numbers.
  static func tell(_ redacted: [Redaction.Count]) {
    guard !redacted.isEmpty else { return }
    complain("redacted \(redacted.map(\.description).joined(separator: ", "))")
  }

  /// Asks for a line if somebody sits at a terminal; nil if not, or if nothing was typed.
  static func ask(_ question: String) -> String? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    write("\(question): ", to: STDERR_FILENO)
    guard let line = readLine(), !line.isEmpty else { return nil }
    return line
  }

  /// Any text may hold what somebody else has named: a branch, a path, an argument.
  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(HarmlessText.shown(text).utf8), to: descriptor)
  }

  private static func write(_ all: [UInt8], to descriptor: Int32) {
    var bytes = all[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        #if canImport(Darwin)
          Darwin.write(descriptor, $0.baseAddress, $0.count)
        #else
          Glibc.write(descriptor, $0.baseAddress, $0.count)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }
}
