import KPICore

/// Makes of the columns that a mapping names the figures that count, and the checks among them.
struct MappedFigures {
    private let lineages: Lineages

    init(_ context: IntakeContext) {
        lineages = context.lineages
    }

    /// `columns` are those of one sheet with their places, in order. Of several columns about one target the one in the
    /// target's own form is its figure, and the others are there to check it by.
    func figures(_ columns: [(figure: SheetMapping.Figure, position: Int)]) -> [FigureColumn] {
        var order: [TargetID] = []
        var byTarget: [TargetID: [(figure: SheetMapping.Figure, position: Int)]] = [:]
        for column in columns {
            if byTarget[column.figure.target] == nil { order.append(column.figure.target) }
            byTarget[column.figure.target, default: []].append(column)
        }
        return order.compactMap { target in byTarget[target].flatMap { figure(target, $0) } }
    }

    private func figure(
        _ target: TargetID, _ columns: [(figure: SheetMapping.Figure, position: Int)]
    ) -> FigureColumn? {
        let own = form(of: target)
        func position(_ form: Form) -> Int? {
            columns.first { $0.figure.role == .figure(form) || form == own && $0.figure.role == .figure(nil) }?.position
        }
        let counting = columns.filter { if case .figure = $0.figure.role { true } else { false } }
        let chosen = counting.first { $0.position == own.flatMap(position) } ?? counting.first
        guard let chosen, case .figure(let form) = chosen.figure.role else { return nil }
        var column = FigureColumn(
            position: chosen.position, header: chosen.figure.header, target: target.text, form: form, sum: nil)
        if let month = position(.delta), let cumulative = position(.cumulative) {
            let carried = columns.first { $0.figure.role == .carried }?.position
            column.sum = SumCheck(carried: carried, month: month, cumulative: cumulative)
        }
        return column
    }

    private func form(of target: TargetID) -> Form? {
        let lineage = lineages.all.first { $0.id == target || $0.formerly.contains(target) }
        return lineage?.versions.last.map { lineages.targets[$0].form }
    }
}
