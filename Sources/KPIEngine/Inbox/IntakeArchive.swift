internal import Glibc
internal import KPICore
internal import KPIStore

/// Where files go when they have been dealt with, each with its receipt beside it.
package struct IntakeArchive: Sendable {
    package enum Destination: String, Sendable, CaseIterable {
        case accepted, quarantine
    }

    private let directory: StateDirectory

    package init(_ directory: StateDirectory) {
        self.directory = directory
    }

    /// Moves a file out of the inbox. To be called when the ledger has what is to be had from it.
    ///
    /// The receipt is written first, then the file takes its place beside it: wherever a crash falls, the file is
    /// either still in the inbox, and is dealt with once more with the same outcome, or is in its place with its
    /// receipt. The name is kept. Where another content has it, the first digits of the sha256 are put into it; the
    /// same content is replaced.
    ///
    /// - Parameters:
    ///   - sha256: of the content; nil when it was not read, as of a file that is too large.
    ///   - receipt: a JSON document.
    /// - Returns: where the file is now; nil when what has its name in the inbox is no longer what was read. It stays
    ///   there, and is another file.
    package func settle(
        _ file: InboxFile, sha256: String?, in destination: Destination, receipt: String
    ) throws(FileError) -> String? {
        guard try FileProperties.of(file.path) == file.properties else { return nil }
        let folder = try self.folder(of: file.name, in: destination)
        let target = try freePath(for: file, sha256: sha256, in: folder)
        try AtomicFile.write(receipt, to: target + ".receipt.json")
        FaultPoint.rename.pass()
        guard unsafe rename(file.path, target) == 0 else {
            guard errno == ENOENT else { throw .last(.rename, file.path) }
            return nil
        }
        try Folder.sync(folder)
        try Folder.sync(Folder.of(file.path))
        return target
    }

    /// Keeps a file that did not lie in the inbox, with its receipt beside it. The same file again takes its own place.
    func keep(
        _ file: IncomingFile, sha256: String, in destination: Destination, receipt: String
    ) throws(FileError) {
        let folder = try self.folder(of: file.name, in: destination)
        let bytes = file.content.all()
        let target = try freePath(named: file.name, sha256: sha256, in: folder) { (path) throws(FileError) in
            try Descriptor(path, O_RDONLY | O_NOFOLLOW).read(bytes.count + 1, from: 0) == bytes
        }
        try AtomicFile.write(bytes, to: target)
        try AtomicFile.write(receipt, to: target + ".receipt.json")
    }

    /// Whether a file of this name and content has its place there already.
    func holds(_ file: InboxFile, sha256: String?, in destination: Destination) throws(FileError) -> Bool {
        let target = try freePath(for: file, sha256: sha256, in: try folder(of: file.name, in: destination))
        return try FileProperties.of(target) != nil
    }

    /// Files lie below it in the folders in which they lay in the inbox.
    private func folder(of name: String, in destination: Destination) throws(FileError) -> String {
        var folder = destination == .accepted ? directory.accepted : directory.quarantine
        for part in name.split(separator: "/").dropLast() {
            let parent = folder
            folder += "/\(part)"
            if try FileProperties.of(folder) == nil {
                try Folder.create(folder, mode: 0o2750)
                try Folder.sync(parent)
            }
        }
        return folder
    }

    private func freePath(for file: InboxFile, sha256: String?, in folder: String) throws(FileError) -> String {
        try freePath(named: file.path, sha256: sha256, in: folder) { (path) throws(FileError) in
            guard let there = try FileProperties.of(path) else { return true }
            guard there.isRegular, there.size == file.size else { return false }
            return try Self.haveSameContent(path, file.path)
        }
    }

    /// - Parameter isSame: whether what lies at a path is the very file.
    private func freePath(
        named path: String, sha256: String?, in folder: String, isSame: (String) throws(FileError) -> Bool
    ) throws(FileError) -> String {
        let name = Folder.name(of: path)
        let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
        let (stem, ending) = (name[..<dot], name[dot...])
        var marks = [""]
        if let sha256 { marks += ["~\(sha256.prefix(8))", "~\(sha256)"] }
        func isFree(_ path: String) throws(FileError) -> Bool {
            guard let there = try FileProperties.of(path) else { return true }
            guard there.isRegular else { return false }
            return try isSame(path)
        }
        for mark in marks {
            let path = "\(folder)/\(stem)\(mark)\(ending)"
            if try isFree(path) { return path }
        }
        var number = 2
        while try !isFree("\(folder)/\(stem)~\(number)\(ending)") { number += 1 }
        return "\(folder)/\(stem)~\(number)\(ending)"
    }

    private static func haveSameContent(_ one: String, _ other: String) throws(FileError) -> Bool {
        let one = try Descriptor(one, O_RDONLY | O_NOFOLLOW)
        let other = try Descriptor(other, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        var offset: Int64 = 0
        while true {
            let (a, b) = (try one.read(262_144, from: offset), try other.read(262_144, from: offset))
            if a != b { return false }
            if a.isEmpty { return true }
            offset += Int64(a.count)
        }
    }
}
