/// What a line was to a reader.
enum Reading {
  /// Nothing that it knows.
  case none
  /// A part of a summary.
  case part
  /// The end of a summary; its numbers are added up.
  case closed
}

/// One way of reading closing lines: a function that looks at one line.
struct Reader: Sendable {
  let runner: Runner
  /// Whether its lines could as well be somebody's log; it counts only where no other reader has found anything.
  var isFallback = false
  let read: @Sendable (Line, inout Draft) -> Reading
  /// Ends a summary that has no line for its end.
  var finish: @Sendable (inout Draft) -> Void = { draft in
    if draft.passed != nil || draft.failed != nil { draft.close() }
  }

  /// All readers; a line belongs to the first that knows it.
  static let all: [Reader] =
    swiftReaders + pythonReaders + goReaders + rustReaders + javaScriptReaders + javaReaders
    + rubyReaders + otherReaders + plainReaders
}
