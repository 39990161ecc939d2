import CEL
import KPICore

@testable import KPIIngest

/// The organisation of the illustrative year, as far as the intake looks at it.
enum SeedContext {
    static let context = IntakeContext(
        units: units, lineages: lineages, registers: registers, timetable: timetable, mappings: [recruits])

    /// The sheet on recruits that units really send.
    static let recruits = SheetMapping(
        id: "recruits", files: ["*引才月报*"], columns: [.unit: "县市区", .note: "备注"],
        figures: [
            .init(header: "本月引进", target: "talent.recruits", role: .figure(.delta)),
            .init(header: "累计引进", target: "talent.recruits", role: .figure(.cumulative)),
        ], ignored: ["序号", "年度目标", "完成率"])

    /// The same with what some files had brought before.
    static func intaker(after files: [String]) throws -> Intaker {
        var facts = Facts()
        for file in files {
            let intake = intaker.take(file: file, bytes: try Fixture.bytes("reports/\(file)"), receivedAt: received)
            let batch = intake.batch
            facts.reports.add(batch)
            facts.findings.add(intake.findings, of: file, taken: batch)
        }
        return Intaker(
            IntakeContext(
                units: units, lineages: lineages, registers: registers, timetable: timetable, mappings: [recruits],
                facts: facts))
    }

    static func take(_ text: String, as file: String = "a.csv", with intaker: Intaker = intaker) -> Intake {
        intaker.take(file: file, bytes: Array(text.utf8), receivedAt: received)
    }
    static let intaker = Intaker(context)
    /// After the deadline for September.
    static let received = moment("2021-10-15T09:00:00+08:00")
    static let zone = Zone(name: "Asia/Shanghai", first: 8 * 3600)

    static func moment(_ text: String) -> Instant { Instant(text) ?? Instant(seconds: 0) }

    static func date(_ text: String) -> LocalDate { LocalDate(text) ?? LocalDate(dayNumber: 0) }

    static var timetable: Timetable {
        func days(_ list: String) -> Set<LocalDate> { Set(list.split(separator: " ").map { date("2021-\($0)") }) }
        let holidays = days(
            "01-01 01-02 01-03 02-11 02-12 02-13 02-14 02-15 02-16 02-17 04-03 04-04 04-05 05-01 05-02 05-03 05-04 05-05 "
                + "06-12 06-13 06-14 09-19 09-20 09-21 10-01 10-02 10-03 10-04 10-05 10-06 10-07")
        let swapped = days("02-07 02-20 04-25 05-08 09-18 09-26 10-09")
        return Timetable(
            zone: zone,
            calendar: WorkCalendar(name: "China", years: [2021: .init(holidays: holidays, swapped: swapped)]))
    }

    static let units: UnitTree = {
        let counties = [
            ("370811", "任城区", ["任城"]), ("370812", "兖州区", ["兖州市"]), ("370881", "曲阜市", []),
            ("370883", "邹城市", ["邹城"]), ("370826", "微山县", []), ("370827", "鱼台县", []), ("370828", "金乡县", []),
            ("370829", "嘉祥县", []), ("370830", "汶上县", []), ("370831", "泗水县", []), ("370832", "梁山县", []),
            ("370871", "济宁高新区", ["高新区", "济宁市高新区", "济宁高新技术产业开发区"]), ("TBH", "太白湖新区", ["太白湖"]),
            ("JKQ", "济宁经开区", ["经开区"]), ("HQ", "市科协机关", ["市科协"]), ("SOC", "市级学会", []),
        ]
        let root = Unit(id: "3708", parent: nil, label: Label(zh: "济宁市", en: "Jining"))
        let all = counties.map { id, name, aliases in
            Unit(id: UnitID(id), parent: "3708", label: Label(zh: name, en: id), aliases: aliases)
        }
        switch UnitTree.build([root] + all) {
        case .success(let tree): return tree
        case .failure(let flaws): preconditionFailure("\(flaws.flaws)")
        }
    }()

    static let targets: [Target] = [
        target("party.coverage", "学会党组织覆盖率", .ratio, "%", .every(.month), .level),
        target("talent.recruits", "累计引进科技人才", .count, "人", .every(.month), .delta),
        target("intent.platform", "网上平台建设合作意向企业", .count, "家", .every(.month), .delta),
        target("grassroots.orgs", "新建基层科协组织", .count, "个", .every(.month), .delta),
        target("training.ip", "知识产权与科技信息培训", .count, "场次", .every(.month), .delta),
        target("talent.stock", "科技人才资源规模", .level, "人", .every(.quarter), .level),
        target("title.senior", "老科技工作者高级职称", .count, "人", .every(.quarter), .delta),
        target("patent.enterprises", "专利系统企业注册数", .count, "家", .every(.quarter), .cumulative),
        target("patent.searches", "专利检索量", .count, "条", .every(.quarter), .cumulative),
        target("patent.selected", "专利遴选量", .count, "条", .every(.quarter), .cumulative),
        target("patent.rank", "专利应用全省位次", .rank, "位", .every(.quarter), .level),
        target("award.zuimei", "表扬最美科技工作者", .count, "人", .once, .delta),
        target("award.nominee", "最美科技工作者提名奖", .count, "人", .once, .delta),
        target("award.province", "推荐参评山东省优秀科技工作者", .count, "人", .once, .delta),
        target("award.huaihai", "入选淮海科技奖项目", .count, "个", .once, .delta),
        target("contest.provinces", "医养健康大赛参赛省份", .count, "个", .once, .cumulative),
        target("contest.universities", "医养健康大赛参赛高校", .count, "所", .once, .cumulative),
        target("contest.teams", "医养健康大赛参赛队伍", .count, "支", .once, .cumulative),
        target("contest.cases", "创新典型案例", .count, "份", .every(.month), .cumulative),
    ]

    private static let lineages: Lineages = {
        switch Lineages.build(targets) {
        case .success(let lineages): return lineages
        case .failure(let flaws): preconditionFailure("\(flaws.flaws)")
        }
    }()

    private static let year = DateRange(date("2021-01-01"), date("2021-12-31"))!  // the first day lies before the last

    private static let plan: PlanCurve = {
        do {
            return try PlanCurve(.linear(.days), over: year, pace: .month, calendar: timetable.calendar)
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    static func target(
        _ id: String, _ name: String, _ kind: Kind, _ unit: String, _ frequency: Frequency, _ form: Form
    ) -> Target {
        Target(
            id: TargetID(id), label: Label(zh: name, en: id), kind: kind, unitOfMeasure: unit, goal: .atLeast(1),
            window: year, plan: plan,
            frequency: frequency, deadline: Deadline(.working(5), at: TimeOfDay("17:30")!),  // a time there is
            form: form, policy: "pace-standard")
    }

    static let registers: [RegisterID: RegisterSchema] = Dictionary(
        uniqueKeysWithValues: [
            register(
                "societies",
                "society_id name registered_on:date party_org_on:date party_org_type party_precheck_on:date deregistered_on:date"
            ),
            register("events", "event_id held_on:date title series host participants:number evidence"),
            register("stations", "station_id established_on:date unit:unit type host_enterprise evidence"),
            register("agreements", "agreement_id signed_on:date unit:unit team enterprise evidence"),
            register("links", "link_id held_on:date society unit:unit industry evidence"),
            register("measures16", "item_id title owner due:date done_on:date evidence verified_by"),
            register("needs", "need_id opened_on:date unit:unit industry matched_on:date", mode: .addition),
            register("meetings", "meeting_id held_on:date kind evidence"),
            register("milestones", "target stage done_on:date evidence note", keys: 2),
        ].map { ($0.id, $0) })

    /// Columns as `name` or `name:type`; the first ones are the key.
    static func register(
        _ id: String, _ columns: String, keys: Int = 1, mode: RegisterSchema.Mode = .snapshot
    ) -> RegisterSchema {
        let columns = columns.split(separator: " ").map { column in
            let parts = column.split(separator: ":").map(String.init)
            return RegisterSchema.Column(
                parts[0], parts.count > 1 ? RegisterSchema.ColumnType(rawValue: parts[1]) ?? .text : .text)
        }
        return RegisterSchema(
            id: RegisterID(id), label: Label(id), columns: columns, key: columns.prefix(keys).map(\.name), mode: mode)
    }
}

extension Intake {
    /// As they are added to what is known.
    var batch: ReportBatch {
        var batch = ReportBatch()
        for observation in observations { batch.add(observation) }
        batch.settle()
        return batch
    }

    var observations: [Observation] {
        guard case .reports(let rows) = content else { return [] }
        return (try? rows.all()) ?? []
    }

    var rows: [RegisterRow]? {
        if case .register(_, let rows) = content { rows } else { nil }
    }

    var codes: [String] { findings.map(\.code) }

    func codes(line: Int) -> [String] { findings.filter { $0.line == line }.map(\.code) }

    var worst: Finding.Action? { findings.map(\.action).max() }
}
