/// A count of something: `2 periods`, `5 working days`.
package struct Quantity<Unit> {
    package let number: Int
    package let unit: Unit

    package init(_ number: Int, _ unit: Unit) {
        self.number = number
        self.unit = unit
    }
}

extension Quantity: Sendable where Unit: Sendable {}
extension Quantity: Equatable where Unit: Equatable {}
extension Quantity: Hashable where Unit: Hashable {}
