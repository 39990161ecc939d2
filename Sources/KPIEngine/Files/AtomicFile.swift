internal import Glibc
internal import KPIStore

/// Writes a file so that whoever reads it sees the old content or the new, and never a part of either.
package enum AtomicFile {
    /// Durable when it returns: the bytes are synced under another name (`.NAME.tmp`, in the same folder), which then
    /// becomes the name, and the folder is synced. The file is readable by its group (0640), whatever the umask.
    ///
    /// One process at a time may write a name; in the state directory ``InstanceLock`` sees to that.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let folder = Folder.of(path)
        let temporary = "\(folder)/.\(Folder.name(of: path)).tmp"
        do throws(FileError) {
            try fill(temporary, with: bytes)
            FaultPoint.rename.pass()
            guard unsafe rename(temporary, path) == 0 else { throw FileError.last(.rename, path) }
        } catch {
            unsafe unlink(temporary)  // on a full disk what could not be finished must not stay
            throw error
        }
        try Folder.sync(folder)
    }

    package static func write(_ text: String, to path: String) throws(FileError) {
        try write(Array(text.utf8), to: path)
    }

    private static func fill(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let file = try Descriptor(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: 0o640, for: .create)
        guard fchmod(file.number, 0o640) == 0 else { throw .last(.create, path) }
        FaultPoint.write.pass()
        try file.write(bytes)
        FaultPoint.fsync.pass()
        try file.sync()
    }
}
