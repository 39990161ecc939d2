/// The numbers of a target in words, one sort a line. What is not known is left out, or said to be unknown.
struct TargetFacts {
    private let target: TargetStatus
    private let whole: SubjectStatus
    private let time: MomentText
    private let look: TableLook

    init(_ target: TargetStatus, _ document: StatusDocument, _ look: TableLook) {
        self.target = target
        whole = target.whole
        time = MomentText(asOf: document.asOf, look)
        self.look = look
    }

    var lines: [StyledText] {
        let facts = [value, check, progress, growth, pace, rate, change, reports, terms, assumed].compactMap { $0 }
        let width = facts.map { StyledText($0.title).width }.max() ?? 0
        return facts.flatMap { fact in
            StyledText.flowed(
                fact.parts.map { StyledText($0) }, after: StyledText(fact.title, .faint).padded(to: width + 2),
                between: StyledText(look.dot), to: look.width)
        }
    }

    private struct Fact {
        let title: String
        let parts: [String]

        /// Nil when nothing is known.
        init?(_ title: String, _ parts: [String?]) {
            self.title = title
            self.parts = parts.compactMap { $0 }
            if self.parts.isEmpty { return nil }
        }
    }

    /// Whether there is something left to do.
    private var isOpen: Bool { whole.achieved != true }
    private func number(_ value: Double) -> String { target.number(value, look) }

    private var value: Fact? {
        let figure = FigureText(whole, target, look)
        let achieved = whole.achievedOn.map { look.say("\($0) 达成", "achieved on \($0)") }
        let regressed = whole.regressed ? look.say("达成后又回落", "has fallen back since it was achieved") : nil
        // A share of everything is its own completion.
        let isPlain = target.isShare && whole.goal == 1
        let completion = isPlain || !target.hasPlan ? nil : whole.completion
        return Fact(
            look.say("完成", "Value"),
            [
                figure.done + figure.asked, periods, lookedAt,
                completion.map { look.say("完成率 \(look.percent($0))", "\(look.percent($0)) of the goal") },
                achieved, regressed,
            ])
    }

    /// How far back a goal that asks for a trend looks.
    private var periods: String? {
        target.goalPeriods.map { look.say("看最近 \($0) 期", "over \($0) \($0 == 1 ? "period" : "periods")") }
    }

    private var lookedAt: String? {
        target.lookedAt.map { look.say("共检查 \($0) 项", "\($0) looked at") }
    }

    /// What is reported beside the figure that counts.
    private var check: Fact? {
        guard let own = whole.own else { return nil }
        let agrees = look.say("另行上报 \(number(own))，一致", "\(number(own)) is reported too, and agrees")
        return Fact(look.say("核对", "Check"), [whole.ownFinding?[look.language] ?? agrees])
    }

    private var progress: Fact? {
        guard target.hasPlan else { return nil }
        return Fact(
            look.say("进度", "Progress"),
            [
                whole.progress.map { look.say("已完成 \(look.percent($0))", "\(look.percent($0)) of the way") },
                whole.planned.map { look.say("计划 \(look.percent($0))", "\(look.percent($0)) planned") },
                whole.gapPp.map { gap in
                    let points = Decimal.text(gap.magnitude, digits: 2)
                    return gap > 0
                        ? look.say("落后 \(points) 个百分点", "\(points) points behind")
                        : look.say("超前 \(points) 个百分点", "\(points) points ahead")
                },
                whole.baseline.map { look.say("起点 \(number($0))", "from \(number($0))") }
                    ?? look.say("起点未知", "baseline unknown"),
            ])
    }

    private var growth: Fact? {
        guard let growth = whole.growth else { return nil }
        func perYear(_ rate: Double) -> String { Decimal.text(100 * rate, digits: 2) + "%" }
        return Fact(
            look.say("增长", "Growth"),
            [
                growth.baseValue.flatMap { value in
                    growth.baseYear.map { look.say("\($0) 年为 \(number(value))", "\(number(value)) in \($0)") }
                },
                growth.currentValue.flatMap { value in
                    growth.currentYear.map { look.say("\($0) 年为 \(number(value))", "\(number(value)) in \($0)") }
                },
                growth.rate.map { look.say("年均 \(perYear($0))", "\(perYear($0)) a year") },
                growth.requiredRate.map { look.say("需年均 \(perYear($0))", "\(perYear($0)) a year needed") },
                growth.score.map { score in
                    let text = Decimal.text(score, digits: 2)
                    return look.say("得分 \(text)（−5 至 5）", "score \(text) of -5 to 5")
                },
            ])
    }

    private var pace: Fact? {
        Fact(
            look.say("进度比", "Pace"),
            [
                whole.paceRatio.map { PaceText.ratioText($0, digits: 3) },
                whole.paceRatioPeriods.map {
                    let ratio = PaceText.ratioText($0, digits: 3)
                    return look.say("按期数 \(ratio)", "\(ratio) by periods")
                },
                whole.daysBehind.map { PaceText.days($0, look) },
            ])
    }

    private var rate: Fact? {
        // Stages do not come at a rate.
        guard target.kind != Kind.milestone.rawValue else { return nil }
        return Fact(
            look.say("速度", "Rate"),
            [
                whole.currentRate.map { look.say("目前每期 \(number($0))", "\(number($0)) a period so far") },
                isOpen
                    ? whole.requiredRate.map { look.say("今后每期需 \(number($0))", "\(number($0)) a period needed") } : nil,
                isOpen
                    ? whole.requiredOverCurrent.map {
                        let times = Decimal.text($0, digits: 2)
                        return look.say("须达到目前的 \(times) 倍", "\(times) times as fast")
                    } : nil,
            ])
    }

    private var change: Fact? {
        Fact(
            look.say("变化", "Change"),
            [
                whole.change.map { change in
                    let sign = change > 0 ? "+" : ""
                    return look.say("比上期 \(sign)\(number(change))", "\(sign)\(number(change)) on the period before")
                },
                whole.trend.map { trend in
                    trend > 0
                        ? look.say("趋势上升", "trend rising")
                        : trend < 0 ? look.say("趋势下降", "trend falling") : look.say("趋势平稳", "no trend")
                },
            ])
    }

    private var reports: Fact? {
        Fact(
            look.say("上报", "Reports"),
            [
                whole.reportState.map { ReportWords.text($0, look) },
                whole.lastReport.map { look.say("最近 \(time.words($0))", "last \(time.words($0))") },
                whole.nextDue.map { look.say("下次应报 \(time.words($0))", "next due \(time.words($0))") },
            ])
    }

    private var terms: Fact? {
        Fact(
            look.say("期限", "Due"),
            [
                target.due, look.say("评价日 \(whole.ref)", "judged on figures up to \(whole.ref)"), changed,
                target.veto ? look.say("一票否决", "a failure caps the grade of everything") : nil,
            ])
    }

    /// A goal that is not the one the edition began with.
    private var changed: String? {
        guard let day = target.edition.changedOn else { return nil }
        let reason = target.edition.reason ?? ""
        return look.say("目标自 \(day) 起调整：\(reason)", "goal changed as of \(day): \(reason)")
    }

    private var assumed: Fact? {
        guard !target.assumed.isEmpty else { return nil }
        return Fact(look.say("未经确认", "Assumed"), [target.assumed.joined(separator: look.comma)])
    }
}
