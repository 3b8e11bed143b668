internal import ArgumentParser
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The folder that a command runs in.
enum Directory {
  /// Goes to the folder of each leading `-C`, as git does, and gives the arguments behind them.
  static func entered(byLeadingOptionsOf arguments: [String]) throws -> [String] {
    var rest = arguments[...]
    while rest.first == "-C", rest.count > 1 {
      try enter(rest[rest.startIndex + 1])
      rest = rest.dropFirst(2)
    }
    return Array(rest)
  }

  /// The arguments behind each leading `-C` and its folder.
  static func behindLeadingOptions(_ arguments: ArraySlice<String>) -> ArraySlice<String> {
    var rest = arguments
    while rest.first == "-C", rest.count > 1 { rest = rest.dropFirst(2) }
    return rest
  }

  static func enter(_ path: String) throws {
    guard chdir(path) == 0 else {
      throw CommandFailure("cannot go to \(path): \(Errno(rawValue: errno))")
    }
  }

  static var current: FilePath {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return FilePath(platformString: path)
  }
}
