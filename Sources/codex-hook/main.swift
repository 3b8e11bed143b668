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
var arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "hook" {
  HookRunner.run(Array(arguments.dropFirst()))
  exit(0)
}
if arguments.first == "agent-hook" {
  AgentHookRunner.run()
  exit(0)
}
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
