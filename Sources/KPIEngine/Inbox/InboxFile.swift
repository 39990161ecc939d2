internal import Glibc

/// A file in the inbox that may be taken.
package struct InboxFile: Sendable, Hashable {
    package let path: String
    /// As receipts and the ledger name it: below the inbox, `2021-06.csv` or `registers/events.csv`.
    package let name: String
    /// In bytes.
    package var size: Int64 { properties.size }
    /// Tells whether a name still belongs to the content that was read.
    let properties: FileProperties

    init(path: String, name: String, properties: FileProperties) {
        self.path = path
        self.name = name
        self.properties = properties
    }

    /// The register it is an upload of: `registers/events.csv` is one of `events`. Nil for a report.
    package var register: String? {
        guard name.hasPrefix("registers/") else { return nil }
        let file = name.dropFirst("registers/".count)
        return String(file.prefix { $0 != "." })
    }

    /// Its content, as it was when it was listed; nil when it has been changed, replaced or taken away since. Nothing
    /// but a regular file is ever read, and a link is not followed.
    package func open() throws(FileError) -> OpenFile? {
        // O_NONBLOCK: a FIFO put there in the meantime must not make us wait for a writer.
        let file: Descriptor
        do throws(FileError) {
            file = try Descriptor(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        } catch  where error.code == ENOENT || error.code == ELOOP {
            return nil
        }
        guard try file.properties() == properties else { return nil }
        return OpenFile(file, properties)
    }
}
