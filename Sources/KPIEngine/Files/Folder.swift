internal import Glibc
internal import KPIStore

/// What is done to folders.
enum Folder {
    /// Makes the names in a folder durable: those given, and those taken away.
    static func sync(_ path: String) throws(FileError) {
        FaultPoint.fsyncFolder.pass()
        try Descriptor(path, O_RDONLY | O_DIRECTORY).sync()
    }

    /// Creates a folder with a mode, whatever the umask. One that is there already is left as its owner made it.
    static func create(_ path: String, mode: mode_t) throws(FileError) {
        guard unsafe mkdir(path, 0o700) == 0 else {
            guard errno == EEXIST else { throw .last(.create, path) }
            var status = stat()
            guard unsafe stat(path, &status) == 0 else { throw .last(.inspect, path) }
            guard FileProperties(status).isFolder else { throw FileError(.create, path, code: ENOTDIR) }
            return
        }
        if unsafe chmod(path, mode) == 0 { return }
        // A unit with RestrictSUIDSGID= may not set the group bit; systemd-tmpfiles has made the folder there.
        guard errno == EPERM, unsafe chmod(path, mode & 0o777) == 0 else { throw .last(.create, path) }
    }

    /// The names in a folder, hidden ones too, in the order of their bytes.
    static func names(_ path: String) throws(FileError) -> [String] {
        guard let folder = unsafe opendir(path) else { throw .last(.list, path) }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(folder) else { break }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(validatingCString: $0) }
            }
            // A name that is not UTF-8 cannot be told apart from another such one once it is a string.
            if let name, name != ".", name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw .last(.list, path) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    static func of(_ path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func name(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }
}
