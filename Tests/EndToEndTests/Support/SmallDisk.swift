import Foundation
import Glibc
import TestServers

/// A small file system of its own, for what happens when a disk fills up or is mounted read-only.
final class SmallDisk {
    let path: String

    /// Whether this process may mount; a container's root often may not.
    static let isPossible: Bool = {
        guard let disk = try? SmallDisk(at: NSTemporaryDirectory() + "/kpid-e2e-\(UUID().uuidString)") else {
            return false
        }
        return FileManager.default.fileExists(atPath: disk.path)
    }()

    init(at path: String, megabytes: Int = 4) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard unsafe mount("kpid", path, "tmpfs", 0, "size=\(megabytes)m,mode=0755") == 0 else {
            try? FileManager.default.removeItem(atPath: path)
            throw Failure("cannot mount: \(errno)")
        }
    }

    /// To be called when nobody has a file there open for writing.
    func makeReadOnly() throws {
        guard unsafe mount("kpid", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0 else {
            throw Failure("cannot remount: \(errno)")
        }
    }

    private var ballast: String { path + "/ballast" }

    /// Leaves no block free.
    func fill() throws {
        let descriptor = unsafe open(ballast, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        let block = [UInt8](repeating: 1, count: 4096)
        while unsafe write(descriptor, block, block.count) > 0 {}
        guard errno == ENOSPC else { throw Failure("cannot fill the disk: \(errno)") }
    }

    func empty() { unsafe unlink(ballast) }

    deinit {
        unsafe umount2(path, Int32(MNT_DETACH))
        try? FileManager.default.removeItem(atPath: path)
    }
}
