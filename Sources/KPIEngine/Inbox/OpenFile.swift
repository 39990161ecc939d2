package import KPICore
internal import Synchronization

/// A file of the inbox that is being read. Somebody may write it anew in the meantime; then nothing of it is taken, and it
/// is looked at again.
package final class OpenFile: FileContent {
    private let file: Descriptor
    private let properties: FileProperties
    private let trouble = Mutex<FileError?>(nil)

    init(_ file: consuming Descriptor, _ properties: FileProperties) {
        self.file = file
        self.properties = properties
    }

    package var size: Int { Int(properties.size) }

    package func read(_ count: Int, at place: Int) -> [UInt8] {
        do throws(FileError) {
            return try file.read(max(0, min(count, size - place)), from: Int64(place))
        } catch {
            trouble.withLock { $0 = $0 ?? error }
            return []
        }
    }

    package func check() throws(UnreadableSource) {
        if let error = trouble.withLock({ $0 }) { throw UnreadableSource("\(error)") }
        guard !hasChanged else { throw UnreadableSource("\(file.path) was changed while it was read") }
    }

    /// Whether it is no longer what it was when it was listed.
    package var hasChanged: Bool { (try? file.properties()) != properties }
}
