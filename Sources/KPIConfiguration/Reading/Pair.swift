package import Diagnostics

/// An entry of a mapping whose keys are names.
package struct Pair<Key, Value> {
    package let key: Key
    package let keyPlace: Place
    package let value: Value
}

extension Pair: Sendable where Key: Sendable, Value: Sendable {}
