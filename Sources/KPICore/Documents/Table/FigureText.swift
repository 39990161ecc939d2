/// A value and its goal as people write them: `62/130 人`, `48/53 90.6%/100%`, `130–139/130 人`.
struct FigureText {
    /// What has come about.
    let done: String
    /// What is asked, with its slash and the unit of measure; the unit alone where nothing is.
    let asked: String

    init(_ status: SubjectStatus, _ target: TargetStatus, _ look: TableLook) {
        let isShare = Self.isShare(target)
        func number(_ value: Double) -> String { Self.number(value, target, look) }
        var done = status.value.map(number) ?? look.unknown
        if let bounds = status.bounds, bounds.count == 2 {
            done = Self.between(bounds[0].map(number), bounds[1].map(number), look) ?? done
        }
        if isShare, let numerator = status.numerator, let denominator = status.denominator {
            done = "\(Decimal.text(numerator, digits: 2))/\(Decimal.text(denominator, digits: 2)) \(done)"
        }
        self.done = done
        asked = Self.asked(status.goal, target, look)
    }

    /// A value and a goal of which nothing more is known.
    init(value: Double?, goal: Double?, _ target: TargetStatus, _ look: TableLook) {
        done = value.map { Self.number($0, target, look) } ?? look.unknown
        asked = Self.asked(goal, target, look)
    }

    private static func isShare(_ target: TargetStatus) -> Bool { target.kind == Kind.ratio.rawValue }

    private static func number(_ value: Double, _ target: TargetStatus, _ look: TableLook) -> String {
        isShare(target) ? look.percent(value) : Decimal.text(value, digits: 2)
    }

    private static func asked(_ goal: Double?, _ target: TargetStatus, _ look: TableLook) -> String {
        let unit = isShare(target) || target.unitOfMeasure.isEmpty ? "" : " \(target.unitOfMeasure)"
        return (goal.map { "/\(sign(target, look))\(number($0, target, look))" } ?? "") + unit
    }

    /// A goal to stay under, or to hit, says so; one to reach goes without saying.
    private static func sign(_ target: TargetStatus, _ look: TableLook) -> String {
        switch target.goalOp {
        case "<=": look.sign("≤", "<=")
        case "=": "="
        default: ""
        }
    }

    private static func between(_ lower: String?, _ upper: String?, _ look: TableLook) -> String? {
        switch (lower, upper) {
        case (let lower?, let upper?): lower + look.sign("–", "-") + upper
        case (let lower?, nil): look.sign("≥", ">=") + lower
        case (nil, let upper?): look.sign("≤", "<=") + upper
        case (nil, nil): nil
        }
    }

    private init(done: String, asked: String) {
        (self.done, self.asked) = (done, asked)
    }

    static func heading(_ look: TableLook) -> FigureText {
        FigureText(done: look.say("完成", "value"), asked: look.say("/目标", "/goal"))
    }

    /// With their slashes below each other.
    static func aligned(_ figures: [FigureText], _ look: TableLook) -> (heading: String, cells: [StyledText]) {
        let heading = heading(look)
        let width = ([heading] + figures).map { StyledText($0.done).width }.max() ?? 0
        return (
            StyledText(heading.done).padded(to: width, right: true).plain + heading.asked,
            figures.map { StyledText($0.done, .strong).padded(to: width, right: true) + StyledText($0.asked) }
        )
    }
}
