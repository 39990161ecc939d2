extension ControlChart {
    /// Every sign of a special cause, in the order of its first figure. A run that goes on is one sign.
    package var specialCauses: [SpecialCause] {
        let found = outside + shifts + trends + nearLimits
        let order = SpecialCause.Sign.allCases
        func rank(_ cause: SpecialCause) -> (Int, Int) {
            (cause.span.lowerBound, order.firstIndex(of: cause.sign) ?? order.count)
        }
        return found.sorted { rank($0) < rank($1) }
    }

    private var outside: [SpecialCause] {
        values.indices.compactMap { place in
            let value = values[place]
            guard value > upperLimit || value < lowerLimit else { return nil }
            return SpecialCause(.outside, place...place, isUp: value > upperLimit)
        }
    }

    private var shifts: [SpecialCause] {
        runs(of: values.map { $0 > mean ? 1 : $0 < mean ? -1 : 0 }, atLeast: 7).map { run in
            SpecialCause(.shift, run.span, isUp: run.side > 0)
        }
    }

    /// Seven figures rise in six steps.
    private var trends: [SpecialCause] {
        let steps = zip(values, values.dropFirst()).map { $1 > $0 ? 1 : $1 < $0 ? -1 : 0 }
        return runs(of: steps, atLeast: 6).map { run in
            SpecialCause(.trend, run.span.lowerBound...run.span.upperBound + 1, isUp: run.side > 0)
        }
    }

    private var nearLimits: [SpecialCause] {
        let third = (upperLimit - mean) * 2 / 3
        guard third > 0 else { return [] }
        let sides = values.map { $0 >= mean + third ? 1 : $0 <= mean - third ? -1 : 0 }
        var found: [SpecialCause] = []
        for side in [1, -1] {
            let near = sides.indices.filter { sides[$0] == side }
            for (first, second) in zip(near, near.dropFirst()) where second - first <= 2 {
                if let last = found.last, last.isUp == (side > 0), last.span.upperBound == first {
                    found[found.count - 1] = SpecialCause(.nearLimit, last.span.lowerBound...second, isUp: side > 0)
                } else {
                    found.append(SpecialCause(.nearLimit, first...second, isUp: side > 0))
                }
            }
        }
        return found
    }

    /// Stretches of one side, and never of 0, that are long enough.
    private func runs(of sides: [Int], atLeast length: Int) -> [(span: ClosedRange<Int>, side: Int)] {
        var found: [(span: ClosedRange<Int>, side: Int)] = []
        var start = 0
        for place in sides.indices {
            if sides[place] != sides[start] { start = place }
            let isLast = place == sides.count - 1 || sides[place + 1] != sides[start]
            if isLast, sides[start] != 0, place - start + 1 >= length { found.append((start...place, sides[start])) }
        }
        return found
    }
}
