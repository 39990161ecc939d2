import Glibc

/// Compound growth per year.
enum GrowthRate {
    /// (to / from)^(1 / (their years apart)) - 1. Nil where no real rate leads from one to the other.
    static func between(_ from: GrowthPoint, _ to: GrowthPoint) -> Double? {
        let years = to.year - from.year
        guard years >= 1, from.value != 0 else { return nil }
        let ratio = to.value / from.value
        guard ratio >= 0 else { return nil }
        let rate = pow(ratio, 1 / Double(years)) - 1
        return rate.isFinite ? rate : nil
    }

    /// C: close to a natural limit less growth is asked for. B is the base without its sign, L the limit without its.
    ///
    /// 1 from twice the limit on; 1 - (B / L)^4.44 up to the limit; beyond it 1 - ((2 L - B) / L)^4.44.
    static func limitFactor(base: Double, limit: Double?) -> Double {
        guard let limit = limit?.magnitude, limit > 0 else { return 1 }
        let base = base.magnitude
        if base >= 2 * limit { return 1 }
        return 1 - pow((base <= limit ? base : 2 * limit - base) / limit, 4.44)
    }
}
