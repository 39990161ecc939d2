/// Numbers worked out by hand have six digits after the point at most.
func near(_ found: Double?, _ expected: Double, within tolerance: Double = 0.000_000_6) -> Bool {
    found.map { abs($0 - expected) <= tolerance } ?? false
}
