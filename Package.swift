// swift-tools-version: 6.1
import PackageDescription

// One target per stage of the pipeline: the compiler holds the arrows of ARCHITECTURE.md.
// Stages depend on Records and Rules only; the command `gonghai` alone knows their order.

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: ["Records"] + dependencies)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    let records: [Target.Dependency] = name == "Records" ? [] : ["Records"]
    return .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + records + dependencies,
        exclude: exclude)
}

let package = Package(
    name: "gonghai",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "gonghai", targets: ["gonghai"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),

        .target(name: "Records", dependencies: [crypto]),
        stage("Rules", [yams]),
        stage("Ingestion", ["CLibXML2", "CZip"]),
        stage("Normalization", ["Rules"]),
        stage("Matching", ["Rules"]),
        stage("PoolStore", ["Rules", grdb, sqlite]),
        stage("Allocation", ["Rules"]),
        stage("Reporting", ["Rules", mustache]),
        stage("Delivery", ["Rules", "CCurl"]),

        .executableTarget(
            name: "gonghai",
            dependencies: [
                "Records", "Rules", "Ingestion", "Normalization", "Matching", "PoolStore", "Allocation", "Reporting",
                "Delivery", argumentParser, crypto, logging, lifecycle,
            ]),

        .executableTarget(name: "reader", dependencies: ["Ingestion"], path: "Benchmarks/Reader"),
        .executableTarget(
            name: "linker", dependencies: ["Records", "Rules", "Ingestion", "Normalization", "Matching"],
            path: "Benchmarks/Linker"),
        .executableTarget(name: "matcher", dependencies: ["Allocation"], path: "Benchmarks/Matcher"),

        .target(name: "TestSupport", dependencies: ["Records"], path: "Tests/TestSupport", exclude: ["MailServer.py"]),
        tests(of: "Records"),
        tests(of: "Rules"),
        tests(of: "Ingestion", exclude: ["Fixtures"]),
        tests(of: "Normalization", ["Rules"]),
        tests(of: "Matching", ["Rules"]),
        tests(of: "PoolStore", ["Rules"]),
        tests(of: "Allocation", ["Rules"]),
        tests(of: "Reporting", ["Rules"]),
        tests(of: "Delivery", ["Rules"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "gonghai", "Allocation", "Ingestion", "Normalization", "PoolStore", "Rules", "TestSupport", "Records",
            ],
            exclude: ["Recompute"]),
    ],
    swiftLanguageModes: [.v6]
)
