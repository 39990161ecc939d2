/// A value and its goal as people write them: `62/130 人`, `2/3 66.7%/100%`, `130–139/130 人`, `3/≤3 of 16`,
/// `0 violations`, `860/not falling`, `no measure`.
struct FigureText {
    /// What has come about.
    let done: String
    /// What is asked, with its slash and the unit of measure; the unit alone where nothing is.
    let asked: String

    init(_ status: SubjectStatus, _ target: TargetStatus, _ look: TableLook) {
        guard target.measured else {
            self.init(done: look.say("无衡量办法", "no measure"), asked: "")
            return
        }
        if target.isGate, let value = status.value, (status.goal ?? 0) <= 0 {
            let number = Decimal.text(value, digits: 2)
            let words = value == 1 ? "\(number) violation" : "\(number) violations"
            self.init(done: look.say("\(number) 项违反", words), asked: "")
            return
        }
        // Whoever is asked for something has a plan, whether it means anything or not.
        let isAsked = status.planned != nil || status.growth != nil
        self.init(done: Self.done(status, target, look), asked: Self.asked(status.goal, isAsked, target, look))
    }

    private static func done(_ status: SubjectStatus, _ target: TargetStatus, _ look: TableLook) -> String {
        var done = status.value.map { target.number($0, look) } ?? look.unknown
        if let bounds = status.bounds, bounds.count == 2 {
            let numbers = bounds.map { $0.map { target.number($0, look) } }
            done = between(numbers[0], numbers[1], look) ?? done
        }
        if target.isShare, let numerator = status.numerator, let denominator = status.denominator {
            done = "\(Decimal.text(numerator, digits: 2))/\(Decimal.text(denominator, digits: 2)) \(done)"
        }
        return done
    }

    /// A value and a goal of which nothing more is known.
    init(value: Double?, goal: Double?, _ target: TargetStatus, _ look: TableLook) {
        done = value.map { target.number($0, look) } ?? look.unknown
        asked = Self.asked(goal, true, target, look)
    }

    /// `isAsked`: there is a goal, even where it is not one number.
    private static func asked(
        _ goal: Double?, _ isAsked: Bool, _ target: TargetStatus, _ look: TableLook
    ) -> String {
        if isAsked, let trend = target.goalTrend {
            switch trend {
            case "not_rising": return look.say("/不上升", "/not rising")
            case "rising": return look.say("/上升", "/rising")
            case "falling": return look.say("/下降", "/falling")
            default: return look.say("/不下降", "/not falling")
            }
        }
        if let places = target.outOf, let goal {
            return "/\(sign(target, look))\(target.number(goal, look)) " + look.say("共\(places)", "of \(places)")
        }
        let unit = target.isShare || target.unitOfMeasure.isEmpty ? "" : " \(target.unitOfMeasure)"
        if isAsked, let range = target.goalRange, range.count == 2 {
            let numbers = range.map { target.number($0, look) }
            return "/" + (between(numbers[0], numbers[1], look) ?? "") + unit
        }
        return (goal.map { "/\(sign(target, look))\(target.number($0, look))" } ?? "") + unit
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
