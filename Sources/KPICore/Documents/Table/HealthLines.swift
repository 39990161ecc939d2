/// How the daemon itself is: what it has loaded, whether that is what lies on disk, and what is wrong.
struct HealthLines {
    private let document: StatusDocument
    private let source: StatusSource?
    private let look: TableLook
    private let time: MomentText

    init(_ document: StatusDocument, _ source: StatusSource?, _ look: TableLook) {
        (self.document, self.source, self.look) = (document, source, look)
        time = MomentText(asOf: document.asOf, look)
    }

    var lines: [StyledText] {
        summary + (reload + problems + notes).flatMap { $0.wrapped(to: look.width, indent: 6) }
    }

    private var summary: [StyledText] {
        let health = document.health
        var parts = life
        parts.append(StyledText(look.say("第 \(health.generation) 版配置", "configuration \(health.generation)")))
        if health.lastReload.ok {
            let at = time.words(health.lastReload.at)
            parts.append(StyledText(look.say("加载于 \(at)", "loaded \(at)")))
        }
        let commit = health.lastCommit.map { time.words($0) }
        parts.append(
            StyledText(
                commit.map { look.say("最近提交 \($0)", "last commit \($0)") }
                    ?? look.say("尚无提交", "nothing committed yet")))
        return StyledText.flowed(
            parts, after: StyledText("kpid  ", .strong), between: StyledText(look.dot), to: look.width)
    }

    private var life: [StyledText] {
        guard let source else { return [] }
        func ago(_ instant: Instant) -> String { MomentText.distance(from: instant, to: source.now, look) }
        switch source.life {
        case .running(let heartbeat):
            let beat = look.say("（心跳\(ago(heartbeat))）", " (heartbeat \(ago(heartbeat)))")
            return [StyledText(look.say("正在运行", "running"), .good) + StyledText(beat)]
        case .stopped(let since):
            let written = ago(source.written)
            let beat = since.map(ago).flatMap { $0 == written ? nil : $0 }
            let seen = beat.map { look.say("（最后心跳\($0)）", " (last heartbeat \($0))") } ?? ""
            return [
                StyledText(look.say("没有运行", "not running") + seen, .notice),
                StyledText(look.say("状态文件写于\(written)", "status written \(written)")),
            ]
        }
    }

    /// A failed reload, with the places of its mistakes, and files that wait to be loaded.
    private var reload: [StyledText] {
        var lines: [StyledText] = []
        let last = document.health.lastReload
        if !last.ok {
            let at = time.words(last.at)
            lines.append(
                alarm(
                    look.say(
                        "重新加载失败：\(at)，继续使用第 \(document.health.generation) 版",
                        "reload failed \(at); configuration \(document.health.generation) stays in force"), .bad))
            lines += shown(of: last.mistakes).map { mistake in
                let place = ([mistake.file] + [mistake.line, mistake.column].compactMap { $0.map { "\($0)" } })
                    .joined(separator: ":")
                return StyledText("      ") + StyledText("\(place): ", .strong)
                    + StyledText("\(mistake.message) [\(mistake.id)]")
            }
            if last.mistakes.count > Self.most {
                let more = last.mistakes.count - Self.most
                let all = look.say("还有 \(more) 处错误：kpictl check", "\(more) more: kpictl check")
                lines.append(StyledText("      \(all)", .faint))
            }
        }
        if document.health.filesDiffer {
            lines.append(
                alarm(
                    look.say(
                        "磁盘上的配置与已加载的不同：先 kpictl check，再 systemctl reload kpid",
                        "the files on disk are not those loaded: kpictl check, then systemctl reload kpid"), .notice))
        }
        return lines
    }

    private static let most = 3

    /// A few of the mistakes, of as many files as there is room for.
    private func shown(of mistakes: [Health.Mistake]) -> [Health.Mistake] {
        var files: Set<String> = []
        let firsts = mistakes.indices.filter { files.insert(mistakes[$0].file).inserted }
        let others = mistakes.indices.filter { !firsts.contains($0) }
        return (firsts + others).prefix(Self.most).sorted().map { mistakes[$0] }
    }

    private var problems: [StyledText] {
        document.health.problems.map { alarm($0[look.language], .bad) }
    }

    private var notes: [StyledText] {
        var lines: [StyledText] = []
        if !document.unknownCalendarYears.isEmpty {
            let years = document.unknownCalendarYears.map(String.init).joined(separator: look.comma)
            lines.append(
                note(
                    look.say(
                        "没有 \(years) 年的日历，只按周末推算工作日",
                        "no calendar for \(years): working days are guessed from weekends")))
        }
        let assumed = document.targets.count { !$0.assumed.isEmpty }
        if assumed > 0 {
            lines.append(
                note(
                    look.say(
                        "\(assumed) 个指标有未经确认的设定",
                        "\(assumed) \(assumed == 1 ? "target has" : "targets have") fields that nobody has confirmed")))
        }
        return lines
    }

    private func alarm(_ words: String, _ ink: Ink) -> StyledText {
        StyledText("    ! \(words)", ink)
    }

    private func note(_ words: String) -> StyledText {
        StyledText("    \(look.sign("·", "-")) \(words)", .faint)
    }
}
