/// What lies in the inbox at one moment.
package struct InboxScan: Sendable, Hashable {
    /// Something that is not taken, and stays until somebody does something about it.
    package struct Obstacle: Sendable, Hashable {
        package enum Reason: String, Sendable, CaseIterable {
            case link, folder
            /// A FIFO, a socket or a device.
            case special
            /// Larger than the limit.
            case oversize

            var words: String {
                switch self {
                case .link: "it is a link"
                case .folder: "it is a folder"
                case .special: "it is not a regular file"
                case .oversize: "it is too large"
                }
            }
        }

        package let file: InboxFile
        package let reason: Reason
    }

    /// In the order of their names by bytes, reports before registers.
    package var files: [InboxFile] = []
    package var obstacles: [Obstacle] = []
    /// Files that somebody may still be writing; another look in some seconds will tell.
    package var unsettled: [String] = []
}
