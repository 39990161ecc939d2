/// Who, when, and how many targets have which light. The lights double as the legend of the signs.
struct StatusHeading {
    private let document: StatusDocument
    private let source: StatusSource?
    private let look: TableLook

    init(_ document: StatusDocument, _ source: StatusSource?, _ look: TableLook) {
        (self.document, self.source, self.look) = (document, source, look)
    }

    var lines: [StyledText] {
        let time = MomentText(asOf: document.asOf, look)
        let age = time.distance(document.asOf).map { look.say("（\($0)）", " (\($0))") } ?? ""
        let name = StyledText(document.organisation[look.language], .strong)
        let asOf = look.say("截至 ", "as of ") + time.full(document.asOf) + age
        let ref = look.say("评价日 ", "figures up to ") + document.ref
        let heading = name + StyledText("  \(asOf)\(look.dot)\(ref)")
        let first =
            heading.width <= look.width
            ? [heading]
            : [name.cut(to: look.width, look)] + StyledText("\(asOf)\(look.dot)\(ref)").wrapped(to: look.width)
        return first + notice
            + (document.targets.isEmpty ? [] : StyledText.flowed(lights, between: StyledText("   "), to: look.width))
    }

    /// A status that nobody keeps up to date must not pass for the present one.
    var notice: [StyledText] {
        guard let source, look.now != nil, case .stopped = source.life else { return [] }
        let age = MomentText.distance(from: source.confirmed, to: source.now, look)
        let words = look.say("kpid 没有运行：以下是\(age)的情况。", "kpid is not running: this is how things stood \(age).")
        return StyledText("! \(words)", .notice).wrapped(to: look.width, indent: 2)
    }

    private var lights: [StyledText] {
        let counts = Dictionary(grouping: document.targets, by: { LightFace($0.whole.light).light })
        return Light.allCases.compactMap { light in
            counts[light].map { targets in
                let face = LightFace(light)
                return StyledText("\(face.sign(look)) \(face.word(look)) \(targets.count)", face.ink)
            }
        }
    }
}
