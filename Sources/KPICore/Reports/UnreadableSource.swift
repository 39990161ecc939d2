/// A file could not be read to its end as it was when reading began. Nothing of it is taken.
package struct UnreadableSource: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
