/// Splits a line of shell into its simple commands.
enum ShellWords {
  /// Longer lines are not looked at beyond this many bytes.
  static let longest = 16384

  /// The words of each command, without quotes and redirections.
  static func commands(in line: String) -> [[String]] {
    var commands: [[String]] = [[]]
    var word: [UInt8] = []
    var hasWord = false
    var quote: UInt8?
    var isEscaped = false
    var skipsNext = false

    func endWord() {
      if hasWord {
        if skipsNext {
          skipsNext = false
        } else {
          commands[commands.count - 1].append(String(decoding: word, as: UTF8.self))
        }
      }
      (word, hasWord) = ([], false)
    }

    for byte in line.utf8.prefix(longest) {
      if isEscaped {
        isEscaped = false
        if byte != 0x0A {
          word.append(byte)
          hasWord = true
        }
        continue
      }
      if let open = quote {
        if byte == open {
          quote = nil
        } else if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
          isEscaped = true
        } else {
          word.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\\"): isEscaped = true
      case UInt8(ascii: "'"), UInt8(ascii: "\""): (quote, hasWord) = (byte, true)
      case 0x20, 0x09: endWord()
      case UInt8(ascii: ">"), UInt8(ascii: "<"):
        // A number right before is the descriptor's: 2>&1.
        if word.allSatisfy(isDigit) { (word, hasWord) = ([], false) }
        endWord()
        skipsNext = true
      case UInt8(ascii: "&") where skipsNext && !hasWord:
        // `>&1`: the target follows.
        break
      case 0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        endWord()
        skipsNext = false
        if commands.last?.isEmpty == false { commands.append([]) }
      default:
        word.append(byte)
        hasWord = true
      }
    }
    endWord()
    return commands.filter { !$0.isEmpty }
  }
}
