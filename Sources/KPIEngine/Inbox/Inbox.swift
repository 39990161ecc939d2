internal import Glibc

/// The folders where files are dropped, and the rules by which one of them is ready to be taken.
package struct Inbox: Sendable {
    package let directory: StateDirectory
    /// In bytes; a larger file is not taken.
    package let limit: Int64

    /// How old the last change of a file must be when nobody has said that it is finished.
    static let settling: Int64 = 2_000_000_000
    /// How old it must be when somebody was seen writing and not finishing: their program may have died.
    static let abandoned: Int64 = 60_000_000_000

    package init(_ directory: StateDirectory, limit: Int64 = 256 << 20) {
        self.directory = directory
        self.limit = limit
    }

    /// Lists what lies there. A folder that is not there is an empty one.
    ///
    /// - Parameter isSettled: whether everything there is known to be finished, as with `--once`.
    package func scan(isSettled: Bool = false) throws(FileError) -> InboxScan {
        try scan(news: isSettled ? nil : InboxNews(), now: Self.now())
    }

    /// What the clock says by which files are dated, in nanoseconds since 1970.
    static func now() -> Int64 {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }

    /// - Parameters:
    ///   - news: what was seen of those who write there; nil when all of it is finished.
    ///   - now: nanoseconds since 1970.
    func scan(news: InboxNews?, now: Int64) throws(FileError) -> InboxScan {
        var scan = InboxScan()
        for (folder, prefix) in try folders() {
            for name in try names(in: folder) where !Self.isIgnored(name) {
                let path = "\(folder)/\(name)"
                guard path != directory.registers, path != directory.units, let properties = try FileProperties.of(path)
                else { continue }
                let file = InboxFile(path: path, name: prefix + name, properties: properties)
                if let reason = obstacle(properties) {
                    scan.obstacles.append(.init(file: file, reason: reason))
                } else if let news, now - properties.modified < patience(with: file, news) {
                    scan.unsettled.append(file.name)
                } else {
                    scan.files.append(file)
                }
            }
        }
        return scan
    }

    /// The folders in which files are taken, each with what its files' names begin with.
    func folders() throws(FileError) -> [(path: String, prefix: String)] {
        var folders = [(directory.inbox, ""), (directory.registers, "registers/")]
        for name in try names(in: directory.units) where !Self.isIgnored(name) {
            let path = "\(directory.units)/\(name)"
            guard let properties = try FileProperties.of(path), properties.isFolder else { continue }
            folders.append((path, "units/\(name)/"))
        }
        return folders
    }

    /// An empty file that was closed is more often a name that was reserved than a report that says nothing.
    private func patience(with file: InboxFile, _ news: InboxNews) -> Int64 {
        let patience = news.patience(with: file.path)
        return file.size == 0 ? max(patience, Self.settling) : patience
    }

    /// Files that programs write before they give them their name, and files that are meant to be hidden.
    static func isIgnored(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix(".tmp") || name.hasSuffix(".part")
    }

    private func names(in folder: String) throws(FileError) -> [String] {
        do throws(FileError) {
            return try Folder.names(folder)
        } catch  where error.code == ENOENT {
            return []
        }
    }

    private func obstacle(_ properties: FileProperties) -> InboxScan.Obstacle.Reason? {
        if properties.isLink { return .link }
        if properties.isFolder { return .folder }
        if !properties.isRegular { return .special }
        return properties.size > limit ? .oversize : nil
    }
}
