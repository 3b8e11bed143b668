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

  /// Which hooks stand where, a line for each place.
  var places: [String] {
    get throws {
      let inSettings = try names.filter { try installation.status($0) == .configured }
      let inFiles = names.filter { !inSettings.contains($0) }
      let places = [
        (inSettings, installation.configured?.file), (inFiles, installation.place.folder),
      ]
      return places.compactMap { names, place in
        guard let place, !names.isEmpty else { return nil }
        return "hooks: \(names.joined(separator: ", ")) in \(place)"
      }
    }
  }

  /// - Parameter isPlanning: whether something may be installed, so that it matters what git can do.
  init(of workplace: borrowing Workplace, isPlanning: Bool = true) throws {
    installation = HookInstallation(
      try Hooks.place(of: workplace),
      configured: try Hooks.configured(of: workplace, isPlanning: isPlanning))
    names = HookRunner.names + (workplace.publishes ? [HookRunner.publishing] : [])
    var running: [String] = []
    var missing: [String] = []
    for name in names {
      if try installation.status(name).runs { running.append(name) } else { missing.append(name) }
    }
    self.running = running
    self.missing = missing
  }

  private static func configured(
    of workplace: borrowing Workplace, isPlanning: Bool
  ) throws -> ConfiguredHooks {
    let file = workplace.repository.place.commonDirectory.appending("config")
    let areThere = try ConfiguredHooks.stand(in: file)
    let asks = try (isPlanning || areThere) && !workplace.wantsHookFiles
    let areRun = asks && GitVersion.ofProgram().map { $0 >= .configuredHooks } ?? false
    var off: Set<String> = []
    for name in HookRunner.names where areThere {
      for key in [ConfiguredHooks.name(name), name]
      where (try? workplace.repository.flag("hook.\(key).enabled")) == false {
        off.insert(name)
      }
    }
    return ConfiguredHooks(file: file, areRun: areRun, off: off)
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

extension Workplace {
  /// Whether hooks are to be files, wherever git could take them from: several versions of git may work in one clone.
  var wantsHookFiles: Bool {
    get throws { try repository.setting("codexHook.hooks") == "files" }
  }
}
