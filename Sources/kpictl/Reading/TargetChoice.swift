import Diagnostics
import KPICore

/// Finds a target by what somebody typed.
enum TargetChoice {
    static func find(_ id: String, in document: StatusDocument) throws -> TargetStatus {
        let targets = document.targets
        if let found = targets.first(where: { $0.whole.id == id }) { return found }
        if let found = targets.first(where: { $0.formerly.contains(id) }) { return found }
        if let found = targets.first(where: { $0.whole.label.zh == id || $0.whole.label.en == id }) { return found }
        let names = targets.map(\.whole.id)
        if let nearest = Suggestion.nearest(to: id, in: names) ?? names.first(where: { $0.contains(id) }) {
            throw Failure(
                .notFound, zh: "没有指标“\(id)”：是不是“\(nearest)”？",
                en: "there is no target '\(id)': did you mean '\(nearest)'?")
        }
        throw Failure(
            .notFound, zh: "没有指标“\(id)”：kpictl status -o json 列出所有指标的编号。",
            en: "there is no target '\(id)': kpictl status -o json lists them all.")
    }
}
