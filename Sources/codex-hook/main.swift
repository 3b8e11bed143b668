internal import ArgumentParser
internal import CPlatform

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

codex_prepare_memory()

// Hooks come first and by themselves: every commit, and every command that an agent runs, pays for what stands before this
// line, and the command tree costs more than a recording.
let first = CommandLine.unsafeArgv[min(1, Int(CommandLine.argc))]
if let first, strcmp(first, "hook") == 0 {
  HookRunner.run(words(from: 2))
  _exit(0)
}
if let first, strcmp(first, "agent-hook") == 0 {
  AgentHookRunner.run()
  _exit(0)
}
var arguments = words(from: 1)
do {
  arguments = try Directory.entered(byLeadingOptionsOf: arguments)
  if try !PlainCommand.run(arguments) {
    try CodexHook.requireCommand(arguments)
    var command = try CodexHook.parseAsRoot(arguments)
    try command.run()
  }
} catch {
  Failure.leave(with: error, arguments: arguments)
}

/// The arguments from one of them on. `CommandLine.arguments` would be a list of all of them first.
private func words(from start: Int) -> [String] {
  var words: [String] = []
  for index in start..<max(start, Int(CommandLine.argc)) {
    if let word = CommandLine.unsafeArgv[index] { words.append(String(cString: word)) }
  }
  return words
}
