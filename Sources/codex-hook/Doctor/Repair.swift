internal import GitFacts
internal import HookInstall
internal import LiveContext

/// Does what `doctor` would advise, as far as it needs no person.
struct Repair {
  private(set) var done: [String] = []

  init(_ workplace: borrowing Workplace) throws {
    let hooks = try Hooks(of: workplace)
    let plan = try hooks.installation.planInstall(hooks.names)
    try HookStep.apply(plan.steps)
    done += plan.steps.map(\.description)
    if try BinaryPlace.install(from: Installation.ownPath(), store: workplace.store.root) {
      done.append("put the binary into \(workplace.store.binary)")
    }
    let moved = try workplace.recorder("doctor", isHook: false).moveBrokenLinesAside()
    if moved > 0 {
      done.append("moved \(moved) broken lines to \(workplace.store.archive)")
    }
    if workplace.workTree?.tracked.contains("state.json") == false,
      let aside = try workplace.recorder("doctor", isHook: false).moveInvalidStateAside()
    {
      done.append("kept the focus that could not be used as \(aside)")
    }
    // What is in its way is named afterwards, and must not keep the rest from being mended.
    try? workplace.recorder("doctor", isHook: false).makeCopyWhole()
    let missing = try Reconcile.everything(in: workplace)
    // Setting up again brings the folder, the copy and the spooled events in order.
    _ = try Setup(workplace, backfill: 0, ignoring: plan.toIgnore.map { "/" + $0 })
    let recording = try workplace.record(missing, as: "doctor", isHook: false)
    if !recording.appended.isEmpty {
      done.append("recorded \(recording.appended.count) commits that no hook saw")
    }
    if recording.takenIn > 0 { done.append("took in \(recording.takenIn) events") }
  }
}
