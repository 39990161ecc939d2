// The operators on machine words, each a type: see ScalarOperation.

enum IntegerAddition<T: FixedWidthInteger & Scalar>: ScalarOperation {
    @inline(__always)
    static func apply(_ a: T, _ b: T) throws(Stop) -> T {
        let (sum, overflow) = a.addingReportingOverflow(b)
        if overflow { throw Library.overflow }
        return sum
    }
}

enum IntegerSubtraction<T: FixedWidthInteger & Scalar>: ScalarOperation {
    @inline(__always)
    static func apply(_ a: T, _ b: T) throws(Stop) -> T {
        let (difference, overflow) = a.subtractingReportingOverflow(b)
        if overflow { throw Library.overflow }
        return difference
    }
}

enum IntegerMultiplication<T: FixedWidthInteger & Scalar>: ScalarOperation {
    @inline(__always)
    static func apply(_ a: T, _ b: T) throws(Stop) -> T {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        if overflow { throw Library.overflow }
        return product
    }
}

enum IntegerDivision<T: FixedWidthInteger & Scalar>: ScalarOperation {
    @inline(__always)
    static func apply(_ a: T, _ b: T) throws(Stop) -> T {
        if b == 0 { throw Library.divisionByZero }
        let (quotient, overflow) = a.dividedReportingOverflow(by: b)
        if overflow { throw Library.overflow }
        return quotient
    }
}

enum IntegerRemainder<T: FixedWidthInteger & Scalar>: ScalarOperation {
    @inline(__always)
    static func apply(_ a: T, _ b: T) throws(Stop) -> T {
        if b == 0 { throw Library.modulusByZero }
        let (remainder, overflow) = a.remainderReportingOverflow(dividingBy: b)
        if overflow { throw Library.overflow }
        return remainder
    }
}

enum DoubleAddition: ScalarOperation {
    @inline(__always)
    static func apply(_ a: Double, _ b: Double) -> Double { a + b }
}

enum DoubleSubtraction: ScalarOperation {
    @inline(__always)
    static func apply(_ a: Double, _ b: Double) -> Double { a - b }
}

enum DoubleMultiplication: ScalarOperation {
    @inline(__always)
    static func apply(_ a: Double, _ b: Double) -> Double { a * b }
}

enum DoubleDivision: ScalarOperation {
    @inline(__always)
    static func apply(_ a: Double, _ b: Double) -> Double { a / b }
}

enum Less<T: Comparable & Scalar>: ScalarOperation {
    @inline(__always)
    static func apply(_ a: T, _ b: T) -> Bool { a < b }
}

enum LessOrEqual<T: Comparable & Scalar>: ScalarOperation {
    @inline(__always)
    static func apply(_ a: T, _ b: T) -> Bool { a <= b }
}

enum Greater<T: Comparable & Scalar>: ScalarOperation {
    @inline(__always)
    static func apply(_ a: T, _ b: T) -> Bool { a > b }
}

enum GreaterOrEqual<T: Comparable & Scalar>: ScalarOperation {
    @inline(__always)
    static func apply(_ a: T, _ b: T) -> Bool { a >= b }
}

enum Equal<T: Equatable & Scalar>: ScalarOperation {
    @inline(__always)
    static func apply(_ a: T, _ b: T) -> Bool { a == b }
}

enum NotEqual<T: Equatable & Scalar>: ScalarOperation {
    @inline(__always)
    static func apply(_ a: T, _ b: T) -> Bool { a != b }
}

enum SameText: StringTest {
    @inline(__always)
    static func apply(_ a: String, _ b: String) -> Bool { a.isSame(as: b) }
}

enum OtherText: StringTest {
    @inline(__always)
    static func apply(_ a: String, _ b: String) -> Bool { !a.isSame(as: b) }
}

enum Contains: StringTest {
    static var readsAll: Bool { true }

    @inline(__always)
    static func apply(_ a: String, _ b: String) -> Bool { a.firstOccurrence(of: b) != nil }
}

enum BeginsWith: StringTest {
    @inline(__always)
    static func apply(_ a: String, _ b: String) -> Bool { a.begins(with: b) }
}

enum EndsWith: StringTest {
    @inline(__always)
    static func apply(_ a: String, _ b: String) -> Bool { a.ends(with: b) }
}
