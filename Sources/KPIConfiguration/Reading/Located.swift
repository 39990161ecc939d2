package import Diagnostics

/// A value and the place where somebody wrote it.
package struct Located<Value> {
    package let value: Value
    package let place: Place

    package init(_ value: Value, at place: Place) {
        self.value = value
        self.place = place
    }
}

extension Located: Sendable where Value: Sendable {}
