/// A figure that is told twice: what a parent reports itself beside what its children come to, and what is reported of a
/// target that is counted from a register beside what the register says.
///
/// What is reported does not count then. A difference is a finding, and puts the light in doubt.
package struct CrossCheck: Sendable, Hashable {
    /// What was reported and does not count.
    package let own: Measurement
    /// The two figures exclude each other: in words.
    package let finding: Label?
}

extension CrossCheck {
    /// By unit index, for those of whom something was reported that does not count.
    static func all(
        _ assessment: TargetAssessment, _ catalog: Catalog, _ facts: Facts, asOf: Instant
    ) -> [Int: CrossCheck] {
        let target = catalog.targets[assessment.target]
        // Parts of a target are told by reports that name them, and compared with nothing.
        guard target.composition == nil, !facts.reports.series(of: target.id).isEmpty else { return [:] }
        let gauge = Gauge(target, catalog, facts, asOf: asOf)
        switch target.source {
        case .reporting, .unmeasured: return [:]
        case .reports:
            let own = gauge.reported(at: [assessment.ref])
            return checks(of: target, own, over: catalog.units) { unit in
                let values = catalog.units.children[unit].map { assessment.units[$0]?.measurement }
                guard values.contains(where: { $0 != nil }) else { return nil }
                return .children(assessment.units[unit]?.measurement)
            }
        case .register:
            // What is judged day by day is compared where the reports end.
            let day = Assessor(catalog, facts, asOf: asOf).reportedDay(of: target)
            var own = gauge.reported(at: [day])
            RollUp(target, over: catalog.units).apply(to: &own, at: 0)
            let counted = gauge.tracks(at: [day])
            return checks(of: target, own, over: catalog.units) { unit in
                // Some units' reports do not make up the whole where the register knows of others.
                let children = catalog.units.children[unit]
                let areSilent = children.allSatisfy { own.last(of: $0) == nil }
                let areAll = children.allSatisfy { counted.last(of: $0) == nil || own.last(of: $0) != nil }
                return areSilent || areAll ? .register(counted.last(of: unit)) : nil
            }
        }
    }

    /// What counts instead.
    private enum Counted {
        case children(Measurement?)
        case register(Measurement?)

        var measurement: Measurement? {
            switch self {
            case .children(let measurement), .register(let measurement): measurement
            }
        }
    }

    private static func checks(
        of target: Target, _ own: Tracks, over units: UnitTree, _ counted: (Int) -> Counted?
    ) -> [Int: CrossCheck] {
        var checks: [Int: CrossCheck] = [:]
        for unit in units.units.indices {
            guard let own = own.last(of: unit), let counted = counted(unit) else { continue }
            checks[unit] = CrossCheck(own: own, finding: finding(own, counted, target))
        }
        return checks
    }

    private static func finding(_ own: Measurement, _ counted: Counted, _ target: Target) -> Label? {
        guard let other = counted.measurement, own.excludes(other, isShare: target.kind.isShare) else { return nil }
        let (own, sum) = (own.words(isShare: target.kind.isShare), other.words(isShare: target.kind.isShare))
        return switch counted {
        case .children:
            Label(zh: "本级上报 \(own)，下级合计 \(sum)", en: "reports \(own) itself; its units come to \(sum)")
        case .register: Label(zh: "上报 \(own)，台账为 \(sum)", en: "\(own) is reported; the register says \(sum)")
        }
    }
}

extension Measurement {
    /// Whether the two cannot be the same. Shares without their parts are taken to be rounded to a whole percent.
    fileprivate func excludes(_ other: Measurement, isShare: Bool) -> Bool {
        let isRounded = isShare && (denominator == nil || other.denominator == nil)
        let tolerance = isRounded ? 0.005 + Goal.tolerance : Goal.tolerance
        func isBelow(_ a: Double?, _ b: Double?) -> Bool {
            guard let a, let b else { return false }
            return a < b - tolerance
        }
        return isBelow(value.upper, other.value.lower) || isBelow(other.value.upper, value.lower)
    }

    /// As it stands in a sentence: `48/53`, `130–139`, `12`.
    fileprivate func words(isShare: Bool) -> String {
        func number(_ value: Double) -> String {
            isShare ? Decimal.text(value * 100, digits: 2) + "%" : Decimal.text(value, digits: 2)
        }
        if let numerator, let denominator {
            return "\(Decimal.text(numerator, digits: 2))/\(Decimal.text(denominator, digits: 2))"
        }
        switch (value.lower, value.upper) {
        case (let lower?, let upper?): return lower == upper ? number(lower) : "\(number(lower))–\(number(upper))"
        case (let lower?, nil): return "≥\(number(lower))"
        case (nil, let upper?): return "≤\(number(upper))"
        case (nil, nil): return "–"
        }
    }
}
