/// A value at the end of a year.
package struct GrowthPoint: Sendable, Hashable {
    package let year: Int
    package let value: Double

    package init(_ year: Int, _ value: Double) {
        (self.year, self.value) = (year, value)
    }
}
