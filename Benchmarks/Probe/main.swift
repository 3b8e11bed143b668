// Measures the library by itself, without a process for each event:
//
//   bench-probe append COUNT FOLDER     events appended under one hold of the lock, each second
//   bench-probe redact                  nanoseconds a text, and that by what one look at each byte costs

internal import LiveContext
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

let arguments = CommandLine.arguments
switch (arguments.dropFirst().first, arguments.count) {
case ("append", 4):
  guard let count = Int(arguments[2]) else { exit(64) }
  try Appending.measure(count, in: FilePath(arguments[3]))
case ("redact", 2): Redacting.measure()
default: exit(64)
}
