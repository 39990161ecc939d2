extension PartMaker {
    /// A cadence's periods that have begun. One that ended with too little is made up when later ones bring more than
    /// they need, the earliest first.
    func periods(_ length: PeriodLength, _ atLeast: Double, _ happenings: [Happening]) -> [Part] {
        var parts: [Part] = []
        var lacks: [(part: Int, amount: Double)] = []
        for period in length.periods(in: target.window) where period.first <= day {
            let about = happenings.filter { period.range.contains($0.day) }
            let count = Accumulation(about, atLeast: atLeast)
            let last = min(period.last, target.window.last)
            let isMet = count.reachedOn != nil
            if isOver(last), !isMet { lacks.append((parts.count, atLeast - count.value)) }
            parts.append(
                Part(
                    id: period.description, label: Label(period.description), value: count.value, atLeast: atLeast,
                    start: max(period.first, target.window.first), due: last, doneOn: count.reachedOn,
                    state: !isOver(last) ? .open : isMet ? .met : .missed))
            // Of what came beyond, no more than is there in the end.
            var left = max(0, count.value - atLeast)
            for extra in count.surplus {
                var amount = min(extra.amount, left)
                left -= amount
                while amount > Goal.tolerance, let first = lacks.first {
                    let used = min(amount, first.amount)
                    amount -= used
                    lacks[0].amount -= used
                    guard lacks[0].amount <= Goal.tolerance else { break }
                    parts[first.part] = parts[first.part].madeUp(on: extra.day)
                    lacks.removeFirst()
                }
            }
        }
        return parts
    }
}

extension Part {
    fileprivate func madeUp(on day: LocalDate) -> Part {
        Part(
            id: id, label: label, owner: owner, unit: unit, value: value, atLeast: atLeast, weight: weight,
            start: start, due: due, doneOn: day, state: .madeUp)
    }
}
