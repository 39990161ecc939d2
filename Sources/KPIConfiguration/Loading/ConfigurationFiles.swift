import Diagnostics
import Foundation

/// The files of a configuration as they are on disk.
package struct ConfigurationFiles: Sendable {
    let settings: SourceText?
    let units: SourceText?
    let registers: SourceText?
    let notifications: SourceText?
    let mappings: SourceText?
    let calendars: [SourceText]
    let targets: [SourceText]
    /// Files that could not be read.
    let failures: [Diagnostic]
    private let folder: String

    /// `path` is that of `kpid.yaml`; the others lie beside it.
    init(path: String) {
        folder = (path as NSString).deletingLastPathComponent
        var failures: [Diagnostic] = []
        let folder = folder
        func read(_ name: String) -> SourceText? { Self.read(Self.join(folder, name), &failures) }
        settings = Self.read(path, &failures)
        units = read("units.yaml")
        func readIfThere(_ name: String) -> SourceText? {
            FileManager.default.fileExists(atPath: Self.join(folder, name)) ? read(name) : nil
        }
        registers = readIfThere("registers.yaml")
        notifications = readIfThere("notify.yaml")
        mappings = readIfThere("mappings.yaml")
        calendars = Self.yaml(in: Self.join(folder, "calendars"), isOptional: true, &failures)
        targets = Self.yaml(in: Self.join(folder, "targets"), isOptional: false, &failures)
        self.failures = failures
    }

    /// The files of the rules folder, which `kpid.yaml` names as seen from itself.
    func rules(_ name: Located<String>?) -> (files: [SourceText], failures: [Diagnostic]) {
        var failures: [Diagnostic] = []
        let files = Self.yaml(
            in: Self.join(folder, name?.value ?? "../rules"), isOptional: false, named: name?.place, &failures)
        return (files, failures)
    }

    /// Where a path leads that is given as seen from a folder; `..` is worked out, so that messages stay short.
    private static func join(_ folder: String, _ name: String) -> String {
        if name.hasPrefix("/") { return name }
        var parts = folder.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        for part in name.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        return (folder.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }

    /// - Parameter place: where the folder is named, if anywhere.
    private static func yaml(
        in folder: String, isOptional: Bool, named place: Place? = nil, _ failures: inout [Diagnostic]
    ) -> [SourceText] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
        } catch {
            if !isOptional {
                let isFile = FileManager.default.fileExists(atPath: folder)
                failures.append(
                    Diagnostic(
                        "unreadable-folder", "cannot read the folder '\(folder)'", at: place,
                        label: isFile ? "it is a file" : reason(error, of: "folder")))
            }
            return []
        }
        return names.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .compactMap { read(join(folder, $0), &failures) }
    }

    private static func read(_ path: String, _ failures: inout [Diagnostic]) -> SourceText? {
        do {
            return SourceText(name: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
        } catch {
            failures.append(Diagnostic("unreadable-file", "cannot read '\(path)'", at: nil, label: reason(error)))
            return nil
        }
    }

    private static func reason(_ error: any Error, of noun: String = "file") -> String {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        switch (cause.domain, cause.code) {
        case (NSPOSIXErrorDomain, Int(ENOENT)), (NSCocoaErrorDomain, CocoaError.fileReadNoSuchFile.rawValue):
            return "there is no such \(noun)"
        case (NSPOSIXErrorDomain, Int(EACCES)): return "permission denied"
        default: return error.localizedDescription
        }
    }

    /// `targets/a-unity.yaml`: a configuration is the same wherever its folders lie.
    private static func shortName(_ path: String) -> String {
        path.split(separator: "/").suffix(2).joined(separator: "/")
    }

    /// FNV-1a over names and bytes: tells files apart that somebody edited, and is no protection against an enemy.
    static func fingerprint(_ files: [SourceText]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        for file in files {
            mix(shortName(file.name).utf8)
            mix([0])
            mix(file.bytes)
            mix([0])
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
