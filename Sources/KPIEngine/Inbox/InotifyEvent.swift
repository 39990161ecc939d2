internal import Glibc

/// One event as the kernel writes it: `struct inotify_event`, then the name, padded with NUL.
struct InotifyEvent {
    let watch: Int32
    let mask: UInt32
    let name: String

    func says(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }

    /// The events in what one read(2) gave.
    static func parse(_ bytes: some Collection<UInt8>) -> [InotifyEvent] {
        let bytes = Array(bytes)
        var events: [InotifyEvent] = []
        var start = 0
        func word(_ index: Int) -> UInt32 {
            unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self) }
        }
        while start + 16 <= bytes.count {
            let length = Int(word(3))
            guard start + 16 + length <= bytes.count else { break }
            let name = bytes[(start + 16)..<(start + 16 + length)].prefix { $0 != 0 }
            events.append(
                InotifyEvent(
                    watch: Int32(bitPattern: word(0)), mask: word(1), name: String(decoding: name, as: UTF8.self)))
            start += 16 + length
        }
        return events
    }
}
