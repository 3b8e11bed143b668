// swift-tools-version:6.2
import PackageDescription

// On CI a warning is an error; at home a newer compiler's new warning must not keep a user from building.
let strict: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + strict

// scripts/build.sh asks for one file without shared libraries by naming libgit2's archives here. They are a
// group because they need one another; --wrap is explained in Sources/COfflineGit/closed.c and Sources/CStart/start.c.
let archives = Context.environment["CODEX_HOOK_STATIC"]?.split(separator: " ").map(String.init)
let closed = [
  "mbedtls_x509_crt_parse_file", "mbedtls_entropy_init", "mbedtls_ctr_drbg_seed",
  "mbedtls_ssl_handshake", "libssh2_init", "libssh2_session_init_ex",
  "git_mbedtls_stream_global_init", "OPENSSL_cpuid_setup",
]
let start = [
  "fopen", "sysconf", "_dl_get_origin", "swift_copyAuxiliaryExecutablePath", "__libc_start_main",
]
// What a recording executes and reads lies together in the file, so that a process has half as many page faults:
// Benchmarks/order.py finds the names.
let order = [
  "--symbol-ordering-file=\(Context.packageDirectory)/scripts/link-order.txt",
  "--no-warn-symbol-ordering",
]
let linker = Context.environment["CODEX_HOOK_LINKER"].flatMap { $0.isEmpty ? nil : $0 }
func link(wrapping names: [String]) -> [LinkerSetting] {
  guard let archives else { return [] }
  let flags =
    names.map { "--wrap=\($0)" } + ["--start-group"] + archives + ["--end-group"]
    + (linker == "lld" ? order : [])
  return [
    .unsafeFlags((linker.map { ["-use-ld=\($0)"] } ?? []) + flags.flatMap { ["-Xlinker", $0] })
  ]
}

let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "codex-hook",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "codex-hook", targets: ["codex-hook"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibGit2",
      pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]
    ),
    .target(
      name: "COfflineGit",
      dependencies: ["CLibGit2"],
      cSettings: archives == nil ? [] : [.define("CODEX_HOOK_STATIC")]
    ),
    .target(
      name: "CStart",
      cSettings: archives == nil ? [] : [.define("CODEX_HOOK_STATIC")]
    ),
    .target(name: "CPlatform"),
    .target(
      name: "GitFacts",
      dependencies: ["CLibGit2", "COfflineGit", system],
      swiftSettings: settings
    ),
    .target(
      name: "LiveContext",
      dependencies: ["CPlatform", system],
      resources: [.embedInCode("schema"), .embedInCode("Templates")],
      swiftSettings: settings
    ),
    .target(name: "TestReports", dependencies: ["CPlatform", system], swiftSettings: settings),
    .target(
      name: "HookInstall",
      dependencies: [system],
      resources: [.embedInCode("hooks")],
      swiftSettings: settings
    ),
    .target(name: "MCPServer", dependencies: ["LiveContext", system], swiftSettings: settings),
    .target(name: "AgentFiles", dependencies: ["LiveContext", system], swiftSettings: settings),
    .target(
      name: "AgentHooks", dependencies: ["LiveContext", "TestReports"], swiftSettings: settings),
    .executableTarget(
      name: "codex-hook",
      dependencies: [
        "GitFacts", "LiveContext", "TestReports", "HookInstall", "MCPServer", "AgentFiles",
        "AgentHooks", "CPlatform", "CStart",
        arguments, system,
      ],
      swiftSettings: settings,
      linkerSettings: link(wrapping: closed + start)
    ),
    .executableTarget(
      name: "offline-probe",
      dependencies: ["CLibGit2", "COfflineGit"],
      path: "Tests/OfflineProbe",
      linkerSettings: link(wrapping: closed)
    ),
    .executableTarget(
      name: "bench-probe",
      dependencies: ["LiveContext", system],
      path: "Benchmarks/Probe",
      swiftSettings: settings
    ),
    .target(
      name: "TestSupport",
      dependencies: [system],
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    .testTarget(
      name: "LiveContextTests",
      dependencies: ["LiveContext", "TestSupport", system],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GitFactsTests",
      dependencies: ["GitFacts", "TestSupport", system],
      swiftSettings: settings
    ),
    .testTarget(
      name: "TestReportsTests",
      dependencies: ["TestReports", "TestSupport", system],
      swiftSettings: settings
    ),
    .testTarget(
      name: "HookInstallTests",
      dependencies: ["HookInstall", "TestSupport", system],
      swiftSettings: settings
    ),
    .testTarget(
      name: "AgentFilesTests",
      dependencies: ["AgentFiles", "LiveContext", "TestSupport", system],
      swiftSettings: settings
    ),
    .testTarget(
      name: "AgentHooksTests",
      dependencies: ["AgentHooks", "LiveContext", "TestReports", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "MCPServerTests",
      dependencies: ["MCPServer", "LiveContext", "TestSupport", system],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["codex-hook", "offline-probe", "LiveContext", "TestSupport", system],
      swiftSettings: settings
    ),
  ]
)
