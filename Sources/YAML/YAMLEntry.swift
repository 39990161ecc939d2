package import Diagnostics

/// A key of a mapping and what belongs to it, in the order of the file.
package struct YAMLEntry: Sendable {
    package let key: String
    package let keyPlace: Place
    package let value: YAMLNode

    package init(key: String, keyPlace: Place, value: YAMLNode) {
        self.key = key
        self.keyPlace = keyPlace
        self.value = value
    }
}
