internal import Glibc

/// An open file, closed when it is let go.
struct Descriptor: ~Copyable {
    let number: Int32
    let path: String

    /// With `O_CLOEXEC` always; `flags` say the rest.
    init(
        _ path: String, _ flags: Int32, mode: mode_t = 0, for operation: FileError.Operation = .open
    ) throws(FileError) {
        number = unsafe open(path, flags | O_CLOEXEC, mode)
        self.path = path
        guard number >= 0 else { throw .last(operation, path) }
    }

    deinit {
        close(number)
    }

    borrowing func write(_ bytes: [UInt8]) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw count < 0 ? .last(.write, path) : FileError(.write, path, code: EIO) }
            written += count
        }
    }

    /// At most `count` bytes from a place on; fewer at the end of the file.
    borrowing func read(_ count: Int, from offset: Int64) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe pread(
                    number, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset) + off_t(filled))
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .last(.read, path) }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(count - filled)
        return bytes
    }

    borrowing func sync() throws(FileError) {
        guard fsync(number) == 0 else { throw .last(.sync, path) }
    }

    borrowing func truncate(to size: Int64) throws(FileError) {
        guard ftruncate(number, off_t(size)) == 0 else { throw .last(.write, path) }
    }

    borrowing func properties() throws(FileError) -> FileProperties {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw .last(.inspect, path) }
        return FileProperties(status)
    }
}
