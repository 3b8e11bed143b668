/// The text that git runs: one script for every hook, embedded from `hooks/hook.sh`.
///
/// A hook file of ours is the script's head, from `#!/bin/sh` to the end marker, and then whatever others
/// have appended, which is theirs: it runs, an upgrade keeps it, and an uninstall leaves it.
public struct HookScript: Equatable {
  /// The head as it stands in the file, through the end marker's line.
  let head: [UInt8]
  /// What others appended.
  let tail: [UInt8]

  /// How many bytes a hook file has that this version has installed and to which nobody has added anything.
  public static var size: Int { current.count }

  /// The script that this version installs.
  static var current: [UInt8] { PackageResources.hook_sh }

  /// Takes a hook file apart, or gives nil when it is not ours.
  init?(_ bytes: [UInt8]) {
    let begin = Array(Self.interpreter + "# codex-hook: begin.".utf8)
    let end = Array("\n# codex-hook: end.\n".utf8)
    guard bytes.starts(with: begin), let last = bytes.firstRange(of: end)?.upperBound else {
      return nil
    }
    head = Array(bytes[..<last])
    tail = Array(bytes[last...])
  }

  /// Whether the head is this version's.
  var isCurrent: Bool { head == Self.current }

  /// The file with this version's head.
  var upgraded: [UInt8] { Self.current + tail }

  /// The file without our lines, or nil when nothing of others is in it.
  var withoutOurs: [UInt8]? {
    tail.allSatisfy { $0 == 0x0a || $0 == 0x20 || $0 == 0x09 } ? nil : Self.interpreter + tail
  }

  private static let interpreter = Array("#!/bin/sh\n".utf8)
}

extension [UInt8] {
  /// Where a run of bytes first occurs.
  func firstRange(of other: [UInt8]) -> Range<Int>? {
    guard let first = other.first else { return nil }
    var start = 0
    while let at = self[start...].firstIndex(of: first) {
      if self[at...].starts(with: other) { return at..<at + other.count }
      start = at + 1
    }
    return nil
  }

  /// Whether a text occurs anywhere.
  func holds(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
