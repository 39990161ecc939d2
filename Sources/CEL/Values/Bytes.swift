/// A sequence of bytes, which CEL keeps apart from strings and from lists of numbers.
package struct Bytes: Sendable, Hashable {
    package let array: [UInt8]

    package init(_ array: [UInt8]) {
        self.array = array
    }

    static func < (a: Bytes, b: Bytes) -> Bool {
        a.array.lexicographicallyPrecedes(b.array)
    }
}
