internal import Glibc

/// What the file system says about a file, without opening it.
struct FileProperties: Sendable, Hashable {
    let device: UInt64
    let inode: UInt64
    let size: Int64
    /// When its content last changed, in nanoseconds since 1970.
    let modified: Int64
    let isRegular: Bool
    let isFolder: Bool
    let isLink: Bool

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        let kind = status.st_mode & S_IFMT
        isRegular = kind == S_IFREG
        isFolder = kind == S_IFDIR
        isLink = kind == S_IFLNK
    }

    /// Of what has the name itself, not of what a link leads to. Nil when nothing has it.
    static func of(_ path: String) throws(FileError) -> FileProperties? {
        var status = stat()
        if unsafe lstat(path, &status) == 0 { return FileProperties(status) }
        guard errno == ENOENT else { throw .last(.inspect, path) }
        return nil
    }
}
