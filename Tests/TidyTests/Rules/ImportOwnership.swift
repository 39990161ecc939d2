/// A heavy dependency is known to one target, so that it can be replaced in one place.
struct ImportOwnership: Rule {
    private static let owners: [String: Set<String>] = [
        "ArgumentParser": ["kpid", "kpictl"],
        "CCrypto": ["KPIIngest", "KPINotify"],
        "CCurl": ["KPINotify"],
        "CExpat": ["KPIIngest"],
        "CLibYAML": ["YAML"],
        "CRE2": ["CEL"],
        "CSpawn": ["KPINotify"],
        "CZip": ["KPIIngest"],
        "GRDB": ["KPIStore"],
        "GRDBSQLite": ["KPIStore"],
        "Hummingbird": ["KPIServer"],
        "HummingbirdCore": ["KPIServer"],
        "Logging": ["KPIEngine", "KPIServer", "kpid"],
        "NIOCore": ["KPIServer"],
        "NIOPosix": ["KPIServer"],
        "ServiceLifecycle": ["KPIEngine", "KPIServer", "kpid"],
        "UnixSignals": ["kpid"],
    ]

    private static let toolchain: Set = [
        "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "RegexBuilder", "Swift", "Synchronization",
    ]

    static func module(importedBy line: SourceLine) -> String? {
        guard line.words.contains("import") else { return nil }
        // `package import CEL`, `@preconcurrency import struct Logging.Logger`
        let pattern = #/^(?:@?\w+(?:\([^)]*\))?\s+)*import\s+(?:[a-z]+\s+)?(\w+)/#
        return line.code.firstMatch(of: pattern).map { String($0.1) }
    }

    func findings(in file: SourceFile) -> [Finding] {
        guard file.isSource, let target = file.target else { return [] }
        return file.lines.indices.compactMap { index in
            guard let module = Self.module(importedBy: file.lines[index]) else { return nil }
            return objection(to: module, in: target).map { file.finding(index, $0) }
        }
    }

    private func objection(to module: String, in target: String) -> String? {
        if let owners = Self.owners[module] {
            guard !owners.contains(target) else { return nil }
            return "\(module) belongs to \(owners.sorted().joined(separator: " and ")): ask there for what is needed"
        }
        let isOwn = ["Diagnostics", "CEL", "YAML"].contains(module) || module.hasPrefix("KPI")
        if isOwn || Self.toolchain.contains(module) { return nil }
        return "\(module) has no owner: if it earns its weight, enter it in \(Self.self) with the target it serves"
    }
}
