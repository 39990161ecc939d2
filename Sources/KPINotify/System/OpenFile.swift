internal import CSpawn
internal import Glibc
internal import KPICore

/// An open file, or what the kernel treats as one; closed when it is let go.
struct OpenFile: ~Copyable {
    let number: Int32

    init(taking number: Int32) {
        self.number = number
    }

    /// With `O_CLOEXEC` always; `flags` say the rest.
    init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(FileTrouble) {
        number = unsafe open(path, flags | O_CLOEXEC, mode)
        guard number >= 0 else { throw .last() }
    }

    /// A file without a name that holds some bytes, to be read from their beginning.
    init(memory bytes: [UInt8]) throws(FileTrouble) {
        number = cspawn_memory()
        guard number >= 0 else { throw .last() }
        try write(bytes)
        guard lseek(number, 0, SEEK_SET) == 0 else { throw .last() }
    }

    deinit {
        if number >= 0 { close(number) }
    }

    borrowing func write(_ bytes: [UInt8]) throws(FileTrouble) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .last() }
            written += count
        }
    }

    /// What comes next, at most `count` bytes of it; none at the end.
    borrowing func read(_ count: Int) throws(FileTrouble) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        while true {
            let got = unsafe Glibc.read(number, &bytes, count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .last() }
            bytes.removeLast(count - got)
            return bytes
        }
    }

    /// Readable by its group, whatever the umask.
    borrowing func share() throws(FileTrouble) {
        guard fchmod(number, 0o640) == 0 else { throw .last() }
    }

    borrowing func sync() throws(FileTrouble) {
        guard fsync(number) == 0 else { throw .last() }
    }

    /// What a small regular file holds. A FIFO is not waited for.
    static func content(of path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
        let file = try OpenFile(path, O_RDONLY | O_NONBLOCK)
        var status = stat()
        guard unsafe fstat(file.number, &status) == 0 else { throw .last() }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileTrouble(Label(zh: "不是普通文件", en: "it is not a regular file"))
        }
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let next = try file.read(4096)
            if next.isEmpty { return bytes }
            bytes += next
        }
        throw FileTrouble(Label(zh: "大于 \(limit) 字节", en: "it is larger than \(limit) bytes"))
    }

    /// Whether something has the name, be it a link that leads nowhere.
    static func exists(_ path: String) throws(FileTrouble) -> Bool {
        var status = stat()
        if unsafe lstat(path, &status) == 0 { return true }
        guard errno == ENOENT else { throw .last() }
        return false
    }
}
