internal import LiveContext
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How many events a second one writer appends while it holds the store's lock.
enum Appending {
  static func measure(_ count: Int, in folder: FilePath) throws {
    let store = StoreLayout(commonDirectory: folder)
    _ = folder.withPlatformString { mkdir($0, 0o755) }
    _ = store.root.withPlatformString { mkdir($0, 0o755) }
    let contract = Contract()
    let events = try (0..<count).map { number in
      try contract.event(
        .note, at: Timestamp(seconds: 1_795_386_610),
        ["text": .string("measured: note \(number) of \(count)"), "area": .string("bench")])
    }
    let recorder = Recorder(
      store: store, workTree: nil, contract: contract, deadline: Recorder.manualDeadline,
      command: "bench", isDurable: false)
    let start = ContinuousClock.now
    let recording = try recorder.record(events)
    let passed = start.duration(to: .now)
    guard recording.appended.count == count else { exit(1) }
    print(Int(Double(count) / (passed / .seconds(1))))
  }
}
