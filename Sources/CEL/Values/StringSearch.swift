internal import Glibc

extension String {
    func begins(with part: String) -> Bool {
        let count = part.utf8.count
        guard utf8.count >= count else { return false }
        let answer: Bool?? = unsafe utf8.withContiguousStorageIfAvailable { text in
            unsafe part.utf8.withContiguousStorageIfAvailable { part in
                guard count > 0, let text = text.baseAddress, let part = part.baseAddress else { return true }
                return unsafe memcmp(text, part, count) == 0
            }
        }
        if let answer, let answer { return answer }
        return utf8.starts(with: part.utf8)
    }

    func ends(with part: String) -> Bool {
        let count = part.utf8.count
        let surplus = utf8.count - count
        guard surplus >= 0 else { return false }
        let answer: Bool?? = unsafe utf8.withContiguousStorageIfAvailable { text in
            unsafe part.utf8.withContiguousStorageIfAvailable { part in
                guard count > 0, let text = text.baseAddress, let part = part.baseAddress else { return true }
                return unsafe memcmp(text + surplus, part, count) == 0
            }
        }
        if let answer, let answer { return answer }
        return utf8.suffix(count).elementsEqual(part.utf8)
    }

    /// The byte offset at which another string first occurs, from an offset on. A short one is compared wherever its first
    /// byte stands; a longer one is looked for after Knuth, Morris and Pratt, so that no choice of strings makes it slow.
    func firstOccurrence(of part: String, from start: Int = 0) -> Int? {
        let length = part.utf8.count
        guard start <= utf8.count, length <= utf8.count - start else { return nil }
        guard length > 0 else { return start }
        if length <= Self.longestCompared {
            let found: Int??? = unsafe utf8.withContiguousStorageIfAvailable { text in
                unsafe part.utf8.withContiguousStorageIfAvailable { part in
                    unsafe Self.firstPlace(of: part, in: text, from: start)
                }
            }
            if let found, let found { return found }
        }
        let needle = Array(part.utf8)
        let fallback = Self.fallback(needle)
        var matched = 0
        var offset = start
        for byte in utf8.dropFirst(start) {
            while matched > 0, needle[matched] != byte { matched = fallback[matched - 1] }
            if needle[matched] == byte { matched += 1 }
            offset += 1
            if matched == needle.count { return offset - matched }
        }
        return nil
    }

    private static let longestCompared = 32

    private static func firstPlace(
        of part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        guard let base = text.baseAddress, let wanted = part.baseAddress else { return nil }
        let last = text.count - part.count
        var offset = start
        while offset <= last, let found = unsafe memchr(base + offset, Int32(wanted[0]), last - offset + 1) {
            if unsafe memcmp(found, wanted, part.count) == 0 {
                return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
            }
            offset = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        }
        return nil
    }

    /// For each beginning of the bytes, the length of its longest proper beginning that is also its end.
    private static func fallback(_ bytes: [UInt8]) -> [Int] {
        var table = [Int](repeating: 0, count: bytes.count)
        var length = 0
        for index in bytes.indices.dropFirst() {
            while length > 0, bytes[index] != bytes[length] { length = table[length - 1] }
            if bytes[index] == bytes[length] { length += 1 }
            table[index] = length
        }
        return table
    }
}
