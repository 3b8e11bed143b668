import Glibc
import SystemPackage
import TestSupport

@testable import LiveContext

/// A store and a work tree in a folder of their own, without git: what the core is told of a repository.
final class Desk: Sendable {
  let sandbox: Sandbox
  let store: StoreLayout
  let contract: Contract
  let top: FilePath

  init(contract: Contract = Contract()) throws {
    sandbox = try Sandbox()
    top = sandbox.root.appending("tree")
    store = StoreLayout(commonDirectory: top.appending(".git"))
    self.contract = contract
    try makeFolder(store.root)
  }

  deinit { removeTree(Spool.temporary(for: store).folder) }

  var folder: FolderLayout { FolderLayout(workTree: top) }

  func workTree(branch: String? = "main", tracked: [String] = []) -> WorkTreeFacts {
    WorkTreeFacts(top: top, name: "", branch: branch, tracked: tracked)
  }

  /// A recorder as a command by hand has it.
  func recorder(
    deadline: Duration = .seconds(10), tracked: [String] = [], isDurable: Bool = false
  ) -> Recorder {
    Recorder(
      store: store, workTree: workTree(tracked: tracked), contract: contract, deadline: deadline,
      command: "test", isDurable: isDurable)
  }

  @discardableResult
  func record(_ events: Event...) throws -> Recording { try recorder().record(events) }

  func note(_ text: String, at seconds: Int64 = 1_795_386_610) throws -> Event {
    try contract.event(.note, at: Timestamp(seconds: seconds), ["text": .string(text)])
  }

  func commit(_ number: Int, at seconds: Int64 = 1_795_386_610) throws -> Event {
    try contract.event(
      .commit, at: Timestamp(seconds: seconds),
      [
        "sha": .string(Desk.sha(number)), "files_changed": .integer(1),
        "message": .string("commit \(number)"),
      ])
  }

  /// Strewn like those of git, and another for each number.
  static func sha(_ number: Int) -> String {
    let first = String(UInt64(number + 1) &* 0x9e37_79b9_7f4a_7c15, radix: 16)
    let last = String(number, radix: 16)
    return first + String(repeating: "a", count: 40 - first.count - last.count) + last
  }

  func commit(sha: String) throws -> Event {
    try contract.event(
      .commit, at: Timestamp(seconds: 1_795_386_610),
      ["sha": .string(sha), "files_changed": .integer(1), "message": .string("made")])
  }

  /// Opens the store as a writer does.
  func held(rotates: Bool = true, policy: FilePath? = nil) throws -> HeldStore {
    guard
      let held = try HeldStore.open(
        store, contract: contract, deadline: .seconds(10), rotates: rotates, policy: policy)
    else { throw Errno.resourceBusy }
    return held
  }

  /// Takes the store's lock, which must be free.
  func lock(isReadOnly: Bool = false) throws -> StoreLock {
    guard let lock = try StoreLock.acquire(store.lock, deadline: .zero, isReadOnly: isReadOnly)
    else { throw Errno.resourceBusy }
    return lock
  }

  /// The lines of a file.
  func lines(_ path: FilePath) throws -> [String] {
    // By bytes: to Swift a CRLF is one character, which is not a line break.
    try readBytes(path).split(separator: 0x0a).map { String(decoding: $0, as: UTF8.self) }
  }

  var journal: [String] { get throws { try lines(store.journal) } }

  /// The lines of all segments and of the journal, oldest first.
  var allLines: [String] {
    get throws { try (store.segments() + [store.journal]).flatMap { try lines($0) } }
  }

  var copyIsWhole: Bool {
    get throws { try readBytes(folder.journal) == readBytes(store.journal) }
  }
}

/// Makes a file look older.
func age(_ path: FilePath, by seconds: Int) {
  var times = [timespec(), timespec()]
  clock_gettime(CLOCK_REALTIME, &times[0])
  times[0].tv_sec -= seconds
  times[1] = times[0]
  _ = utimensat(AT_FDCWD, path.string, times, AT_SYMLINK_NOFOLLOW)
}

/// Runs a piece of work on so many threads at once and waits for all of them.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  final class Work: Sendable {
    let number: Int
    let body: @Sendable (Int) -> Void
    init(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.number = number
      self.body = body
    }
  }
  var threads: [pthread_t] = []
  for number in 0..<count {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(number, body)).toOpaque()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        let work = Unmanaged<Work>.fromOpaque(pointer!).takeRetainedValue()
        work.body(work.number)
        return nil
      }, work)
    if code == 0 { threads.append(thread) }
  }
  for thread in threads { pthread_join(thread, nil) }
}
