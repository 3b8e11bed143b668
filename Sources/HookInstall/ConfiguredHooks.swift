public import SystemPackage

/// The hooks that git 2.54 and later take from a repository's own settings, and run before the hook files.
///
/// They stand beside anybody's hook files, those of a manager and those that git tracks too. Ours are one block of lines at the
/// head of the file, between two marks; whatever others add stands behind it, so that a removal gives back every other byte.
public struct ConfiguredHooks: Sendable, Equatable {
  /// The clone's own file of settings.
  public let file: FilePath
  /// Whether the git of this machine runs them, and they are wanted.
  public let areRun: Bool
  /// The hooks that a setting of the user's switches off.
  public let off: Set<String>

  /// Takes the three values together.
  public init(file: FilePath, areRun: Bool, off: Set<String> = []) {
    self.file = file
    self.areRun = areRun
    self.off = off
  }

  /// What tells a hook of ours from those of others, and from git's own names of hooks.
  public static func name(_ hook: String) -> String { "codex-hook-\(hook)" }

  /// Whether a block of ours stands in a file of settings.
  public static func stand(in file: FilePath) throws(HookInstallError) -> Bool {
    try HookFiles.read(file).flatMap { Block(in: $0) } != nil
  }

  /// Whether the file may be edited: one that is a link leads to what others may read too.
  var isUsable: Bool {
    get throws(HookInstallError) {
      guard areRun, case .file = try HookFiles.kind(file) else { return false }
      return true
    }
  }

  /// The lines that run one hook here; empty if there are none.
  func lines(of hook: String) throws(HookInstallError) -> [String] {
    let bytes = try HookFiles.read(file) ?? []
    return Block(in: bytes)?.sections.first { $0.hook == hook }?.lines ?? []
  }

  /// What has to be done so that the block runs these hooks and no others; nil if it does.
  func plan(_ hooks: [String]) throws(HookInstallError) -> HookStep? {
    guard let bytes = try HookFiles.read(file) else { return nil }
    let old = Block(in: bytes)
    if old == nil && hooks.isEmpty { return nil }
    var sections: [Section] = []
    for hook in hooks {
      // What a person has put there stays: whether it is enabled, for one.
      let before = old?.sections.first { $0.hook == hook }?.lines ?? []
      sections.append(
        Section(hook: hook, lines: Section.own(hook) + before.filter(Section.isForeign)))
    }
    let new = Block.around(old?.rest ?? bytes, sections)
    return new == bytes ? nil : .edit(file, from: bytes, to: new)
  }
}

extension ConfiguredHooks {
  /// One hook's lines in the block, without its heading.
  struct Section: Equatable {
    let hook: String
    var lines: [String]

    /// The lines that this version writes.
    static func own(_ hook: String) -> [String] {
      let quoted = command(hook).reduce(into: "") { text, character in
        if character == "\"" || character == "\\" { text.append("\\") }
        text.append(character)
      }
      return ["\tevent = \(hook)", "\tcommand = \"\(quoted)\""]
    }

    static func isForeign(_ line: String) -> Bool {
      !line.hasPrefix("\tevent = ") && !line.hasPrefix("\tcommand = ")
    }

    /// What git gives to a shell, with the hook's arguments behind it.
    ///
    /// The binary is the clone's own, or else the one in PATH. Where `.git` is no folder git sets GIT_DIR, but not when it makes a
    /// work tree. Nothing that goes wrong here may reach git, least of all a push.
    static func command(_ hook: String) -> String {
      #"[ "$CODEX_HOOK" != 0 ] || exit 0; d=${GIT_DIR:-.git}; [ ! -f "$d" ] || read -r _ d <"$d"; "#
        + #"[ ! -e "$d/commondir" ] || d=$d/../..; d=$d/codex-hook/bin/codex-hook; "#
        + #"[ -x "$d" ] || d=$(command -v codex-hook) || exit 0; "#
        + #""$d" hook \#(hook) "$@" || :"#
    }
  }

  /// Our lines at the head of a file of settings.
  struct Block {
    private(set) var sections: [Section] = []
    /// The file without them.
    let rest: [UInt8]

    private static let begin = "# codex-hook: begin."
    private static let end = "# codex-hook: end."
    /// Git passes over one at the very start only.
    private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

    /// Finds the block; nil if there is none.
    init?(in bytes: [UInt8]) {
      let head = bytes.starts(with: Self.mark) ? Self.mark.count : 0
      let opening = Array(Self.begin.utf8)
      // Somebody may have put lines above it.
      let start =
        bytes[head...].starts(with: opening)
        ? head : bytes.firstRange(of: [0x0a] + opening).map { $0.lowerBound + 1 }
      let ending = Array("\n\(Self.end)\n".utf8)
      guard let start, let end = Array(bytes[start...]).firstRange(of: ending)?.upperBound else {
        return nil
      }
      rest = Array(bytes[..<start] + bytes[(start + end)...])
      let text = String(decoding: bytes[start..<start + end], as: UTF8.self)
      for line in text.split(separator: "\n").dropFirst().dropLast() {
        if line.hasPrefix("[hook \"codex-hook-"), line.hasSuffix("\"]") {
          sections.append(Section(hook: String(line.dropFirst(18).dropLast(2)), lines: []))
        } else if !sections.isEmpty {
          sections[sections.count - 1].lines.append(String(line))
        }
      }
    }

    /// A file with the block in front; as it is when there is nothing to put into it.
    static func around(_ rest: [UInt8], _ sections: [Section]) -> [UInt8] {
      if sections.isEmpty { return rest }
      var text =
        begin
        + " git runs these when commits are made; codex-hook uninstall takes the lines out again.\n"
      for section in sections {
        text += "[hook \"\(ConfiguredHooks.name(section.hook))\"]\n"
        for line in section.lines { text += line + "\n" }
      }
      text += end + "\n"
      let head = rest.starts(with: mark) ? mark.count : 0
      return rest[..<head] + Array(text.utf8) + rest[head...]
    }
  }
}
