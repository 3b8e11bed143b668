internal import ArgumentParser
internal import LiveContext

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A command that could not do what it was asked; its text says what failed, why, and what to do next.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// How a command ends that failed: one message, and the exit code 1, or 64 where it was called wrongly.
enum Failure {
  static func leave(with error: any Error, arguments: [String]) -> Never {
    let code = code(of: error)
    // A command that ends with a bare code has said all there is to say.
    if error is ExitCode { exit(code) }
    if code == 0 || !arguments.prefix(while: { $0 != "--" }).contains("--json") {
      if code == 0 { CodexHook.exit(withError: error) }
      if code == ExitCode.validationFailure.rawValue {
        Terminal.announce(CodexHook.fullMessage(for: error) + hint(arguments))
        exit(code)
      }
      Terminal.complain(message(of: error))
      exit(code)
    }
    let isMisuse = code == ExitCode.validationFailure.rawValue
    let text = message(of: error) + (isMisuse ? hint(arguments) : "")
    Terminal.say(
      JSON.object([
        "error": .object(["code": .integer(Int(code)), "message": .string(text)])
      ]).compact)
    exit(code)
  }

  /// People write texts without quotes, and some texts have options in them.
  private static func hint(_ arguments: [String]) -> String {
    guard let name = arguments.first, ["note", "issue", "fix"].contains(name), arguments.count > 2
    else { return "" }
    return "\n  A text with options in it needs quotes: codex-hook \(name) \"TEXT\""
  }

  private static func code(of error: any Error) -> Int32 {
    error is CommandFailure || error is ContractError || error is FileError
      ? 1 : CodexHook.exitCode(for: error).rawValue
  }

  private static func message(of error: any Error) -> String {
    if error is ContractError { return "\(error); nothing written" }
    if error is CommandFailure || error is FileError { return "\(error)" }
    let message = CodexHook.message(for: error)
    return message.isEmpty ? "\(error)" : message
  }
}
