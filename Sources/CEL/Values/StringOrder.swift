internal import Glibc

extension String {
    /// Equality of code points. Swift's `==` also takes canonically equivalent strings for equal, which CEL does not.
    @inline(__always)
    func isSame(as other: String) -> Bool {
        utf8.count == other.utf8.count && (utf8.isEmpty || order(other) == 0)
    }

    /// Order of code points, which is that of the UTF-8 bytes.
    @inline(__always)
    func precedes(_ other: String) -> Bool {
        order(other) < 0
    }

    /// Less than, equal to or greater than 0, as this comes before, is, or comes after the other.
    func order(_ other: String) -> Int {
        let left = self.utf8
        let right = other.utf8
        let common: Int?? = unsafe left.withContiguousStorageIfAvailable { a in
            unsafe right.withContiguousStorageIfAvailable { b in
                let count = min(a.count, b.count)
                guard count > 0, let first = a.baseAddress, let second = b.baseAddress else { return 0 }
                return unsafe Int(memcmp(first, second, count))
            }
        }
        if let common, let common { return common != 0 ? common : left.count - right.count }
        if left.elementsEqual(right) { return 0 }
        return left.lexicographicallyPrecedes(right) ? -1 : 1
    }
}
