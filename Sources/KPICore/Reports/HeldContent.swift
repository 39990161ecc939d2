/// Content that is held in memory, as of a file that came over a network.
package struct HeldContent: FileContent {
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var size: Int { bytes.count }

    package func read(_ count: Int, at place: Int) -> [UInt8] {
        if place == 0, count >= bytes.count { return bytes }
        return Array(bytes[min(place, bytes.count)..<min(place + count, bytes.count)])
    }

    package func check() {}
}
