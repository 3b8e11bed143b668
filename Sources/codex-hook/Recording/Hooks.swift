internal import GitFacts
internal import HookInstall
internal import LiveContext
internal import SystemPackage

/// The hooks of a workplace's clone: where git looks for them, and how ours are.
struct Hooks {
  let installation: HookInstallation
  let running: [String]
  let missing: [String]

  /// The hooks that this clone should have.
  let names: [String]

  /// What an installation here adds to the list of ignored files.
  var ignored: [String] {
    get throws { try installation.planInstall(names).toIgnore.map { "/" + $0 } }
  }

  init(of workplace: borrowing Workplace) throws {
    installation = HookInstallation(try Hooks.place(of: workplace))
    names = HookRunner.names + (workplace.publishes ? [HookRunner.publishing] : [])
    var running: [String] = []
    var missing: [String] = []
    for name in names {
      if try installation.status(name).runs { running.append(name) } else { missing.append(name) }
    }
    self.running = running
    self.missing = missing
  }

  private static func place(of workplace: borrowing Workplace) throws -> HookPlace {
    let directory = try workplace.repository.hooksDirectory()
    let origin: HookPlace.Origin =
      switch directory.scope {
      case .none: .standard
      case .repository: .repository
      case .shared: .shared
      }
    let top = workplace.repository.place.workTree
    return HookPlace(
      folder: directory.path, origin: origin, workTree: top,
      tracked: try tracked(in: directory.path, below: top, workplace))
  }

  /// The names in the folder that git tracks, when it stands in the work tree.
  private static func tracked(
    in folder: FilePath, below top: FilePath?, _ workplace: borrowing Workplace
  ) throws -> Set<String> {
    var relative = folder
    guard let top, relative.removePrefix(top), let tip = workplace.head.tip,
      relative.components.first != ".git"
    else { return [] }
    let entries = try workplace.repository.entries(ofTree: relative.string, at: tip) ?? []
    return Set(entries.map(\.name))
  }
}
